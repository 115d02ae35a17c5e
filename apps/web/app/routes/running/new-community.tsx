import { data, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import type { ProblemFacts } from '~/data/problem';
import { query, signInFirst } from '~/data/query.server';
import { WizardPage } from '~/features/running/wizard-page';
import { OperatorPowersDocument, SessionDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('running.wizardTitle') });

/** For whoever runs the deployment. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await query({ request, context }, SessionDocument);
  if (!viewer) throw signInFirst(request);
  if (!viewer.account.isOperator) throw data({ code: 'NOT_ALLOWED', params: {} } satisfies ProblemFacts, { status: 403 });
  if (viewer.security.staffHeld) await query({ request, context }, OperatorPowersDocument); // theirs, or only those of a team they are in?
  return null;
}

export default function NewCommunity() {
  return <WizardPage />;
}
