import type { SqlParameters } from '@fanfare/ideas';

/** Where the words of each kind stand. */
const TEXTS: Readonly<Record<string, readonly [table: string, ...columns: string[]]>> = {
  IDEA: ['ideas', 'title', 'body'],
  COMMENT: ['comments', 'body'],
  CREATION: ['creations', 'title', 'story'],
  CREATION_RESPONSE: ['creation_responses', 'body'],
  CIRCLE_POST: ['circle_posts', 'body'],
};

/** SQL, over `t` (review items): part of the text it is about, or of its author's names. */
export function searchedFor(words: string, parameters: SqlParameters): string {
  const like = `${parameters.add(`%${words.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`)}::text`;
  const inTexts = Object.entries(TEXTS).map(([kind, [table, ...columns]]) => {
    const found = columns.map((column) => `x.${column} ILIKE ${like}`).join(' OR ');
    return `(t.subject_kind = '${kind}' AND EXISTS (SELECT FROM ${table} x WHERE x.id = t.subject_id AND (${found})))`;
  });
  const byName = `EXISTS (SELECT FROM members x WHERE x.id = t.author_id AND (x.handle::text ILIKE ${like} OR x.display_name ILIKE ${like}))`;
  return `(${[byName, ...inTexts].join(' OR ')})`;
}
