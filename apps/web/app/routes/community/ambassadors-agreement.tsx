import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { AgreementPage } from '~/features/terms/agreement-page';
import { loadAgreement } from '~/features/terms/terms.server';
import { agreementPath } from '~/features/terms/terms-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/ambassadors-agreement';

export function loader(side: LoaderFunctionArgs) {
  return loadAgreement(side);
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, { title: t('terms.agreement'), description: t('terms.agreementLead', { community: community?.name ?? '' }), canonical: community ? agreementPath(community.slug) : undefined });
}

export default function AmbassadorsAgreementRoute({ loaderData }: Route.ComponentProps) {
  return <AgreementPage key={loaderData.locale} {...loaderData} />;
}
