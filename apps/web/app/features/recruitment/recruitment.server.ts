import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import {
  CallDocument,
  type CallQuery,
  CallsDocument,
  type CallsQuery,
} from '~/graphql/generated/documents';

export type Calls = NonNullable<CallsQuery['community']>['calls'];
export type CallFull = NonNullable<CallQuery['call']>;
export type Agreement = NonNullable<NonNullable<CallQuery['community']>['en']>;
/** In each language of the house; where one is missing, the community's own. */
export type Agreements = Readonly<Record<'en' | 'fr', Agreement | null>>;

/** What a community looks for, and looked for. */
export async function loadCalls(side: LoaderFunctionArgs): Promise<{ calls: Calls }> {
  const after = new URL(side.request.url).searchParams.get('after');
  const { community } = await query(side, CallsDocument, { slug: side.params.slug!, after });
  if (!community) throw notFound();
  return { calls: community.calls };
}

/** One call, with what its ambassadors agree to. */
export async function loadCall(side: LoaderFunctionArgs): Promise<{ call: CallFull; agreements: Agreements }> {
  const { call, community } = await query(side, CallDocument, { id: side.params.id!, slug: side.params.slug! });
  if (!call || call.community.slug !== side.params.slug) throw notFound();
  return { call, agreements: { en: community?.en ?? null, fr: community?.fr ?? null } };
}
