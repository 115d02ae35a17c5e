import type { LoaderFunctionArgs } from 'react-router';
import { allSitemaps, textResponse } from '~/features/feeds/feeds.server';
import { renderSitemapIndex } from '~/features/feeds/sitemap';

/** `/sitemap.xml`: names the sitemap of every community. */
export async function loader(side: LoaderFunctionArgs) {
  return textResponse(renderSitemapIndex(await allSitemaps(side)), 'application/xml');
}
