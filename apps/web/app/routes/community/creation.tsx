import type { LoaderFunctionArgs } from 'react-router';
import { CreationPage } from '~/features/creations/creation-page';
import { loadCreation } from '~/features/creations/creations.server';
import { structuredCreation } from '~/features/creations/structured';
import { communityOf, originOf } from '~/features/layout/community-of';
import { creationPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/creation';

export function loader(side: LoaderFunctionArgs) {
  return loadCreation(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData || loaderData.creation.withdrawnAt || loaderData.creation.withheld) return pageMeta(matches, { title: t('creations.goneTitle') });
  const { creation } = loaderData;
  const [path, origin] = [creationPath(community.slug, creation), originOf(matches)];
  return pageMeta(matches, {
    title: creation.title,
    description: creation.excerpt || t('creations.lead', { community: community.name }),
    canonical: path,
    image: creation.cover?.plainUrl,
    type: 'article',
    contentLocale: community.locale,
    structured: structuredCreation(creation, { url: origin + path, origin, language: community.locale }),
  });
}

export default function Creation({ loaderData }: Route.ComponentProps) {
  return <CreationPage key={loaderData.creation.id} creation={loaderData.creation} after={loaderData.after} />;
}
