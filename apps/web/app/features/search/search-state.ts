/** What the address of a search says. */
export interface SearchState {
  /** What to look for, tidied; empty when nothing was asked yet. */
  readonly query: string;
  readonly after: string | null;
}

/** Longer than any title; what lies beyond would not find more. */
const LONGEST_QUERY = 200;

export function parseSearch(params: URLSearchParams): SearchState {
  return { query: tidyQuery(params.get('q') ?? ''), after: params.get('after') || null };
}

export function formatSearch(state: SearchState): string {
  const params = new URLSearchParams();
  if (state.query) params.set('q', state.query);
  if (state.after) params.set('after', state.after);
  const text = params.toString();
  return text && `?${text}`;
}

/** One line, single spaces, cut by whole characters. */
export function tidyQuery(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return [...line].slice(0, LONGEST_QUERY).join('').trim();
}
