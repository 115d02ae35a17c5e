import type { LoaderFunctionArgs } from 'react-router';
import { AppealsPage } from '~/features/terms/appeals-page';
import { loadAppeals } from '~/features/terms/terms.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/ambassador-appeals';

export function loader(side: LoaderFunctionArgs) {
  return loadAppeals(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('terms.appeals') });
}

export default function AmbassadorAppealsRoute({ loaderData }: Route.ComponentProps) {
  return <AppealsPage {...loaderData} />;
}
