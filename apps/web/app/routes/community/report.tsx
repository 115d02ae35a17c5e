import { redirect, type LoaderFunctionArgs } from 'react-router';
import { query } from '~/data/query.server';
import { reportPath } from '~/features/reports/filed';
import { ReportPage } from '~/features/reports/report-page';
import { ReportByReferenceDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/report';

/** `/reports/R-…`, or the form that asks for one. */
export async function loader(side: LoaderFunctionArgs) {
  const { slug, reference } = side.params;
  const asked = new URL(side.request.url).searchParams.get('reference')?.trim();
  if (!reference && asked) throw redirect(reportPath(slug!, asked));
  if (!reference) return { reference: '', report: null };
  const { report } = await query(side, ReportByReferenceDocument, { reference });
  return { reference, report };
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('reports.askTitle') });
}

export default function ReportOfReference({ loaderData }: Route.ComponentProps) {
  return <ReportPage {...loaderData} />;
}
