import type { LoaderFunctionArgs } from 'react-router';
import { statementsCsv } from '~/features/transparency/report-files.server';

/** `/c/:slug/statements.csv?from=…&to=…`: the restrictions of a period in the fields of the Commission’s transparency database. */
export function loader(side: LoaderFunctionArgs) {
  return statementsCsv(side);
}
