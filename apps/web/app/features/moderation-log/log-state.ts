import type { LogEntryKind } from '~/graphql/generated/documents';

/** What the address of the log says: a kind of entries, a page of them, or one entry. */
export interface LogState {
  readonly show: LogShow;
  readonly after: string | null;
  readonly entry: number | null;
}

export const LOG_SHOWS = ['all', 'decisions', 'appeals'] as const;
export type LogShow = (typeof LOG_SHOWS)[number];

const KINDS: Readonly<Record<LogShow, LogEntryKind[] | null>> = { all: null, decisions: ['DECISION', 'SECOND', 'DECISION_ENDED'], appeals: ['APPEAL'] };

/** The largest whole number that the API takes. */
const MOST = 2 ** 31 - 1;

export function parseLog(params: URLSearchParams): LogState {
  const asked = params.get('entry');
  const entry = asked !== null && /^\d{1,10}$/.test(asked) ? Math.min(Number(asked), MOST) : null;
  return { show: LOG_SHOWS.find((show) => show === params.get('show')) ?? 'all', after: params.get('after') || null, entry };
}

export function kindsOf({ show }: LogState): LogEntryKind[] | null {
  return KINDS[show];
}

export function logPath(slug: string, { show = 'all', after, entry }: Partial<LogState> = {}): string {
  const params = new URLSearchParams();
  if (entry != null) params.set('entry', String(entry));
  if (show !== 'all') params.set('show', show);
  if (after) params.set('after', after);
  return `/c/${slug}/log${params.size > 0 ? `?${params}` : ''}`;
}
