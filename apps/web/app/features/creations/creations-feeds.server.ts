import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { servicesContext } from '~/data/services.server';
import { CreationsFeedDocument, type CreationsFeedQuery, SitemapCreationsDocument, type SitemapCreationsQuery } from '~/graphql/generated/documents';
import { translatorFor, type Translator } from '~/i18n/translator';
import { renderAtom, type AtomEntry } from '../feeds/atom';
import type { SitemapPage } from '../feeds/sitemap';
import { escapeXml } from '../feeds/xml';
import { creationPath, creationsPath, pagePath } from '../paths';

type Entry = NonNullable<CreationsFeedQuery['community']>['creations']['nodes'][number];

/** The latest works, as an Atom feed in the community's own language. */
export async function creationsAtom(side: LoaderFunctionArgs): Promise<string> {
  const slug = side.params.slug!;
  const { community } = await query(side, CreationsFeedDocument, { slug });
  if (!community) throw notFound();
  const { origin } = side.context.get(servicesContext);
  const t = translatorFor(community.locale);
  return renderAtom({
    self: origin + pagePath(slug, 'creations.atom'),
    page: origin + creationsPath(slug),
    title: t('creations.atomTitle', { community: community.name }),
    subtitle: community.tagline,
    language: community.locale,
    entries: community.creations.nodes.map((creation) => entryOf(creation, origin, slug, t)),
  });
}

function entryOf(creation: Entry, origin: string, slug: string, t: Translator): AtomEntry {
  const { cover, createdAt, editedAt } = creation;
  const link = origin + creationPath(slug, creation);
  const picture = cover ? `<p><img src="${escapeXml(origin + cover.plainUrl)}" alt="${escapeXml(cover.alt)}"></p>` : '';
  const author = creation.author?.displayName ?? t('creations.former');
  return { id: link, link, title: creation.title, html: picture + creation.html, published: createdAt, updated: editedAt ?? createdAt, author, category: null };
}

/** More than any wall is scrolled. */
const MOST_PAGES = 100;

/** The addresses of works for search engines, the newest first. */
export async function creationPages(side: LoaderFunctionArgs, slug: string): Promise<SitemapPage[]> {
  const { origin } = side.context.get(servicesContext);
  const pages: SitemapPage[] = [];
  let after: string | null = null;
  for (let asked = 0; asked < MOST_PAGES; asked += 1) {
    const answer: SitemapCreationsQuery = await query(side, SitemapCreationsDocument, { slug, after });
    const { nodes, pageInfo } = answer.community!.creations;
    pages.push(...nodes.map((creation) => ({ url: origin + creationPath(slug, creation), changed: creation.editedAt ?? creation.createdAt })));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return pages;
}
