import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { HousePage } from '~/features/members/house-page';
import { loadHouse } from '~/features/members/house.server';
import { pagePath } from '~/features/paths';
import { useT } from '~/i18n/react';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { useCommunity } from '~/shell/use-root';
import type { Route } from './+types/terms';

export function loader(side: LoaderFunctionArgs) {
  return loadHouse(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, {
    title: t('members.termsTitle'),
    description: t('members.termsDescription', { community: community?.name }),
    canonical: community ? pagePath(community.slug, 'terms') : undefined,
  });
}

export default function Terms({ loaderData: { terms, minAge } }: Route.ComponentProps) {
  const t = useT();
  const community = useCommunity()!.community.name;
  return (
    <HousePage title={t('members.termsHeading')} lead={t('members.termsDescription', { community })} html={terms.bodyHtml}>
      {minAge > 0 && <p>{t('members.termsAge', { age: minAge })}</p>}
      <p><small>{t('members.termsVersion', { version: terms.version })}</small></p>
    </HousePage>
  );
}
