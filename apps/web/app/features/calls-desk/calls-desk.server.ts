import { type LoaderFunctionArgs, redirect } from 'react-router';
import { notFound, query, signInFirst } from '~/data/query.server';
import {
  CallFunnelDocument,
  type CallFunnelQuery,
  CallRunDocument,
  type CallRunQuery,
  CallToWriteDocument,
  type CallWrittenFragment,
  PanelListDocument,
  type PanelListQuery,
  PanelReadDocument,
  type PanelReadQuery,
} from '~/graphql/generated/documents';
import { callPath } from '../paths';
import { funnelTime } from './funnel-time';
import { panelState, panelVariables } from './panel-state';

export type CallToRun = NonNullable<CallRunQuery['call']>;
export type CallAgreements = NonNullable<CallRunQuery['community']>;
export type Funnel = NonNullable<NonNullable<CallFunnelQuery['community']>['ambassadorNumbers']>['calls'][number];
export type PanelCall = NonNullable<PanelListQuery['call']>;
export type PanelApplication = NonNullable<PanelReadQuery['application']>;

/** A call to change, for who runs it. */
export async function loadCallToWrite(side: LoaderFunctionArgs): Promise<{ call: CallWrittenFragment }> {
  const { call } = await query(side, CallToWriteDocument, { id: side.params.id! });
  if (!call || call.community.slug !== side.params.slug || !call.viewerRuns) throw notFound();
  return { call };
}

/** Everything about running a call: who reads, what changed, what came of it. */
export async function loadCallRun(side: LoaderFunctionArgs): Promise<{ call: CallToRun; agreements: CallAgreements; funnel: Funnel | null }> {
  const { call, community } = await query(side, CallRunDocument, { id: side.params.id!, slug: side.params.slug! });
  if (!call || call.community.slug !== side.params.slug || !call.viewerRuns) throw notFound();
  return { call, agreements: community!, funnel: call.state === 'DRAFT' ? null : await funnelOf(side, call) };
}

/** The panel's list, and the applications that are open beside one another. */
export async function loadPanelDesk(side: LoaderFunctionArgs): Promise<{ call: PanelCall; waiting: number; open: PanelApplication[] }> {
  const state = panelState(new URL(side.request.url).searchParams);
  const [{ call, waiting }, ...read] = await Promise.all([
    query(side, PanelListDocument, { id: side.params.id!, ...panelVariables(state) }),
    ...state.open.map((id) => query(side, PanelReadDocument, { id })),
  ]);
  if (!call || call.community.slug !== side.params.slug) throw notFound();
  if (!call.viewerIsOfPanel) throw call.selection === 'PANEL' ? signInFirst(side.request) : redirect(callPath(call.community.slug, call.id, '/candidates'));
  const open = read.flatMap(({ application }) => (application?.call.id === call.id ? [application] : []));
  return { call, waiting: waiting?.applications?.totalCount ?? 0, open };
}

async function funnelOf(side: LoaderFunctionArgs, { id, opensAt }: { id: string; opensAt: string }): Promise<Funnel | null> {
  const { community } = await query(side, CallFunnelDocument, { slug: side.params.slug!, call: id, ...funnelTime(opensAt, Date.now()) });
  return community?.ambassadorNumbers?.calls[0] ?? null;
}
