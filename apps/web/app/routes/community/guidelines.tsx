import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { HousePage } from '~/features/members/house-page';
import { loadHouse } from '~/features/members/house.server';
import { pagePath } from '~/features/paths';
import { RulesList } from '~/features/rules/rules-list';
import { useT } from '~/i18n/react';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { useCommunity } from '~/shell/use-root';
import type { Route } from './+types/guidelines';

export function loader(side: LoaderFunctionArgs) {
  return loadHouse(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, {
    title: t('members.guidelinesTitle'),
    description: t('members.guidelinesDescription', { community: community?.name }),
    canonical: community ? pagePath(community.slug, 'guidelines') : undefined,
  });
}

export default function Guidelines({ loaderData: { guidelinesHtml, rules } }: Route.ComponentProps) {
  const t = useT();
  const community = useCommunity()!.community.name;
  return (
    <HousePage title={t('members.guidelinesHeading')} lead={t('members.guidelinesDescription', { community })} html={guidelinesHtml}>
      {!guidelinesHtml && rules.length === 0 && <p>{t('members.guidelinesEmpty', { community })}</p>}
      <RulesList rules={rules} />
    </HousePage>
  );
}
