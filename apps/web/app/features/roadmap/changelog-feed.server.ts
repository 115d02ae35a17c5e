import type { LoaderFunctionArgs } from 'react-router';
import { servicesContext } from '~/data/services.server';
import type { ChangelogEntryFragment } from '~/graphql/generated/documents';
import { translatorFor, type Translator } from '~/i18n/translator';
import { renderAtom, type AtomEntry } from '../feeds/atom';
import { textResponse } from '../feeds/feeds.server';
import { ideaPath, pagePath } from '../paths';
import { loadChangelog } from './roadmap.server';

/** The changelog as Atom, in the community's own language. */
export async function changelogFeed(side: LoaderFunctionArgs): Promise<Response> {
  const slug = side.params.slug!;
  const { community, category } = await loadChangelog(side);
  const { origin } = side.context.get(servicesContext);
  const t = translatorFor(community.locale);
  const filter = category ? `?category=${category.slug}` : '';
  const xml = renderAtom({
    self: origin + pagePath(slug, 'changelog.atom') + filter,
    page: origin + pagePath(slug, 'changelog') + filter,
    title: t('roadmap.atomTitle', { community: community.name }),
    subtitle: community.tagline,
    language: community.locale,
    entries: community.changelog.nodes.map((entry) => entryOf(entry, { origin, slug, t, name: community.name })),
  });
  return textResponse(xml, 'application/atom+xml');
}

interface Place {
  readonly origin: string;
  readonly slug: string;
  readonly t: Translator;
  readonly name: string;
}

/** Each move is an entry of its own, so that a reader of feeds hears of every step. */
function entryOf({ id, at, to, idea, response }: ChangelogEntryFragment, { origin, slug, t, name }: Place): AtomEntry {
  return {
    id: `${origin}${pagePath(slug, 'changelog')}#${id}`,
    link: origin + ideaPath(slug, idea),
    title: t('roadmap.entryTitle', { status: t(`domain.status.${to}`), title: idea.title }),
    html: response?.bodyHtml ?? '',
    published: at,
    updated: at,
    author: response?.author?.displayName ?? name,
    category: idea.category?.name ?? null,
  };
}
