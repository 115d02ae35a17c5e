import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import type { TransferKind } from './reward.row.js';

/** The order in which a transaction takes accounts: whoever pays at once waits in a line and never in a circle. */
const KINDS = ['BUDGET', 'MEMBER', 'SPENT', 'ISSUED'] as const;
export type AccountKind = (typeof KINDS)[number];

/** One side of a transfer. */
export interface Side {
  readonly kind: AccountKind;
  /** The budget or the member; null for the community's own. */
  readonly ownerId: string | null;
  /** What is counted there: pieces of a perk, or points where it is null. */
  readonly perkId: string | null;
}

/** An account that is held until the transaction ends. */
export interface Held extends Side {
  readonly id: string;
  readonly balance: number;
}

export interface Move {
  readonly from: Held;
  readonly to: Held;
  /** More than zero, in points or pieces. */
  readonly amount: number;
}

export interface Transfer {
  readonly id: string;
  readonly communityId: string;
  readonly kind: TransferKind;
  readonly entryId?: string | null;
  readonly generation?: number | null;
  readonly reverses?: string | null;
  readonly reason?: string | null;
  /** The account that did it; null for the system. */
  readonly madeBy: string | null;
  readonly at: Date;
}

const OWNER: Readonly<Record<AccountKind, string>> = { BUDGET: 'budget_id = $3', MEMBER: 'member_id = $3', SPENT: '$3::uuid IS NULL', ISSUED: '$3::uuid IS NULL' };

const lockSql = (kind: AccountKind) => `
  SELECT id, balance::float8 AS balance FROM reward_accounts
  WHERE community_id = $1 AND kind = $2 AND ${OWNER[kind]} AND perk_id IS NOT DISTINCT FROM $4::uuid FOR NO KEY UPDATE`;

const OPEN = `
  INSERT INTO reward_accounts (id, community_id, kind, budget_id, member_id, perk_id)
  VALUES ($1, $2, $3, CASE WHEN $3 = 'BUDGET' THEN $4::uuid END, CASE WHEN $3 = 'MEMBER' THEN $4::uuid END, $5)
  ON CONFLICT ON CONSTRAINT reward_accounts_one_each DO NOTHING`;

const TRANSFER = `
  INSERT INTO reward_transfers (id, community_id, kind, entry_id, generation, reverses, reason, made_by, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const POST = `
  INSERT INTO reward_postings (transfer_id, account_id, community_id, amount)
  SELECT $1, posting.account_id, $2, posting.amount FROM unnest($3::uuid[], $4::bigint[]) AS posting (account_id, amount)`;

/** The double entry itself. The database keeps the balances, refuses a transfer with one side, and a budget below zero. */
@Injectable()
export class RewardsLedger {
  /**
   * Takes accounts in the one order that everybody takes them in, and opens those that are new.
   *
   * @returns them in the order they were asked for
   */
  async hold(tx: Tx, communityId: string, sides: readonly Side[]): Promise<Held[]> {
    const held = new Map<string, Held>();
    for (const side of [...sides].sort(inLine)) held.set(nameOf(side), held.get(nameOf(side)) ?? (await this.holdOne(tx, communityId, side)));
    return sides.map((side) => held.get(nameOf(side))!);
  }

  /** Writes a transfer over accounts that are held. @throws what the database's constraints throw */
  async write(tx: Tx, transfer: Transfer, moves: readonly Move[]): Promise<void> {
    const { id, communityId, kind, entryId = null, generation = null, reverses = null, reason = null, madeBy, at } = transfer;
    await tx.query(TRANSFER, [id, communityId, kind, entryId, generation, reverses, reason, madeBy, at]);
    const postings = moves.flatMap(({ from, to, amount }) => [{ id: from.id, amount: -amount }, { id: to.id, amount }]);
    await tx.query(POST, [id, communityId, postings.map((posting) => posting.id), postings.map(({ amount }) => amount)]);
  }

  private async holdOne(tx: Tx, communityId: string, side: Side): Promise<Held> {
    const key = [communityId, side.kind, side.ownerId, side.perkId];
    const [there] = await rowsOf<{ id: string; balance: number }>(tx, lockSql(side.kind), key);
    if (there) return { ...side, ...there };
    await tx.query(OPEN, [newId(), communityId, side.kind, side.ownerId, side.perkId]);
    const [opened] = await rowsOf<{ id: string; balance: number }>(tx, lockSql(side.kind), key);
    return { ...side, ...opened! };
  }
}

const nameOf = ({ kind, ownerId, perkId }: Side) => `${KINDS.indexOf(kind)} ${ownerId ?? ''} ${perkId ?? ''}`;
const inLine = (one: Side, other: Side) => (nameOf(one) < nameOf(other) ? -1 : 1);

export const budgetSide = (budgetId: string, perkId: string | null = null): Side => ({ kind: 'BUDGET', ownerId: budgetId, perkId });
export const memberSide = (memberId: string, perkId: string | null = null): Side => ({ kind: 'MEMBER', ownerId: memberId, perkId });
export const communitySide = (kind: 'ISSUED' | 'SPENT', perkId: string | null = null): Side => ({ kind, ownerId: null, perkId });
