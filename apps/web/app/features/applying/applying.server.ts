import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query, signInFirst } from '~/data/query.server';
import { CandidatesDocument, type CandidatesQuery, MyProvedSitesDocument, MySpokespeopleDocument } from '~/graphql/generated/documents';
import { loadCall } from '../recruitment/recruitment.server';

export type Candidates = NonNullable<CandidatesQuery['call']>;

/** A circle the reader is in, and who speaks for it. */
export interface Voice {
  readonly id: string;
  readonly name: string;
  readonly spokesperson: { readonly id: string; readonly displayName: string };
}

/** A call with the circles whose spokesperson its reader may put forward. */
export async function loadCallPage(side: LoaderFunctionArgs) {
  const [page, { viewer }] = await Promise.all([loadCall(side), query(side, MySpokespeopleDocument, { slug: side.params.slug! })]);
  const { membership } = viewer ?? {};
  const voices = (membership?.circles.nodes ?? []).filter((circle): circle is typeof circle & Voice => circle.spokesperson !== null && circle.spokesperson.id !== membership?.id);
  return { ...page, voices };
}

/** A call to answer, with the sites its reader proved to be theirs. */
export async function loadApply(side: LoaderFunctionArgs) {
  const [{ call }, { viewer }] = await Promise.all([loadCall(side), query(side, MyProvedSitesDocument, {})]);
  if (!viewer) throw signInFirst(side.request);
  return { call, sites: viewer.identity.evidence.filter(({ kind }) => kind === 'WEBSITE').map(({ detail }) => detail) };
}

const STATES = ['SELECTED', 'WAITING', 'DECLINED'] as const;

/** Who applied, where the community has a say. */
export async function loadCandidates(side: LoaderFunctionArgs): Promise<{ call: Candidates }> {
  const search = new URL(side.request.url).searchParams;
  const state = STATES.find((one) => one === search.get('state'));
  const { call } = await query(side, CandidatesDocument, { id: side.params.id!, after: search.get('after'), state: state ? [state] : null });
  if (!call?.applications || call.selection === 'PANEL' || call.community.slug !== side.params.slug) throw notFound();
  return { call };
}
