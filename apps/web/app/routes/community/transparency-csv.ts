import type { LoaderFunctionArgs } from 'react-router';
import { reportCsv } from '~/features/transparency/report-files.server';

/** `/c/:slug/transparency.csv?from=…&to=…`: the transparency report of a period as CSV. */
export function loader(side: LoaderFunctionArgs) {
  return reportCsv(side);
}
