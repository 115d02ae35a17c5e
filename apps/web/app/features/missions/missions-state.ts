import type { MissionFilter } from '~/graphql/generated/documents';

/** What the addresses of missions say. */
export const MISSION_TABS = ['open', 'coming', 'closed', 'mine', 'drafts'] as const;
export type MissionTab = (typeof MISSION_TABS)[number];

/** What the API is asked for. */
export const FILTER_OF: Readonly<Record<MissionTab, MissionFilter>> = {
  open: { phase: ['OPEN'] },
  coming: { phase: ['COMING'] },
  closed: { phase: ['CLOSED'] },
  mine: { joined: true },
  drafts: { phase: ['DRAFT'] },
};

export interface MissionsState {
  readonly tab: MissionTab;
  readonly after: string | null;
}

export function parseMissions(params: URLSearchParams): MissionsState {
  return { tab: MISSION_TABS.find((tab) => tab === params.get('tab')) ?? 'open', after: params.get('after') || null };
}

export function formatMissions({ tab, after }: MissionsState): string {
  const params = new URLSearchParams({ ...(tab !== 'open' ? { tab } : {}), ...(after ? { after } : {}) });
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
