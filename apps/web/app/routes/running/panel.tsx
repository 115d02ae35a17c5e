import { data, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { query, signInFirst } from '~/data/query.server';
import { PanelPage } from '~/features/running/panel-page';
import { PanelPageDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('panel.dutiesTitle') });

/** For the panel of moderators, and for whoever runs the deployment. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await query({ request, context }, PanelPageDocument);
  if (!viewer) throw signInFirst(request);
  if (!viewer.panelDuties) throw data({ code: 'NOT_ALLOWED', params: {} } satisfies ProblemFacts, { status: 403 });
  return viewer.panelDuties;
}

export default function Panel() {
  return <PanelPage duties={useLoaderData<typeof loader>()} />;
}
