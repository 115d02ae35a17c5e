import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { RewardBudgetsDocument, type RewardBudgetsQuery } from '~/graphql/generated/documents';

export type Budget = NonNullable<NonNullable<RewardBudgetsQuery['community']>['rewardBudgets']>['nodes'][number];

/** What the brand set aside. Who may not read it is refused by the API. */
export async function loadBudgets(side: LoaderFunctionArgs): Promise<{ budgets: readonly Budget[] }> {
  const { community } = await query(side, RewardBudgetsDocument, { slug: side.params.slug! });
  if (!community?.rewardBudgets) throw notFound();
  return { budgets: community.rewardBudgets.nodes };
}
