/** What a budget gives out of: see DOMAIN.md, Reward. */
export interface BudgetRow {
  readonly id: string;
  readonly communityId: string;
  readonly name: string;
  readonly createdAt: Date;
}

export interface PerkRow {
  readonly id: string;
  readonly communityId: string;
  readonly budgetId: string;
  readonly title: string;
  readonly description: string;
  /** In points; null: only missions bring it. */
  readonly cost: number | null;
  readonly createdAt: Date;
  /** Since when nobody chooses it any more. */
  readonly retiredAt: Date | null;
}

export type TransferKind = 'FUND' | 'WITHDRAW' | 'PAYOUT' | 'REVERSAL' | 'PERK' | 'RETURN';

/** One line of an account: what a transfer brought to it or took from it. */
export interface TransferRow {
  /** The transfer's and the account's, joined by an underscore. */
  readonly id: string;
  readonly communityId: string;
  readonly kind: TransferKind;
  /** Signed; in points, or in pieces of the perk. */
  readonly amount: number;
  /** What the account held after it. */
  readonly balance: number;
  readonly perkId: string | null;
  readonly entryId: string | null;
  /** Of the entry; null when it was erased. */
  readonly missionId: string | null;
  /** The member on the other side, or whose line this is. */
  readonly memberId: string | null;
  readonly reason: string | null;
  readonly madeBy: string | null;
  readonly at: Date;
}

export type DeliveryState = 'OWED' | 'SENT' | 'RECEIVED' | 'RETURNED';

/** A piece of a perk on its way to a member. */
export interface DeliveryRow {
  readonly id: string;
  readonly communityId: string;
  readonly perkId: string;
  readonly memberId: string;
  readonly transferId: string;
  readonly entryId: string | null;
  readonly state: DeliveryState;
  readonly note: string | null;
  readonly owedAt: Date;
  readonly changedAt: Date;
}

export const BUDGET_COLUMNS = 'b.id, b.community_id AS "communityId", b.name, b.created_at AS "createdAt"';

export const PERK_COLUMNS =
  'p.id, p.community_id AS "communityId", p.budget_id AS "budgetId", p.title, p.description, p.cost, p.created_at AS "createdAt", p.retired_at AS "retiredAt"';

/** FROM perk_deliveries d JOIN reward_transfers t ON t.id = d.transfer_id */
export const DELIVERY_COLUMNS = `
  d.id, d.community_id AS "communityId", d.perk_id AS "perkId", d.member_id AS "memberId", d.transfer_id AS "transferId",
  t.entry_id AS "entryId", d.state, d.note, d.owed_at AS "owedAt", d.changed_at AS "changedAt"`;
