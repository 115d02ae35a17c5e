import type { TermState } from '~/graphql/generated/documents';
import { ambassadorsPath } from '../paths';

/** What ambassadors agree to, in every version. */
export function agreementPath(community: string, query = ''): string {
  return `${ambassadorsPath(community)}/agreement${query}`;
}

/** One's own term; without an id the one that matters now. */
export function myTermPath(community: string, id?: string): string {
  return `${ambassadorsPath(community)}/mine${id ? `?term=${id}` : ''}`;
}

/** The brand's list of terms. */
export function termsDeskPath(community: string, query = ''): string {
  return `${ambassadorsPath(community)}/desk${query}`;
}

/** Where moderators decide what ambassadors appeal against; one of them. */
export function ambassadorAppealsPath(community: string, id = '', query = ''): string {
  return `/c/${community}/moderation/ambassadors${id && `/${id}`}${query}`;
}

/** Changes with what a card says, so that previews fetch it anew: short, and no secret. */
export function cardVersion(member: { readonly displayName: string; readonly missionsDone: number; readonly ideaCount: number; readonly ambassadorTerms: readonly { readonly state: string; readonly until: string | null; readonly receives: string }[] }): string {
  const [term] = member.ambassadorTerms;
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([member.displayName, member.missionsDone, member.ideaCount, term?.state, term?.until, term?.receives])) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Of the picture that link previews show of an ambassador. `version` changes with what it says. */
export function shareCardPath(community: string, handle: string, version?: string): string {
  return `/c/${community}/members/${encodeURIComponent(handle)}/card.png${version ? `?v=${version}` : ''}`;
}

export const TERM_TABS = ['running', 'offered', 'ended', 'revoked'] as const;
export type TermTab = (typeof TERM_TABS)[number];

/** What the API is asked for. */
export const STATES_OF: Readonly<Record<TermTab, TermState[]>> = {
  running: ['ACTIVE'],
  offered: ['OFFERED', 'LAPSED'],
  ended: ['ENDED', 'RESIGNED'],
  revoked: ['REVOKED'],
};

export function parseTab(params: URLSearchParams): TermTab {
  return TERM_TABS.find((tab) => tab === params.get('tab')) ?? 'running';
}

/** A term as pages look at it. */
interface Dated {
  readonly state: TermState;
  readonly until: string | null;
}

/** Whether it is in force at this moment: its day may have come before the worker did. */
export function serves({ state, until }: Dated, now: Date): boolean {
  return state === 'ACTIVE' && until !== null && new Date(until) > now;
}

/** Whether either side may propose to go on. */
export function renewable(term: Dated & { readonly renewableFrom: string | null }, now: Date): boolean {
  return serves(term, now) && term.renewableFrom !== null && new Date(term.renewableFrom) <= now;
}
