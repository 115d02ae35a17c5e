import type { LoaderFunctionArgs } from 'react-router';
import { query, signInFirst } from '~/data/query.server';
import { InboxDocument, InboxSettingsDocument, type InboxQuery, type InboxSettingsQuery } from '~/graphql/generated/documents';
import { parseInbox } from './inbox-state';

export type Inbox = NonNullable<InboxQuery['viewer']>;
export type InboxSettings = NonNullable<InboxSettingsQuery['viewer']>;

/** What the reader was told here. */
export async function loadInbox(side: LoaderFunctionArgs) {
  const state = parseInbox(new URL(side.request.url).searchParams);
  const { viewer } = await query(side, InboxDocument, { community: side.params.slug!, ...state });
  if (!viewer) throw signInFirst(side.request);
  return { state, viewer };
}

/** What reaches the reader, and how. */
export async function loadInboxSettings(side: LoaderFunctionArgs) {
  const { viewer } = await query(side, InboxSettingsDocument, { community: side.params.slug! });
  if (!viewer) throw signInFirst(side.request);
  return { viewer };
}
