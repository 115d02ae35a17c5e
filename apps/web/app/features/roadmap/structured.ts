import type { ChangelogEntryFragment } from '~/graphql/generated/documents';
import { ideaPath } from '../paths';
import type { RoadPart } from './roadmap.server';

interface Place {
  /** The site's address without a slash at its end. */
  readonly origin: string;
  readonly slug: string;
  readonly name: string;
}

/** A roadmap as search engines read it (schema.org): its ideas in order. */
export function structuredRoadmap(parts: readonly RoadPart[], { origin, slug, name }: Place): Record<string, unknown> {
  const ideas = parts.flatMap(({ page }) => page.nodes);
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name,
    itemListElement: ideas.map((idea, index) => ({ '@type': 'ListItem', position: index + 1, name: idea.title, url: origin + ideaPath(slug, idea) })),
  };
}

/** The brand's answers as posts of a blog (schema.org). @param titleOf e.g. "Planned: a pier" */
export function structuredChangelog(entries: readonly ChangelogEntryFragment[], titleOf: (entry: ChangelogEntryFragment) => string, { origin, slug, name }: Place): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Blog',
    name,
    blogPost: entries.map((entry) => ({
      '@type': 'BlogPosting',
      headline: titleOf(entry),
      datePublished: entry.at,
      url: origin + ideaPath(slug, entry.idea),
      author: entry.response?.author ? { '@type': 'Person', name: entry.response.author.displayName } : { '@type': 'Organization', name },
    })),
  };
}
