import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import {
  DeliveriesDocument,
  MovementLinksDocument,
  type MovementLinksQuery,
  RewardBudgetDocument,
  type RewardBudgetQuery,
  RewardBudgetsDocument,
  type RewardBudgetsQuery,
} from '~/graphql/generated/documents';
import { parseDeliveries } from './budgets-state';

export type Budgets = NonNullable<NonNullable<RewardBudgetsQuery['community']>['rewardBudgets']>;
export type Budget = Budgets['nodes'][number];
export type BudgetFull = NonNullable<NonNullable<RewardBudgetQuery['community']>['rewardBudget']>;
export type BudgetLine = BudgetFull['transfers']['nodes'][number];
export type Links = NonNullable<NonNullable<MovementLinksQuery['community']>['trackingLinks']>;
export type TrackedMission = NonNullable<MovementLinksQuery['community']>['missions']['nodes'][number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const params = ({ request }: LoaderFunctionArgs) => new URL(request.url).searchParams;

/** What the brand set aside. Who may not read it is refused by the API, here and below. */
export async function loadBudgets(side: LoaderFunctionArgs): Promise<{ budgets: Budgets }> {
  const { community } = await query(side, RewardBudgetsDocument, { slug: side.params.slug!, after: params(side).get('after') });
  if (!community?.rewardBudgets) throw notFound();
  return { budgets: community.rewardBudgets };
}

export async function loadBudget(side: LoaderFunctionArgs): Promise<{ budget: BudgetFull }> {
  const { community } = await query(side, RewardBudgetDocument, { slug: side.params.slug!, id: side.params.id!, after: params(side).get('after') });
  if (!community?.rewardBudget) throw notFound();
  return { budget: community.rewardBudget };
}

export async function loadDeliveries(side: LoaderFunctionArgs) {
  const state = parseDeliveries(params(side));
  const { community } = await query(side, DeliveriesDocument, { slug: side.params.slug!, state, after: params(side).get('after') });
  if (!community?.perkDeliveries) throw notFound();
  return { deliveries: community.perkDeliveries, state };
}

export async function loadLinks(side: LoaderFunctionArgs) {
  const asked = params(side).get('mission');
  const mission = asked && UUID.test(asked) ? asked : null;
  const { community } = await query(side, MovementLinksDocument, { slug: side.params.slug!, mission, after: params(side).get('after') });
  if (!community?.trackingLinks) throw notFound();
  const missions = community.missions.nodes;
  return { links: community.trackingLinks, missions, chosen: missions.find(({ id }) => id === mission) ?? null };
}
