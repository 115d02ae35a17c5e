import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { groupedBy, keyedBy } from '@fanfare/graphql';
import { APPEAL_COLUMNS, APPEAL_TABLES, type AmbassadorAppealRow } from './ambassador-appeal.row.js';

const BY_IDS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.id = ANY ($1::uuid[])`;

/** By the review or revocation. */
const AGAINST = `
  SELECT r.id, r.clause, r.facts, r.passage, r.revoked_at AS at FROM term_revocations r WHERE r.id = ANY ($1::uuid[])
  UNION ALL SELECT r.id, NULL, r.reason, NULL, r.reviewed_at FROM entry_reviews r WHERE r.id = ANY ($1::uuid[])`;

const OF_SUBJECTS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.subject_id = ANY ($1) ORDER BY a.opened_at DESC, a.id DESC`;

/** What an appeal is against. */
export interface AppealedDecisionRow {
  readonly id: string;
  readonly clause: string | null;
  readonly facts: string;
  readonly passage: string | null;
  readonly at: Date;
}

@Injectable()
export class AmbassadorAppealsQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, AmbassadorAppealRow>> {
    return keyedBy(await this.database.query<AmbassadorAppealRow>(BY_IDS, [ids]), ({ id }) => id);
  }

  /** What appeals are against, by the id of the review or revocation. */
  async against(ids: readonly string[]): Promise<Map<string, AppealedDecisionRow>> {
    return keyedBy(await this.database.query<AppealedDecisionRow>(AGAINST, [ids]), ({ id }) => id);
  }

  /** The latest first. */
  async ofSubjects(ids: readonly string[]): Promise<Map<string, AmbassadorAppealRow[]>> {
    return groupedBy(await this.database.query<AmbassadorAppealRow>(OF_SUBJECTS, [ids]), (row) => row.subjectId);
  }
}
