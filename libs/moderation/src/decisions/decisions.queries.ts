import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import { DECISION_COLUMNS, DECISION_TABLES, type DecisionRow } from './decision.row.js';

/** What something is called wherever kinds meet. */
export interface SubjectKey {
  readonly kind: ReviewSubjectKind;
  readonly id: string;
}

export const keyOfSubject = ({ kind, id }: SubjectKey) => `${kind}:${id}`;

const ORDER = 'LATEST_DECISION';

const BY_IDS = `SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE d.id = ANY ($1::uuid[])`;
const BY_ITEMS = `SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE d.item_id = ANY ($1::uuid[]) ORDER BY d.decided_at, d.id`;

/** Of several decisions about a text the one that goes furthest is what its readers are told of. */
const WITHHOLDING = `
  SELECT DISTINCT ON (ri.subject_kind, ri.subject_id) ${DECISION_COLUMNS} FROM unnest($1::text[], $2::uuid[]) AS s (kind, id)
  JOIN review_items ri ON ri.subject_kind = s.kind AND ri.subject_id = s.id JOIN decisions d ON d.item_id = ri.id LEFT JOIN members dm ON dm.id = d.affected_id
  WHERE d.state = 'IN_FORCE' AND d.scope = 'TEXT' AND d.action IN ('HOLD', 'ASK_CHANGE', 'HIDE', 'REMOVE')
  ORDER BY ri.subject_kind, ri.subject_id, array_position(ARRAY['REMOVE', 'HIDE', 'ASK_CHANGE', 'HOLD'], d.action), d.decided_at DESC, d.id DESC`;

const LABELLING = `
  SELECT DISTINCT ON (ri.subject_kind, ri.subject_id) ${DECISION_COLUMNS} FROM unnest($1::text[], $2::uuid[]) AS s (kind, id)
  JOIN content_labels l ON l.subject_id = s.id AND l.subject_kind = s.kind AND l.lifted_at IS NULL
  JOIN decisions d ON d.id = l.decision_id JOIN review_items ri ON ri.id = d.item_id LEFT JOIN members dm ON dm.id = d.affected_id
  ORDER BY ri.subject_kind, ri.subject_id, d.decided_at DESC, d.id DESC`;

const ABOUT = `d.affected_id = $1 AND d.action <> 'KEEP' AND d.state NOT IN ('PROPOSED', 'REJECTED')`;
const PAGE_ABOUT = `
  SELECT ${DECISION_COLUMNS} FROM ${DECISION_TABLES} WHERE ${ABOUT} AND ($2::timestamptz IS NULL OR (d.decided_at, d.id) < ($2, $3::uuid))
  ORDER BY d.decided_at DESC, d.id DESC LIMIT $4`;

const REPORTED = `
  SELECT DISTINCT r.item_id AS id FROM reports r JOIN members m ON m.id = r.reporter_id WHERE r.item_id = ANY ($1::uuid[]) AND m.account_id = $2`;

/** Reads of decisions; who may know of one is `DecisionReaders`' to say. */
@Injectable()
export class DecisionsQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, DecisionRow>> {
    return keyedBy(await this.database.query<DecisionRow>(BY_IDS, [ids]), ({ id }) => id);
  }

  /** By item, the first one first. */
  async ofItems(ids: readonly string[]): Promise<Map<string, DecisionRow[]>> {
    return groupedBy(await this.database.query<DecisionRow>(BY_ITEMS, [ids]), ({ itemId }) => itemId);
  }

  /** What keeps texts from being shown, by `keyOfSubject`. */
  withholding(keys: readonly SubjectKey[]): Promise<Map<string, DecisionRow>> {
    return this.ofSubjects(WITHHOLDING, keys);
  }

  /** What stands beside texts, by `keyOfSubject`. */
  labelling(keys: readonly SubjectKey[]): Promise<Map<string, DecisionRow>> {
    return this.ofSubjects(LABELLING, keys);
  }

  /** What was decided about a member, the latest first. */
  async about(memberId: string, args: PageArgs): Promise<Connection<DecisionRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<DecisionRow>(PAGE_ABOUT, [memberId, at && new Date(at), id, pageSize(args) + 1]);
    const cursorOf = (row: DecisionRow) => encodeCursor(ORDER, [row.decidedAt.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, async () => this.countAbout(memberId));
  }

  /** Of these items those that somebody reported. */
  async reportedBy(accountId: string, itemIds: readonly string[]): Promise<Map<string, true>> {
    const rows = await this.database.query<{ id: string }>(REPORTED, [itemIds, accountId]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  private async countAbout(memberId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM decisions d WHERE ${ABOUT}`, [memberId]);
    return row!.count;
  }

  private async ofSubjects(sql: string, keys: readonly SubjectKey[]): Promise<Map<string, DecisionRow>> {
    const rows = await this.database.query<DecisionRow>(sql, [keys.map(({ kind }) => kind), keys.map(({ id }) => id)]);
    return keyedBy(rows, ({ subjectKind, subjectId }) => keyOfSubject({ kind: subjectKind, id: subjectId }));
  }
}
