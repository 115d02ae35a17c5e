import type { LoaderFunctionArgs } from 'react-router';
import { AppealPage } from '~/features/terms/appeal-page';
import { loadAppeal } from '~/features/terms/terms.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/ambassador-appeal';

export function loader(side: LoaderFunctionArgs) {
  return loadAppeal(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('terms.appeals') });
}

export default function AmbassadorAppealRoute({ loaderData }: Route.ComponentProps) {
  return <AppealPage {...loaderData} />;
}
