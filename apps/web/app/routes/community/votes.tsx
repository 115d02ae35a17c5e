import type { LoaderFunctionArgs } from 'react-router';
import { loadRuns } from '~/features/genuineness/genuineness.server';
import { RunsPage } from '~/features/genuineness/runs-page';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/votes';

export function loader(side: LoaderFunctionArgs) {
  return loadRuns(side);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('genuineness.title') });
}

export default function Votes({ loaderData }: Route.ComponentProps) {
  return <RunsPage runs={loaderData} />;
}
