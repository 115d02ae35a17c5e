import { data, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { query } from '~/data/query.server';
import { HealthPage } from '~/features/running/health-page';
import { OperatorPageDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('running.operatorTitle') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const { deployment, communities, moderationPanel } = await query({ request, context }, OperatorPageDocument, { after });
  if (!deployment.health) throw data({ code: 'NOT_ALLOWED', params: {} } satisfies ProblemFacts, { status: 403 });
  return { health: deployment.health, communities, panel: moderationPanel ?? [] };
}

export default function Operator() {
  const { health, communities, panel } = useLoaderData<typeof loader>();
  return <HealthPage health={health} communities={communities} panel={panel} />;
}
