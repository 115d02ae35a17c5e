import { Injectable } from '@nestjs/common';
import { isUniqueViolation, rowsOf, type Tx } from '@fanfare/database';
import { isId, Problem } from '@fanfare/kernel';
import { impartially } from '../decisions/decisions.store.js';
import { APPEAL_COLUMNS, APPEAL_TABLES, type AppealMessageRow, type AppealRow } from './appeal.row.js';

const INSERT = `
  INSERT INTO appeals (id, community_id, item_id, decision_id, appellant_id, appellant_is, round, opened_at, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const FIND = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE p.id = $1`;
const LOCK = `${FIND} FOR NO KEY UPDATE OF p`;
const OF_APPELLANT = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE p.item_id = $1 AND p.appellant_id = $2 ORDER BY p.round`;

const SAY = 'INSERT INTO appeal_messages (id, appeal_id, author_account_id, by_moderation, body, written_at) VALUES ($1, $2, $3, $4, $5, $6)';

const DECIDE = 'UPDATE appeals SET state = $2, decided_by = $3, decided_as = $4, decided_at = $5, reasons = $6, new_decision_id = $7 WHERE id = $1';

export type NewAppeal = Pick<AppealRow, 'id' | 'communityId' | 'itemId' | 'decisionId' | 'appellantId' | 'as' | 'round' | 'openedAt' | 'dueAt'>;
export type AppealVerdict = Pick<AppealRow, 'state' | 'decidedBy' | 'decidedAs' | 'decidedAt' | 'reasons' | 'newDecisionId'>;

/** Writes appeals. The database has the last word about who judges them, and when they come too late. */
@Injectable()
export class AppealsStore {
  /** @throws Problem `ALREADY_APPEALED` for who was faster by another way */
  async insert(tx: Tx, a: NewAppeal): Promise<void> {
    try {
      await tx.query(INSERT, [a.id, a.communityId, a.itemId, a.decisionId, a.appellantId, a.as, a.round, a.openedAt, a.dueAt]);
    } catch (error) {
      if (isUniqueViolation(error)) throw new Problem('ALREADY_APPEALED');
      throw error;
    }
  }

  /** For whoever needs to know its item first. @throws Problem `NOT_FOUND` */
  find(tx: Tx, id: string): Promise<AppealRow> {
    return one(tx, FIND, id);
  }

  /** Held until the transaction ends; its item is held before it. @throws Problem `NOT_FOUND` */
  lock(tx: Tx, id: string): Promise<AppealRow> {
    return one(tx, LOCK, id);
  }

  /** Somebody's appeals about an item, the first one first. */
  ofAppellant(tx: Tx, itemId: string, appellantId: string): Promise<AppealRow[]> {
    return rowsOf<AppealRow>(tx, OF_APPELLANT, [itemId, appellantId]);
  }

  async say(tx: Tx, m: AppealMessageRow): Promise<void> {
    await tx.query(SAY, [m.id, m.appealId, m.authorAccountId, m.byModeration, m.body, m.writtenAt]);
  }

  /** @throws Problem `NOT_IMPARTIAL` for who took part meanwhile */
  async decide(tx: Tx, id: string, v: AppealVerdict): Promise<AppealRow> {
    await impartially(() => tx.query(DECIDE, [id, v.state, v.decidedBy, v.decidedAs, v.decidedAt, v.reasons, v.newDecisionId]));
    return this.lock(tx, id);
  }
}

async function one(tx: Tx, sql: string, id: string): Promise<AppealRow> {
  const [appeal] = isId(id) ? await rowsOf<AppealRow>(tx, sql, [id]) : [];
  if (!appeal) throw new Problem('NOT_FOUND', { what: 'appeal' });
  return appeal;
}
