import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { Database, Transactor } from '@fanfare/database';
import { groupedBy } from '@fanfare/graphql';
import { type Actor, cleanText, Clock, newId } from '@fanfare/kernel';
import { ReviewItemsService } from './review-items.service.js';
import type { ReviewItemRow } from './review-item.row.js';
import { ReviewAccess } from './review.access.js';

const LONGEST_NOTE = 5_000;

/** What a moderator said about an item, to moderators. */
export interface ReviewNoteRow {
  readonly id: string;
  readonly itemId: string;
  readonly authorAccountId: string | null;
  readonly body: string;
  readonly writtenAt: Date;
}

const WRITE = 'INSERT INTO review_notes (id, item_id, author_account_id, body, written_at) VALUES ($1, $2, $3, $4, $5)';

const OF_ITEMS = `
  SELECT id, item_id AS "itemId", author_account_id AS "authorAccountId", body, written_at AS "writtenAt" FROM review_notes
  WHERE item_id = ANY ($1::uuid[]) ORDER BY written_at, id`;

/** Private notes. */
@Injectable()
export class ReviewNotes {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly access: ReviewAccess,
    private readonly items: ReviewItemsService,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** Notes something on an item, also on a decided one. @throws Problem `NOT_FOUND`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS` */
  async add(actor: Actor, itemId: string, words: string): Promise<{ item: ReviewItemRow; note: ReviewNoteRow }> {
    const body = cleanText('body', words, { max: LONGEST_NOTE });
    await this.activity.take(actor, 'review');
    const note = { id: newId(), authorAccountId: actor.accountId, body, writtenAt: this.clock.now() };
    return this.transactor.run(async (tx) => {
      const item = await this.access.require(tx, actor, itemId);
      await tx.query(WRITE, [note.id, item.id, note.authorAccountId, body, note.writtenAt]);
      await this.items.tellChanged(tx, actor, item);
      return { item, note: { ...note, itemId: item.id } };
    });
  }

  /** By item, from the first. */
  async ofItems(itemIds: readonly string[]): Promise<Map<string, ReviewNoteRow[]>> {
    return groupedBy(await this.database.query<ReviewNoteRow>(OF_ITEMS, [itemIds]), (row) => row.itemId);
  }
}
