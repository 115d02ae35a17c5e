import type { LoaderFunctionArgs } from 'react-router';
import { reportJson } from '~/features/transparency/report-files.server';

/** `/c/:slug/transparency.json?from=…&to=…`: the transparency report of a period as JSON. */
export function loader(side: LoaderFunctionArgs) {
  return reportJson(side);
}
