import { rowsOf, type Tx } from '@fanfare/database';
import { isId, Problem } from '@fanfare/kernel';

/** A category named by a client, if it is this community's. @throws Problem `UNKNOWN_CATEGORY` */
export async function categoryOf(tx: Tx, communityId: string, category: string | null | undefined): Promise<string | null> {
  if (!category) return null;
  const sql = 'SELECT id FROM categories WHERE id = $1 AND community_id = $2';
  const [row] = isId(category) ? await rowsOf<{ id: string }>(tx, sql, [category, communityId]) : [];
  if (!row) throw new Problem('UNKNOWN_CATEGORY');
  return row.id;
}
