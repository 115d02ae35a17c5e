import type { Tx } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import type { DemoMovement } from './content/movement.js';
import type { WrittenEntry } from './demo-missions.js';
import { found } from './demo-moments.js';
import type { MovementPlaces } from './movement-places.js';
import { insertAll } from './demo-store.js';
import { daysBefore } from './demo-votes.js';

type Kind = 'ISSUED' | 'BUDGET' | 'MEMBER' | 'SPENT';

/** One side of a transfer: whose account, and of which perk; points where there is none. */
interface Side {
  readonly kind: Kind;
  readonly owner?: string;
  readonly perk?: string;
}

interface Move {
  readonly from: Side;
  readonly to: Side;
  readonly amount: number;
}

interface Transfer {
  readonly kind: 'FUND' | 'PAYOUT' | 'PERK' | 'RETURN';
  readonly at: Date;
  readonly by: string;
  readonly entry?: string;
  readonly reason?: string;
  readonly moves: readonly Move[];
}

/** Writes what a demo's brand sets aside and what ambassadors get of it, in double entry, in the caller's transaction. */
export class DemoRewardsWriter {
  /** By key. */
  readonly budgets = new Map<string, string>();
  /** By key. */
  readonly perks = new Map<string, string>();
  private readonly accounts = new Map<string, string>();

  constructor(
    private readonly tx: Tx,
    private readonly places: MovementPlaces,
    private readonly now: Date,
  ) {}

  /** What there is to give. */
  async fund({ budgets, perks }: DemoMovement): Promise<void> {
    const { communityId, brand } = this.places;
    const by = brand.accountId;
    for (const { key, name, funds } of budgets) {
      const id = newId();
      this.budgets.set(key, id);
      await this.tx.query('INSERT INTO reward_budgets (id, community_id, name, created_by, created_at) VALUES ($1, $2, $3, $4, $5)', [id, communityId, name, by, this.ago(funds[0]!.daysAgo)]);
      for (const { points, daysAgo, reason } of funds) {
        await this.transfer({ kind: 'FUND', at: this.ago(daysAgo), by, reason, moves: [{ from: { kind: 'ISSUED' }, to: { kind: 'BUDGET', owner: id }, amount: points }] });
      }
    }
    for (const { key, budget, title, description, cost, stock, daysAgo } of perks) {
      const [id, owner] = [newId(), found(this.budgets, budget)];
      this.perks.set(key, id);
      await this.tx.query(
        'INSERT INTO perks (id, community_id, budget_id, title, description, cost, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [id, communityId, owner, title, description, cost, by, this.ago(daysAgo)]);
      await this.transfer({ kind: 'FUND', at: this.ago(daysAgo), by, moves: [{ from: { kind: 'ISSUED', perk: id }, to: { kind: 'BUDGET', owner, perk: id }, amount: stock }] });
    }
  }

  /** What was accepted is paid, each once; then come those who chose something for their points. */
  async pay({ missions, perks, redemptions }: DemoMovement, entries: readonly WrittenEntry[]): Promise<void> {
    for (const { id, mission, memberId, acceptedAt, delivery, appeal } of entries) {
      if (!acceptedAt) continue;
      const { points, budget, perk } = missions.find(({ key }) => key === mission)!;
      const member: Side = { kind: 'MEMBER', owner: memberId };
      const moves: Move[] = points > 0 ? [{ from: { kind: 'BUDGET', owner: found(this.budgets, budget) }, to: member, amount: points }] : [];
      if (perk) moves.push(this.piece(perks, perk, memberId));
      if (moves.length === 0) continue;
      const transfer = await this.transfer({ kind: 'PAYOUT', at: acceptedAt, by: appeal?.overturned ? this.places.moderator : this.places.brand.accountId, entry: id, moves });
      const { state, note, daysAgo } = delivery ?? { state: 'OWED', note: undefined, daysAgo: null };
      if (perk) await this.deliver(perk, memberId, transfer, { state, note, owedAt: acceptedAt, changedAt: daysAgo === null ? acceptedAt : this.ago(daysAgo) });
    }
    for (const { member, perk, daysAgo, state, note, changedDaysAgo } of redemptions) {
      const memberId = found(this.places.members, member);
      const { cost } = perks.find(({ key }) => key === perk)!;
      const [owedAt, changedAt, piece] = [this.ago(daysAgo), this.ago(changedDaysAgo), this.piece(perks, perk, memberId)];
      const paid: Move = { from: { kind: 'MEMBER', owner: memberId }, to: { kind: 'SPENT' }, amount: cost! };
      const transfer = await this.transfer({ kind: 'PERK', at: owedAt, by: found(this.places.accounts, member), moves: [paid, piece] });
      if (state === 'RETURNED') await this.transfer({ kind: 'RETURN', at: changedAt, by: this.places.brand.accountId, moves: [{ from: piece.to, to: piece.from, amount: 1 }] });
      await this.deliver(perk, memberId, transfer, { state, note, owedAt, changedAt });
    }
  }

  private piece(perks: DemoMovement['perks'], key: string, memberId: string): Move {
    const perk = found(this.perks, key);
    const owner = found(this.budgets, perks.find((one) => one.key === key)!.budget);
    return { from: { kind: 'BUDGET', owner, perk }, to: { kind: 'MEMBER', owner: memberId, perk }, amount: 1 };
  }

  private async deliver(perk: string, memberId: string, transfer: string, { state, note, owedAt, changedAt }: { state: string; note?: string; owedAt: Date; changedAt: Date }): Promise<void> {
    await this.tx.query(
      'INSERT INTO perk_deliveries (id, community_id, perk_id, member_id, transfer_id, state, note, owed_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [newId(owedAt.getTime()), this.places.communityId, found(this.perks, perk), memberId, transfer, state, note ?? null, owedAt, changedAt]);
  }

  private async transfer({ kind, at, by, entry, reason, moves }: Transfer): Promise<string> {
    const { communityId } = this.places;
    const id = newId(at.getTime());
    await this.tx.query(
      'INSERT INTO reward_transfers (id, community_id, kind, entry_id, generation, reason, made_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, communityId, kind, entry ?? null, entry ? 1 : null, reason ?? null, by, at]);
    const postings: { account: string; amount: number }[] = [];
    for (const { from, to, amount } of moves) postings.push({ account: await this.account(from), amount: -amount }, { account: await this.account(to), amount });
    await insertAll(this.tx, 'reward_postings', [
      ['transfer_id', 'uuid', postings.map(() => id)], ['account_id', 'uuid', postings.map(({ account }) => account)],
      ['community_id', 'uuid', postings.map(() => communityId)], ['amount', 'bigint', postings.map(({ amount }) => amount)],
    ]);
    return id;
  }

  private async account({ kind, owner, perk }: Side): Promise<string> {
    const name = `${kind} ${owner ?? ''} ${perk ?? ''}`;
    const known = this.accounts.get(name);
    if (known) return known;
    const id = newId();
    this.accounts.set(name, id);
    await this.tx.query(
      'INSERT INTO reward_accounts (id, community_id, kind, budget_id, member_id, perk_id) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, this.places.communityId, kind, kind === 'BUDGET' ? owner : null, kind === 'MEMBER' ? owner : null, perk ?? null]);
    return id;
  }

  private ago(days: number): Date {
    return daysBefore(this.now, days);
  }
}
