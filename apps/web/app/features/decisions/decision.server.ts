import { redirect, type LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { DecisionPageDocument, type DecisionPageQuery } from '~/graphql/generated/documents';
import { decisionPath } from '../paths';

export type FullDecision = NonNullable<DecisionPageQuery['decision']>;

/** A decision under the address of its community; whoever may not know of it finds nothing. */
export async function loadDecision(side: LoaderFunctionArgs): Promise<FullDecision> {
  const { slug, id } = side.params;
  const { decision } = await query(side, DecisionPageDocument, { id: id! });
  if (!decision) throw notFound();
  if (decision.community.slug !== slug) throw redirect(decisionPath(decision.community.slug, decision.id));
  return decision;
}
