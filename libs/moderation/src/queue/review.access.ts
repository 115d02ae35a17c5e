import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Actor, isId, Problem } from '@fanfare/kernel';
import { Reviewers } from './reviewers.service.js';
import { REVIEW_ITEM_COLUMNS, type ReviewItemRow } from './review-item.row.js';

interface Seen extends ReviewItemRow {
  readonly authorAccountId: string | null;
}

const ITEM = `SELECT ${REVIEW_ITEM_COLUMNS}, w.account_id AS "authorAccountId" FROM review_items t LEFT JOIN members w ON w.id = t.author_id WHERE t.id = $1`;

/** Review items as somebody may see them: who reviews there, and not about what they wrote themselves. */
@Injectable()
export class ReviewAccess {
  constructor(
    private readonly database: Database,
    private readonly reviewers: Reviewers,
  ) {}

  /** The item, or null for whoever may not know of it. */
  async find(actor: Actor, id: string, tx: Tx = this.database.reader): Promise<ReviewItemRow | null> {
    const [item] = isId(id) ? await rowsOf<Seen>(tx, ITEM, [id]) : [];
    if (!item || actor.accountId === null || item.authorAccountId === actor.accountId) return null;
    return (await this.reviewers.officeOf(actor, item.communityId, tx)) === null ? null : item;
  }

  /** @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND` */
  async require(tx: Tx, actor: Actor, id: string): Promise<ReviewItemRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const item = await this.find(actor, id, tx);
    if (!item) throw new Problem('NOT_FOUND', { what: 'item' });
    return item;
  }
}
