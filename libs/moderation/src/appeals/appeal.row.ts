import type { Appellant } from '../moderation.enums.js';
import type { Office } from '../decisions/decision.row.js';

export const APPEAL_STATES = ['OPEN', 'UPHELD', 'REVERSED', 'CHANGED'] as const;
/** Waits; or what became of the decision: it stands, fell, or another one took its place. */
export type AppealState = (typeof APPEAL_STATES)[number];

/** Against what was decided about an item at one time, by whom it affects or whose report it dismissed. */
export interface AppealRow {
  readonly id: string;
  readonly communityId: string;
  readonly itemId: string;
  readonly decisionId: string;
  readonly appellantId: string;
  /** Their account, which is never shown; null for who left. */
  readonly appellantAccountId: string | null;
  readonly as: Appellant;
  readonly round: number;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly state: AppealState;
  readonly decidedBy: string | null;
  readonly decidedAs: Office | null;
  readonly decidedAt: Date | null;
  /** Null while it waits, and once erased. */
  readonly reasons: string | null;
  readonly newDecisionId: string | null;
}

export const APPEAL_TABLES = 'appeals p JOIN members pm ON pm.id = p.appellant_id';

export const APPEAL_COLUMNS = `p.id, p.community_id AS "communityId", p.item_id AS "itemId", p.decision_id AS "decisionId", p.appellant_id AS "appellantId",
  pm.account_id AS "appellantAccountId", p.appellant_is AS "as", p.round, p.opened_at AS "openedAt", p.due_at AS "dueAt", p.state, p.decided_by AS "decidedBy",
  p.decided_as AS "decidedAs", p.decided_at AS "decidedAt", p.reasons, p.new_decision_id AS "newDecisionId"`;

/** Something written in the thread of an appeal. */
export interface AppealMessageRow {
  readonly id: string;
  readonly appealId: string;
  /** Never shown: to the appellant, moderators speak as one. */
  readonly authorAccountId: string | null;
  readonly byModeration: boolean;
  readonly body: string;
  readonly writtenAt: Date;
}

export const MESSAGE_COLUMNS = `g.id, g.appeal_id AS "appealId", g.author_account_id AS "authorAccountId", g.by_moderation AS "byModeration", g.body, g.written_at AS "writtenAt"`;
