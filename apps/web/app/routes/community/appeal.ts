import { redirect, type LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { decisionPath } from '~/features/paths';
import { AppealPlaceDocument } from '~/graphql/generated/documents';

/** Mails and notices name an appeal: it stands on the page of its decision, with the thread. */
export async function loader(side: LoaderFunctionArgs) {
  const { appeal } = await query(side, AppealPlaceDocument, { id: side.params.id! });
  if (!appeal) throw notFound();
  throw redirect(`${decisionPath(appeal.decision.community.slug, appeal.decision.id)}#appeal-${appeal.id}`);
}
