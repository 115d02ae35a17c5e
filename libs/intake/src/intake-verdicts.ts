import { Injectable, Logger } from '@nestjs/common';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { groupedBy } from '@fanfare/graphql';
import { type Actor, Clock, HOUR, isId } from '@fanfare/kernel';
import type { ExaminedText } from './examined-text.js';
import { TextStopped } from './intake.problems.js';
import type { VerdictRow } from './verdict.row.js';

/** How long a nudge can be answered. */
const NUDGE_MS = 24 * HOUR;

// Whoever is joining is no member once the transaction is rolled back.
const KEEP = `
  INSERT INTO intake_verdicts (id, community_id, member_id, account_id, subject_kind, subject_id, outcome, phase, reason, params, mark, at)
  VALUES ($1, $2, (SELECT id FROM members WHERE id = $3), $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'), $12)`;

// One nudge lets one text by.
const ANSWER = `
  UPDATE intake_verdicts SET answered_at = $5 WHERE id = (
    SELECT id FROM intake_verdicts
    WHERE account_id = $1 AND community_id = $6 AND outcome = 'NUDGE' AND answered_at IS NULL AND subject_kind = $2
      AND (mark = decode($3, 'hex') OR id = $4) AND at > $7
    ORDER BY at LIMIT 1 FOR UPDATE)
  RETURNING id`;

const COLUMNS = `id, community_id AS "communityId", member_id AS "memberId", account_id AS "accountId", subject_kind AS kind,
  subject_id AS "subjectId", outcome, phase, reason, params, encode(mark, 'hex') AS mark, at`;

const OF_SUBJECTS = `SELECT ${COLUMNS} FROM intake_verdicts WHERE subject_id = ANY ($1::uuid[]) ORDER BY at, id`;
const OF_MEMBERS = `
  SELECT v.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT ${COLUMNS} FROM intake_verdicts WHERE member_id = asked.id ORDER BY at DESC, id LIMIT $2) v`;

/** What was said of texts, kept. */
@Injectable()
export class IntakeVerdicts {
  private readonly log = new Logger('Intake');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    transactor: Transactor,
  ) {
    transactor.onRollback((error) => this.keepStopped(error));
  }

  async keep(tx: Tx, row: VerdictRow): Promise<void> {
    await tx.query(KEEP, valuesOf(row));
  }

  /** Whether the author was nudged over this text before; that nudge is used up with the transaction. */
  async answerNudge(tx: Tx, { accountId }: Actor, { kind, rephrased }: ExaminedText, communityId: string, mark: string): Promise<boolean> {
    const now = this.clock.now();
    const nudge = rephrased && isId(rephrased) ? rephrased : null;
    const values = [accountId, kind, mark, nudge, now, communityId, new Date(now.getTime() - NUDGE_MS)];
    return (await rowsOf(tx, ANSWER, values)).length > 0;
  }

  /** By subject, the first verdict first. */
  async ofSubjects(subjectIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, VerdictRow[]>> {
    return groupedBy(await rowsOf<VerdictRow>(tx, OF_SUBJECTS, [subjectIds]), ({ subjectId }) => subjectId);
  }

  /** By member, the latest first, at most so many of each: what phases said of them lately. */
  async ofMembers(memberIds: readonly string[], most: number, tx: Tx = this.database.reader): Promise<Map<string, VerdictRow[]>> {
    return groupedBy(await rowsOf<VerdictRow>(tx, OF_MEMBERS, [memberIds, most]), ({ memberId }) => memberId!);
  }

  /** What stopped a text rolled its transaction back: the verdict is kept after it, and its author hears of it either way. */
  private async keepStopped(error: unknown): Promise<void> {
    if (!(error instanceof TextStopped)) return;
    try {
      await this.database.query(KEEP, valuesOf(error.verdict));
    } catch (failure) {
      this.log.error(`A verdict (${error.verdict.phase} ${error.verdict.outcome}) could not be kept`, failure);
    }
  }
}

function valuesOf(row: VerdictRow): unknown[] {
  const { id, communityId, memberId, accountId, kind, subjectId, outcome, phase, reason, params, mark, at } = row;
  return [id, communityId, memberId, accountId, kind, subjectId, outcome, phase, reason, JSON.stringify(params), mark, at];
}
