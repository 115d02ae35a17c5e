import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { servicesContext } from '~/data/services.server';
import {
  AtomFeedDocument,
  DeliveredFeedDocument,
  SitemapCommunitiesDocument,
  SitemapIdeasDocument,
  SitemapMarkDocument,
  type FeedEntryFragment,
  type IdeaFilter,
} from '~/graphql/generated/documents';
import { translatorFor, type Translator } from '~/i18n/translator';
import { creationPages } from '../creations/creations-feeds.server';
import { movementPages } from '../movement/movement-feeds.server';
import { creationsPath, feedPath, ideaPath, pagePath } from '../paths';
import { renderAtom, type AtomEntry } from './atom';
import { Kept } from './kept';
import { MOST_ADDRESSES, type SitemapPage } from './sitemap';

/** Feeds and sitemaps look the same to everybody, so readers and proxies may keep them for a while. */
const KEPT = 'public, max-age=300';

export function textResponse(body: string, type: string): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': KEPT } });
}

interface AtomChoice {
  /** File name under the community's address. */
  readonly file: string;
  /** Which ideas, the newest first; `DELIVERED`: what became real, the latest first. */
  readonly filter: IdeaFilter | 'DELIVERED';
  title(t: Translator, community: string): string;
  /** The official answer tells how an idea came true; elsewhere the idea speaks for itself. */
  readonly withResponse: boolean;
}

/** An Atom feed of a community's latest ideas of one kind, in the community's own language. */
export async function atomFeed(side: LoaderFunctionArgs, choice: AtomChoice): Promise<Response> {
  const slug = side.params.slug!;
  const { filter } = choice;
  const { community } = await (filter === 'DELIVERED' ? query(side, DeliveredFeedDocument, { slug }) : query(side, AtomFeedDocument, { slug, filter }));
  if (!community) throw notFound();
  const { origin } = side.context.get(servicesContext);
  const t = translatorFor(community.locale);
  const xml = renderAtom({
    self: `${origin}/c/${slug}/${choice.file}`,
    page: origin + feedPath(slug),
    title: choice.title(t, community.name),
    subtitle: community.tagline,
    language: community.locale,
    entries: community.ideas.nodes.map((idea) => entryOf(idea, { origin, slug, t, withResponse: choice.withResponse })),
  });
  return textResponse(xml, 'application/atom+xml');
}

interface EntryPlace {
  readonly origin: string;
  readonly slug: string;
  readonly t: Translator;
  readonly withResponse: boolean;
}

function entryOf(idea: FeedEntryFragment, { origin, slug, t, withResponse }: EntryPlace): AtomEntry {
  const response = withResponse ? idea.officialResponse : null;
  const times = [idea.createdAt, idea.editedAt, response?.createdAt].filter((time) => time != null);
  return {
    id: `${origin}/c/${slug}/ideas/${idea.id}`,
    link: origin + ideaPath(slug, idea),
    title: idea.title,
    html: (response?.bodyHtml ?? '') + idea.bodyHtml,
    published: idea.createdAt,
    updated: times.sort().at(-1) ?? idea.createdAt,
    author: idea.author?.displayName ?? t('idea.commentFormer'),
    category: idea.category?.name ?? null,
  };
}

/** What tells that something may have left a community's sitemap: a decision of its moderators, or that there is less than before. */
interface SitemapMark {
  readonly decisions: number;
  readonly ideas: number;
  readonly creations: number;
}

/**
 * A large community's sitemap takes a hundred questions: asked once in a while, however often it is fetched. What is new may
 * wait; what is withheld, removed or taken back leaves at once.
 */
const sitemaps = new Kept<SitemapPage[], SitemapMark>(10 * 60_000, 100, (then, now) => {
  return then.decisions === now.decisions && then.ideas <= now.ideas && then.creations <= now.creations;
});

/** Every address of a community that a search engine should know. */
export async function communitySitemap(side: LoaderFunctionArgs): Promise<SitemapPage[]> {
  const slug = side.params.slug!;
  const { community } = await query(side, SitemapMarkDocument, { slug });
  if (!community) throw notFound();
  const { moderationLog, ideas, creations } = community;
  const mark = { decisions: moderationLog.totalCount, ideas: ideas.totalCount, creations: creations.totalCount };
  return sitemaps.get(slug, Date.now(), mark, () => collect(side, slug));
}

async function collect(side: LoaderFunctionArgs, slug: string): Promise<SitemapPage[]> {
  const { origin } = side.context.get(servicesContext);
  const pages: SitemapPage[] = [
    { url: origin + feedPath(slug), changed: null },
    { url: origin + pagePath(slug, 'roadmap'), changed: null },
    { url: origin + pagePath(slug, 'changelog'), changed: null },
    { url: origin + creationsPath(slug), changed: null },
    { url: origin + pagePath(slug, 'members'), changed: null },
    { url: origin + pagePath(slug, 'guidelines'), changed: null },
    { url: origin + pagePath(slug, 'terms'), changed: null },
    { url: origin + pagePath(slug, 'marks'), changed: null },
  ];
  pages.push(...(await movementPages(side, slug)));
  let after: string | null = null;
  do {
    const { community }: { community: SitemapCommunity | null } = await query(side, SitemapIdeasDocument, { slug, after });
    if (!community) throw notFound();
    for (const idea of community.ideas.nodes) pages.push({ url: origin + ideaPath(slug, idea), changed: idea.editedAt ?? idea.createdAt });
    after = community.ideas.pageInfo.hasNextPage ? community.ideas.pageInfo.endCursor : null;
  } while (after && pages.length < MOST_ADDRESSES);
  if (pages.length < MOST_ADDRESSES) pages.push(...(await creationPages(side, slug)));
  return pages.slice(0, MOST_ADDRESSES);
}

interface SitemapCommunity {
  ideas: {
    nodes: { id: string; title: string; createdAt: string; editedAt: string | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

/** The sitemaps of all communities. */
export async function allSitemaps(side: LoaderFunctionArgs): Promise<SitemapPage[]> {
  const { origin } = side.context.get(servicesContext);
  const { communities } = await query(side, SitemapCommunitiesDocument, { after: null });
  return communities.nodes.map(({ slug }) => ({ url: `${origin}/c/${slug}/sitemap.xml`, changed: null }));
}
