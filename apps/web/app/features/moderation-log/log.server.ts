import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { servicesContext } from '~/data/services.server';
import { ModerationLogDocument, ModerationLogEntryDocument, type LogHeadFactsFragment, type LogLineFragment, type ModerationLogQuery } from '~/graphql/generated/documents';
import { kindsOf, parseLog, type LogState } from './log-state';

type Page = NonNullable<ModerationLogQuery['community']>['moderationLog'];

/** The log's id, the latest head, and a page of entries or one of them. */
export interface Log {
  readonly id: string;
  readonly head: LogHeadFactsFragment | null;
  readonly page: Omit<Page, 'totalCount'> & { totalCount: number | null };
  readonly state: LogState;
  readonly origin: string;
}

export async function loadLog(side: LoaderFunctionArgs): Promise<Log> {
  const state = parseLog(new URL(side.request.url).searchParams);
  const slug = side.params.slug!;
  const { origin } = side.context.get(servicesContext);
  if (state.entry !== null) return { ...(await oneEntry(side, slug, state.entry)), state, origin };
  const { community } = await query(side, ModerationLogDocument, { slug, after: state.after, kinds: kindsOf(state) });
  if (!community) throw notFound();
  return { id: community.id, head: community.logHead, page: community.moderationLog, state, origin };
}

async function oneEntry(side: LoaderFunctionArgs, slug: string, index: number) {
  const { community } = await query(side, ModerationLogEntryDocument, { slug, index });
  if (!community?.logEntry) throw notFound();
  const nodes: LogLineFragment[] = [community.logEntry];
  return { id: community.id, head: community.logHead, page: { nodes, totalCount: null, pageInfo: { hasNextPage: false, endCursor: null } } };
}
