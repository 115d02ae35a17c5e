import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock, isId, Problem } from '@fanfare/kernel';
import type { PictureKind } from './picture.kinds.js';
import { PICTURE_COLUMNS, type PictureRow } from './picture.row.js';
import { KEPT_UNUSED_MS } from './pictures.service.js';

export interface NewUse {
  readonly pictureId: string;
  readonly kind: PictureKind;
  /** Who asks: only whoever brought a picture may use it. */
  readonly accountId: string;
  /** What will show it: a member, a community, a creation … */
  readonly subjectId: string;
}

const TAKE = `
  UPDATE pictures p SET keep_until = NULL, hidden = false WHERE p.id = $1 AND p.kind = $2 AND p.account_id = $3 AND p.stored RETURNING ${PICTURE_COLUMNS}`;

const USE = 'INSERT INTO picture_uses (picture_id, subject_id) VALUES ($1, $2) ON CONFLICT DO NOTHING';

// Locked in the order of their ids before anything is written, as the collector does.
const LOCK_OF_SUBJECT = `
  SELECT p.id FROM pictures p JOIN picture_uses u ON u.picture_id = p.id
  WHERE u.subject_id = $1 AND ($2::uuid IS NULL OR p.id = $2) ORDER BY p.id FOR UPDATE OF p`;

const DROP = 'DELETE FROM picture_uses WHERE subject_id = $1 AND picture_id = ANY ($2)';

const UNUSED = `
  UPDATE pictures p SET keep_until = $2 WHERE p.id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM picture_uses u WHERE u.picture_id = p.id)`;

/** What shows which picture. A picture that nothing shows any more is collected a day later. */
@Injectable()
export class PictureUses {
  constructor(private readonly clock: Clock) {}

  /**
   * Makes a subject show a picture, in the caller's transaction.
   *
   * @throws Problem `NOT_FOUND` unless the account brought a picture of this kind
   */
  async take(tx: Tx, { pictureId, kind, accountId, subjectId }: NewUse): Promise<PictureRow> {
    const [picture] = isId(pictureId) ? await rowsOf<PictureRow>(tx, TAKE, [pictureId, kind, accountId]) : [];
    if (!picture) throw new Problem('NOT_FOUND', { what: 'picture' });
    await tx.query(USE, [picture.id, subjectId]);
    return picture;
  }

  /** Makes a picture that is in use stay for a subject that shows it to nobody. */
  async keep(tx: Tx, pictureId: string, subjectId: string): Promise<void> {
    await tx.query(USE, [pictureId, subjectId]);
  }

  /** A subject no longer shows a picture; null: none of its pictures. */
  async release(tx: Tx, subjectId: string, pictureId: string | null): Promise<void> {
    const ids = (await rowsOf<{ id: string }>(tx, LOCK_OF_SUBJECT, [subjectId, pictureId])).map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.query(DROP, [subjectId, ids]);
    await tx.query(UNUSED, [ids, new Date(this.clock.now().getTime() + KEPT_UNUSED_MS)]);
  }
}
