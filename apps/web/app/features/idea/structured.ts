import type { IdeaFull } from './idea.server';

/** An idea as search engines read it (schema.org). `url` is its absolute address. */
export function structuredIdea(idea: IdeaFull, url: string, language: string): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    '@id': url,
    url,
    headline: idea.title,
    text: idea.excerpt,
    inLanguage: language,
    datePublished: idea.createdAt,
    ...(idea.editedAt && { dateModified: idea.editedAt }),
    ...(idea.author && { author: { '@type': 'Person', name: idea.author.displayName } }),
    commentCount: idea.commentCount,
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/LikeAction',
      userInteractionCount: idea.support.raw + idea.support.imported,
    },
  };
}
