/** What the address of one's own page says. */
export const ME_TABS = ['ideas', 'votes', 'comments', 'drafts', 'identity', 'reports', 'decisions'] as const;
export type MeTab = (typeof ME_TABS)[number];

export interface MeState {
  readonly tab: MeTab;
  readonly after: string | null;
}

export function parseMe(params: URLSearchParams): MeState {
  return { tab: ME_TABS.find((tab) => tab === params.get('tab')) ?? 'ideas', after: params.get('after') || null };
}

export function formatMe({ tab, after }: MeState): string {
  const params = new URLSearchParams();
  if (tab !== 'ideas') params.set('tab', tab);
  if (after) params.set('after', after);
  const text = params.toString();
  return text && `?${text}`;
}

/** Asks only for what the tab shows. */
export function variablesOf(community: string, { tab, after }: MeState) {
  return { community, after, withIdeas: tab === 'ideas', withVotes: tab === 'votes', withComments: tab === 'comments', withStanding: tab === 'identity', withReports: tab === 'reports', withDecisions: tab === 'decisions' };
}
