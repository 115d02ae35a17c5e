import type { LoaderFunctionArgs } from 'react-router';
import { TermsDeskPage } from '~/features/terms/terms-desk-page';
import { loadTerms } from '~/features/terms/terms.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/ambassadors-desk';

export function loader(side: LoaderFunctionArgs) {
  return loadTerms(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('terms.desk') });
}

export default function AmbassadorsDeskRoute({ loaderData }: Route.ComponentProps) {
  return <TermsDeskPage {...loaderData} />;
}
