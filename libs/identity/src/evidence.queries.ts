import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy, keyedBy } from '@fanfare/graphql';
import type { EvidenceKind } from './evidence.kinds.js';
import { EVIDENCE_COLUMNS, type EvidenceRow } from './evidence.row.js';
import type { ProvedPage } from './websites/site-proof.js';

/** Whose marks are asked for, and where. */
export interface MarksKey {
  readonly accountId: string;
  readonly communityId: string;
}

export const keyOfMarks = (key: MarksKey) => `${key.accountId}:${key.communityId}`;

/** Who vouches in a community, with one kind of proof. */
export interface AttestorKey {
  readonly communityId: string;
  readonly attestedBy: string;
  readonly kind: EvidenceKind;
}

export const keyOfAttestor = (key: AttestorKey) => `${key.communityId}:${key.attestedBy}:${key.kind}`;

export interface MarkRow extends EvidenceRow {
  /** The member's community, for a proof of the account's own too. */
  readonly shownIn: string;
}

/** Who vouches in a community with one kind of proof, and for how many members. */
export interface AttestorRow extends AttestorKey {
  readonly members: number;
}

const PROVED_PAGES = `
  SELECT p.url, p.site FROM evidence_pages p JOIN evidence e ON e.id = p.evidence_id WHERE e.account_id = $1 AND e.ended_at IS NULL`;

const MOST_PAST = 50;

const STANDING = `SELECT ${EVIDENCE_COLUMNS} FROM evidence e WHERE e.account_id = ANY ($1) AND e.ended_at IS NULL ORDER BY e.obtained_at, e.id`;

const BY_IDS = `SELECT ${EVIDENCE_COLUMNS} FROM evidence e WHERE e.id = ANY ($1)`;

const PAST = `
  SELECT ${EVIDENCE_COLUMNS} FROM evidence e WHERE e.account_id = $1 AND e.ended_at IS NOT NULL ORDER BY e.ended_at DESC, e.id DESC LIMIT ${MOST_PAST}`;

const MARKS = `
  SELECT ${EVIDENCE_COLUMNS}, k.community_id AS "shownIn" FROM unnest($1::uuid[], $2::uuid[]) AS k (account_id, community_id)
  JOIN evidence e ON e.account_id = k.account_id AND (e.community_id IS NULL OR e.community_id = k.community_id)
  WHERE e.ended_at IS NULL AND e.public ORDER BY e.obtained_at, e.id`;

const COUNTS = `
  SELECT k.community_id AS "communityId", k.attested_by AS "attestedBy", k.kind, count(DISTINCT e.account_id)::int AS members
  FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k (community_id, attested_by, kind)
  JOIN evidence e ON e.community_id = k.community_id AND e.attested_by = k.attested_by AND e.kind = k.kind AND e.ended_at IS NULL
  GROUP BY 1, 2, 3`;

const ATTESTORS = `
  SELECT e.community_id AS "communityId", e.attested_by AS "attestedBy", e.kind, count(DISTINCT e.account_id)::int AS members
  FROM evidence e WHERE e.community_id = $1 AND e.attested_by IS NOT NULL AND e.ended_at IS NULL
  GROUP BY 1, 2, 3 ORDER BY members DESC, "attestedBy", e.kind LIMIT 100`;

@Injectable()
export class EvidenceQueries {
  constructor(private readonly database: Database) {}

  /** Pages that prove the account now: what lies there is theirs. */
  provedPages(tx: Tx, accountId: string): Promise<ProvedPage[]> {
    return rowsOf<ProvedPage>(tx, PROVED_PAGES, [accountId]);
  }

  /** A proof by its id, whoever's it is. */
  async byId(tx: Tx, id: string): Promise<EvidenceRow | null> {
    const [row] = await rowsOf<EvidenceRow>(tx, `SELECT ${EVIDENCE_COLUMNS} FROM evidence e WHERE e.id = $1`, [id]);
    return row ?? null;
  }

  /** Proofs by their ids, whoever's they are. */
  async byIds(ids: readonly string[]): Promise<Map<string, EvidenceRow>> {
    return keyedBy(await this.database.query<EvidenceRow>(BY_IDS, [ids]), ({ id }) => id);
  }

  /** What stands for accounts, the oldest first. */
  async standingOf(accountIds: readonly string[]): Promise<Map<string, EvidenceRow[]>> {
    return groupedBy(await this.database.query<EvidenceRow>(STANDING, [accountIds]), (row) => row.accountId);
  }

  /** What stood for an account, the last ended first; at most 50. */
  pastOf(accountId: string): Promise<EvidenceRow[]> {
    return this.database.query<EvidenceRow>(PAST, [accountId]);
  }

  /** What members show to everybody; keyed as `keyOfMarks` says. */
  async marksOf(keys: readonly MarksKey[]): Promise<Map<string, MarkRow[]>> {
    const rows = await this.database.query<MarkRow>(MARKS, [keys.map(({ accountId }) => accountId), keys.map(({ communityId }) => communityId)]);
    return groupedBy(rows, (row) => keyOfMarks({ accountId: row.accountId, communityId: row.shownIn }));
  }

  /** For how many members each attestor vouches in a community; keyed as `keyOfAttestor` says. */
  async attestorCounts(keys: readonly AttestorKey[]): Promise<Map<string, number>> {
    const rows = await this.database.query<AttestorKey & { members: number }>(COUNTS, [keys.map(({ communityId }) => communityId), keys.map(({ attestedBy }) => attestedBy), keys.map(({ kind }) => kind)]);
    return new Map([...keyedBy(rows, keyOfAttestor)].map(([key, { members }]) => [key, members]));
  }

  /** The busiest first, at most 100. */
  attestorsIn(communityId: string): Promise<AttestorRow[]> {
    return this.database.query<AttestorRow>(ATTESTORS, [communityId]);
  }
}
