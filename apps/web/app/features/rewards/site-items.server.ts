import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { SiteItemsDocument, type SiteItemsQuery } from '~/graphql/generated/documents';

export type SiteItems = NonNullable<SiteItemsQuery['community']>['siteFeedItems'];

/** What ambassadors wrote on their own sites, the latest first. */
export async function loadSiteItems(side: LoaderFunctionArgs, first = 30): Promise<{ items: SiteItems }> {
  const after = new URL(side.request.url).searchParams.get('sites');
  const { community } = await query(side, SiteItemsDocument, { slug: side.params.slug!, first, after });
  if (!community) throw notFound();
  return { items: community.siteFeedItems };
}
