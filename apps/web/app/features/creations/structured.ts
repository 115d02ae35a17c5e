import type { CreationFull } from './creations.server';

/** A work as search engines read it (schema.org). `url` is its absolute address, `origin` the site's. */
export function structuredCreation(creation: CreationFull, { url, origin, language }: { url: string; origin: string; language: string }): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': url,
    url,
    name: creation.title,
    description: creation.excerpt,
    inLanguage: language,
    dateCreated: creation.createdAt,
    ...(creation.editedAt && { dateModified: creation.editedAt }),
    ...(creation.author && { creator: { '@type': 'Person', name: creation.author.displayName } }),
    image: creation.pictures.map(({ plainUrl }) => origin + plainUrl),
    ...(creation.remixOf?.title && { isBasedOn: new URL(creation.remixOf.id, url).href }),
    commentCount: creation.responseCount,
    interactionStatistic: { '@type': 'InteractionCounter', interactionType: 'https://schema.org/LikeAction', userInteractionCount: creation.appreciations },
  };
}
