import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { AmbassadorsPage } from '~/features/recruitment/ambassadors-page';
import { loadAmbassadors } from '~/features/terms/terms.server';
import { ambassadorsPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/ambassadors';

export function loader(side: LoaderFunctionArgs) {
  return loadAmbassadors(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('recruitment.ambassadors'), description: t('recruitment.ambassadorsLead', { community: community?.name ?? '' }), canonical: community ? ambassadorsPath(community.slug) : undefined });
}

export default function AmbassadorsRoute({ loaderData }: Route.ComponentProps) {
  return <AmbassadorsPage {...loaderData} />;
}
