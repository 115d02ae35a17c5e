import type { MissionFilter } from '~/graphql/generated/documents';

/** What the addresses of missions say. */
export const MISSION_TABS = ['open', 'coming', 'closed', 'mine', 'drafts'] as const;
export type MissionTab = (typeof MISSION_TABS)[number];

/** What the API is asked for. */
const FILTER_OF: Readonly<Record<MissionTab, MissionFilter>> = {
  open: { phase: ['OPEN'] },
  coming: { phase: ['COMING'] },
  closed: { phase: ['CLOSED'] },
  mine: { joined: true },
  drafts: { phase: ['DRAFT'] },
};

export interface MissionsState {
  readonly tab: MissionTab;
  /** Of one period only. */
  readonly period: string | null;
  readonly after: string | null;
}

/** What the API is asked for by an address. */
export function filterOf({ tab, period }: MissionsState): MissionFilter {
  return { ...FILTER_OF[tab], ...(period ? { period } : {}) };
}

interface Dated {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The period that is asked for; else the one we are in, else what comes next, else the last. `periods` have the latest first. */
export function shownPeriod<Period extends Dated>(periods: readonly Period[], asked: string | null, now: number): Period | null {
  if (asked) return periods.find(({ id }) => id === asked) ?? null;
  const running = periods.find(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt));
  return running ?? periods.filter(({ startsAt }) => Date.parse(startsAt) > now).at(-1) ?? periods[0] ?? null;
}

export function parseMissions(params: URLSearchParams): MissionsState {
  return { tab: MISSION_TABS.find((tab) => tab === params.get('tab')) ?? 'open', period: idIn(params.get('period')), after: params.get('after') || null };
}

function idIn(text: string | null): string | null {
  return text && /^[0-9a-f-]{36}$/i.test(text) ? text.toLowerCase() : null;
}

export function formatMissions({ tab, period, after }: MissionsState): string {
  const params = new URLSearchParams({ ...(tab !== 'open' ? { tab } : {}), ...(period ? { period } : {}), ...(after ? { after } : {}) });
  return params.size > 0 ? `?${params}` : '';
}

export const DESK_TABS = ['waiting', 'returned', 'accepted', 'refused', 'lost'] as const;
export type DeskTab = (typeof DESK_TABS)[number];

export interface EntriesState {
  readonly tab: DeskTab;
  readonly after: string | null;
}

export function parseEntries(params: URLSearchParams): EntriesState {
  return { tab: DESK_TABS.find((tab) => tab === params.get('tab')) ?? 'waiting', after: params.get('after') || null };
}

export function formatEntries({ tab, after }: EntriesState): string {
  const params = new URLSearchParams({ ...(tab !== 'waiting' ? { tab } : {}), ...(after ? { after } : {}) });
  return params.size > 0 ? `?${params}` : '';
}

/** The address of missions, or of one, or of a page beside them. */
export function missionsPath(community: string, rest = ''): string {
  return `/c/${community}/missions${rest}`;
}

export function entryPath(community: string, entry: string): string {
  return `/c/${community}/entries/${entry}`;
}
