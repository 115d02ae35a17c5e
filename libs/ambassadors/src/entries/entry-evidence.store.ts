import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, HOUR, newId } from '@fanfare/kernel';
import { PictureUses } from '@fanfare/media';
import { EntryCheckDue } from '../ambassadors.events.js';
import type { CleanEvidence } from './entry-evidence.js';
import type { EntryRow } from './entry.row.js';

const FORGET = 'DELETE FROM entry_evidence WHERE entry_id = $1 AND revision = $2';
const STOP_READING = 'UPDATE entry_evidence SET next_check_at = NULL WHERE entry_id = $1 AND revision < $2 AND next_check_at IS NOT NULL';
const INSERT = `
  INSERT INTO entry_evidence (id, entry_id, revision, position, kind, channel, url, text, picture_id, alt, next_check_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** What entries show: each revision's own, so that what was judged stays to be read. */
@Injectable()
export class EntryEvidenceStore {
  constructor(
    private readonly uses: PictureUses,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes this all that a revision of an entry shows.
   *
   * @param read whether the pages it links to are read now
   * @throws Problem `NOT_FOUND` for a picture that is not one's own
   */
  async replace(tx: Tx, actor: Actor, entry: Pick<EntryRow, 'id' | 'revision' | 'communityId' | 'state'>, evidence: readonly CleanEvidence[], { read = false } = {}): Promise<void> {
    await tx.query(FORGET, [entry.id, entry.revision]);
    await tx.query(STOP_READING, [entry.id, entry.revision]);
    if (entry.state === 'DRAFT') await this.uses.release(tx, entry.id, null);
    for (const [position, one] of evidence.entries()) {
      if (one.pictureId) await this.uses.take(tx, { pictureId: one.pictureId, kind: 'CREATION', accountId: actor.accountId!, subjectId: entry.id });
      const isRead = read && one.kind === 'LINK';
      const id = newId();
      // Asked for at once; should that answer never come, the schedule asks again.
      const next = isRead ? new Date(this.clock.now().getTime() + HOUR) : null;
      await tx.query(INSERT, [id, entry.id, entry.revision, position, one.kind, one.channel, one.url, one.text, one.pictureId, one.alt, next]);
      if (isRead) await this.events.append(tx, EntryCheckDue, { communityId: entry.communityId, subjectId: entry.id, payload: { evidenceId: id } });
    }
  }
}
