import { Injectable } from '@nestjs/common';
import { isCheckViolation, rowsOf, type Tx } from '@fanfare/database';
import { isId, Problem } from '@fanfare/kernel';
import type { Partiality } from './judge.policy.js';
import { DECISION_COLUMNS, DECISION_TABLES, type DecisionRow, type DecisionState, type Office } from './decision.row.js';

/** A decision that is being made: what the database adds is left out. */
export type NewDecision = Omit<
  DecisionRow,
  'subjectKind' | 'subjectId' | 'affectedAccountId' | 'secondedBy' | 'secondedAs' | 'secondedAt' | 'secondReason' | 'overAt' | 'acknowledgedAt' | 'erasedAt'
>;

const INSERT = `
  INSERT INTO decisions (id, community_id, item_id, affected_id, action, muted_right, scope, ground, rule_number, rule_version, law, facts, passage,
    language, source, automated_detection, automated_decision, critical, state, decided_by, decided_as, decided_at, needs_second, starts_at, ends_at,
    appeal_until, holds_for)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)`;

const LOCK = `SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE d.id = $1 FOR NO KEY UPDATE OF d`;

const FIND = `SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE d.id = $1`;

const OF_ITEM = `SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE d.item_id = $1 ORDER BY d.decided_at, d.id`;

const IN_FORCE = `
  SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE ri.subject_kind = $1 AND ri.subject_id = $2 AND d.state = 'IN_FORCE' ORDER BY d.decided_at, d.id`;

const SECOND = `
  UPDATE decisions SET state = $2, seconded_by = $3, seconded_as = $4, seconded_at = $5, second_reason = $6, starts_at = $7, ends_at = $8, appeal_until = $9,
    over_at = $10 WHERE id = $1`;

const OVER = 'UPDATE decisions SET state = $2, over_at = coalesce(over_at, greatest($3, starts_at)) WHERE id = $1';

const ACKNOWLEDGE = 'UPDATE decisions SET acknowledged_at = $2 WHERE id = $1';

/** Whether another has agreed, and what follows. */
export interface Seconded {
  readonly state: Extract<DecisionState, 'IN_FORCE' | 'REJECTED'>;
  readonly by: string;
  readonly as: Office;
  readonly at: Date;
  readonly reason: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly appealUntil: Date | null;
}

/** Writes decisions. The database has the last word about who may. */
@Injectable()
export class DecisionsStore {
  async insert(tx: Tx, d: NewDecision): Promise<DecisionRow> {
    const values = [
      d.id, d.communityId, d.itemId, d.affectedId, d.action, d.right, d.scope, d.ground, d.ruleNumber, d.ruleVersion, d.law, d.facts, d.passage,
      d.language, d.source, d.automatedDetection, d.automatedDecision, d.critical, d.state, d.decidedBy, d.decidedAs, d.decidedAt, d.needsSecond, d.startsAt,
      d.endsAt, d.appealUntil, d.holdsFor,
    ];
    await impartially(() => tx.query(INSERT, values));
    return this.lock(tx, d.id);
  }

  /** Held until the transaction ends; its item is held before it. @throws Problem `NOT_FOUND` */
  lock(tx: Tx, id: string): Promise<DecisionRow> {
    return one(tx, LOCK, id);
  }

  /** As it is, for whoever needs to know its item first. @throws Problem `NOT_FOUND` */
  find(tx: Tx, id: string): Promise<DecisionRow> {
    return one(tx, FIND, id);
  }

  /** Every decision about an item, the first one first. */
  ofItem(tx: Tx, itemId: string): Promise<DecisionRow[]> {
    return rowsOf<DecisionRow>(tx, OF_ITEM, [itemId]);
  }

  /** What binds a subject now, over all its items. */
  inForceOn(tx: Tx, { subjectKind, subjectId }: Pick<DecisionRow, 'subjectKind' | 'subjectId'>): Promise<DecisionRow[]> {
    return rowsOf<DecisionRow>(tx, IN_FORCE, [subjectKind, subjectId]);
  }

  async second(tx: Tx, id: string, s: Seconded): Promise<DecisionRow> {
    const overAt = s.state === 'REJECTED' ? s.at : null;
    await impartially(() => tx.query(SECOND, [id, s.state, s.by, s.as, s.at, s.reason, s.startsAt, s.endsAt, s.appealUntil, overAt]));
    return this.lock(tx, id);
  }

  async over(tx: Tx, id: string, state: Extract<DecisionState, 'FALLEN' | 'ENDED'>, at: Date): Promise<void> {
    await tx.query(OVER, [id, state, at]);
  }

  async acknowledge(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(ACKNOWLEDGE, [id, at]);
  }
}

async function one(tx: Tx, sql: string, id: string): Promise<DecisionRow> {
  const [decision] = isId(id) ? await rowsOf<DecisionRow>(tx, sql, [id]) : [];
  if (!decision) throw new Problem('NOT_FOUND', { what: 'decision' });
  return decision;
}

/** The constraints under which a judge is partial. */
const PARTIAL: Readonly<Record<string, Partiality>> = {
  judges_are_not_the_brand: 'BRAND',
  judges_are_not_the_author: 'OWN_CONTENT',
  judges_are_not_the_reporter: 'OWN_REPORT',
  judges_of_appeals_took_no_part: 'TOOK_PART',
  decisions_seconded_by_another: 'TOOK_PART',
};

/** A role, report or claim that came at the same moment ends here. @throws Problem `NOT_IMPARTIAL`, `NOT_ALLOWED`, `ITEM_CLAIMED` */
export async function impartially<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    for (const [constraint, why] of Object.entries(PARTIAL)) if (isCheckViolation(error, constraint)) throw new Problem('NOT_IMPARTIAL', { why });
    if (isCheckViolation(error, 'judges_hold_their_office')) throw new Problem('NOT_ALLOWED');
    if (isCheckViolation(error, 'decisions_respect_claims')) throw new Problem('ITEM_CLAIMED');
    throw error;
  }
}
