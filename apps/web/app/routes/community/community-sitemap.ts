import type { LoaderFunctionArgs } from 'react-router';
import { communitySitemap, textResponse } from '~/features/feeds/feeds.server';
import { renderSitemap } from '~/features/feeds/sitemap';

/** `/c/:slug/sitemap.xml` */
export async function loader(side: LoaderFunctionArgs) {
  return textResponse(renderSitemap(await communitySitemap(side)), 'application/xml');
}
