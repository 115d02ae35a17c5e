import { isForeignKeyViolation, rowsOf, type Tx } from '@fanfare/database';
import { newId, Problem } from '@fanfare/kernel';
import type { Rung } from './community.row.js';
import type { CategorySetting } from './settings.js';
import { isDeepStrictEqual } from 'node:util';

export async function writeTerms(tx: Tx, communityId: string, terms: { version: number; body: string; at: Date }): Promise<void> {
  const sql = 'INSERT INTO community_terms (community_id, version, body, created_at) VALUES ($1, $2, $3, $4)';
  await tx.query(sql, [communityId, terms.version, terms.body, terms.at]);
}

const LADDER = 'SELECT position, support, days FROM rungs WHERE community_id = $1 ORDER BY position';
const CATEGORIES = 'SELECT id, slug, name, description FROM categories WHERE community_id = $1 ORDER BY position, id FOR UPDATE';

/** Replaces the ladder. Ideas keep the number of the rung they reached. @returns whether it is another one now */
export async function writeLadder(tx: Tx, communityId: string, rungs: readonly Rung[]): Promise<boolean> {
  if (isDeepStrictEqual(await rowsOf<Rung>(tx, LADDER, [communityId]), rungs)) return false;
  await tx.query('DELETE FROM rungs WHERE community_id = $1 AND position > $2', [communityId, rungs.length]);
  await tx.query(
    `INSERT INTO rungs (community_id, position, support, days)
     SELECT $1, * FROM unnest($2::int[], $3::int[], $4::int[])
     ON CONFLICT (community_id, position) DO UPDATE SET support = excluded.support, days = excluded.days`,
    [communityId, rungs.map((rung) => rung.position), rungs.map((rung) => rung.support), rungs.map((rung) => rung.days)],
  );
  return true;
}

/**
 * Replaces the list of categories: those with an id are changed, those without are made, those missing are taken away.
 *
 * @returns whether they are others now
 * @throws Problem `UNKNOWN_CATEGORY` for an id that is not this community's, `CATEGORY_IN_USE` when ideas still stand in one
 * that would go.
 */
export async function writeCategories(tx: Tx, communityId: string, settings: readonly CategorySetting[]): Promise<boolean> {
  const known = await rowsOf<CategorySetting & { id: string }>(tx, CATEGORIES, [communityId]);
  if (isDeepStrictEqual(known, settings)) return false;
  const kept = settings.map((one) => one.id).filter((id) => id !== null);
  if (kept.some((id) => !known.some((row) => row.id === id))) throw new Problem('UNKNOWN_CATEGORY');
  await removeExcept(tx, communityId, kept);
  await tx.query(
    `INSERT INTO categories (id, community_id, slug, name, description, position)
     SELECT t.id, $1, t.slug, t.name, t.description, t.position
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS t (id, slug, name, description, position)
     ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, name = excluded.name, description = excluded.description, position = excluded.position`,
    [
      communityId,
      settings.map((one) => one.id ?? newId()),
      settings.map((one) => one.slug),
      settings.map((one) => one.name),
      settings.map((one) => one.description),
    ],
  );
  return true;
}

async function removeExcept(tx: Tx, communityId: string, kept: readonly string[]): Promise<void> {
  try {
    await tx.query('DELETE FROM categories WHERE community_id = $1 AND id <> ALL ($2::uuid[])', [communityId, kept]);
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new Problem('CATEGORY_IN_USE');
    throw error;
  }
}
