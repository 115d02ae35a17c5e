import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy, keyedBy } from '@fanfare/graphql';
import { isId, Problem } from '@fanfare/kernel';
import {
  CHECK_COLUMNS,
  type CheckRow,
  ENTRY_COLUMNS,
  ENTRY_TABLES,
  type EntryReviewRow,
  type EntryRow,
  EVIDENCE_COLUMNS,
  type EvidenceRow,
  REVIEW_COLUMNS,
} from './entry.row.js';

const EVIDENCE = `
  SELECT ${EVIDENCE_COLUMNS} FROM entry_evidence v JOIN entries e ON e.id = v.entry_id AND e.revision = v.revision
  WHERE v.entry_id = ANY ($1) ORDER BY v.entry_id, v.position`;

const CHECKS = `SELECT ${CHECK_COLUMNS} FROM entry_checks k WHERE k.evidence_id = ANY ($1) ORDER BY k.checked_at DESC, k.id DESC`;

const LATEST_CHECKS = `
  SELECT DISTINCT ON (k.evidence_id) ${CHECK_COLUMNS} FROM entry_checks k WHERE k.evidence_id = ANY ($1) ORDER BY k.evidence_id, k.checked_at DESC, k.id DESC`;

const REVIEWS = `SELECT ${REVIEW_COLUMNS} FROM entry_reviews o WHERE o.entry_id = ANY ($1) ORDER BY o.reviewed_at, o.id`;

const OF_VIEWER = `
  SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE e.mission_id = ANY ($1) AND w.account_id = $2 AND e.state <> 'WITHDRAWN'`;

@Injectable()
export class EntriesQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, EntryRow>> {
    const sql = `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE e.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<EntryRow>(tx, sql, [ids.filter(isId)]), (row) => row.id);
  }

  /** The entry, held until the transaction ends: whoever writes, reviews or checks it takes turns. @throws Problem `NOT_FOUND` */
  async lock(tx: Tx, id: string): Promise<EntryRow> {
    const sql = `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE e.id = $1 FOR NO KEY UPDATE OF e`;
    const [row] = isId(id) ? await rowsOf<EntryRow>(tx, sql, [id]) : [];
    if (!row) throw new Problem('NOT_FOUND', { what: 'entry' });
    return row;
  }

  /** A member's entry for a mission that stands, held until the transaction ends; null for none. */
  async lockOf(tx: Tx, missionId: string, memberId: string): Promise<EntryRow | null> {
    const sql = `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE e.mission_id = $1 AND e.member_id = $2 AND e.state <> 'WITHDRAWN' FOR NO KEY UPDATE OF e`;
    return (await rowsOf<EntryRow>(tx, sql, [missionId, memberId]))[0] ?? null;
  }

  /** What each shows now, in its order. */
  async evidenceOf(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, EvidenceRow[]>> {
    return groupedBy(await rowsOf<EvidenceRow>(tx, EVIDENCE, [ids]), (row) => row.entryId);
  }

  /** Every reading of each page, the latest first. */
  async checksOf(evidenceIds: readonly string[]): Promise<Map<string, CheckRow[]>> {
    return groupedBy(await this.database.query<CheckRow>(CHECKS, [evidenceIds]), (row) => row.evidenceId);
  }

  async latestChecks(evidenceIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CheckRow>> {
    return keyedBy(await rowsOf<CheckRow>(tx, LATEST_CHECKS, [evidenceIds]), (row) => row.evidenceId);
  }

  /** The first first. */
  async reviewsOf(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, EntryReviewRow[]>> {
    return groupedBy(await rowsOf<EntryReviewRow>(tx, REVIEWS, [ids]), (row) => row.entryId);
  }

  /** The account's own, by mission. */
  async ofViewer(accountId: string, missionIds: readonly string[]): Promise<Map<string, EntryRow>> {
    return keyedBy(await this.database.query<EntryRow>(OF_VIEWER, [missionIds, accountId]), (row) => row.missionId);
  }
}
