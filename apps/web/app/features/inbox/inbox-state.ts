import { pagePath } from '../paths';

export interface InboxState {
  readonly unreadOnly: boolean;
  readonly after: string | null;
}

/** What an address of the inbox asks for. */
export function parseInbox(search: URLSearchParams): InboxState {
  return { unreadOnly: search.get('show') === 'unread', after: search.get('after') };
}

/** The address of a view of the inbox. */
export function inboxPath(slug: string, { unreadOnly, after }: Partial<InboxState> = {}): string {
  const search = new URLSearchParams({ ...(unreadOnly ? { show: 'unread' } : {}), ...(after ? { after } : {}) });
  return pagePath(slug, 'inbox') + (search.size > 0 ? `?${search}` : '');
}
