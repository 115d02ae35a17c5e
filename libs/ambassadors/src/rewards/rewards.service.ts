import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { cleanText, Clock, newId, Problem } from '@fanfare/kernel';
import { RewardPaid, RewardReversed } from './reward.events.js';
import { budgetSide, communitySide, type Held, memberSide, type Move, RewardsLedger, type Side } from './rewards.ledger.js';

/** What an accepted entry brings. */
export interface Payment {
  readonly entryId: string;
  readonly communityId: string;
  readonly memberId: string;
  /** None where the mission gives none. */
  readonly points: number;
  /** Where the points come from; a perk comes from its own budget. */
  readonly budgetId: string | null;
  readonly perkId: string | null;
  /** The account that accepted the entry. */
  readonly by: string | null;
  /**
   * Why it is owed whatever the budgets hold: what is short is put in first, for no empty budget may stand in the way of an appeal.
   * Without it an empty budget refuses.
   */
  readonly owedBecause?: string;
}

export interface Payout {
  readonly transferId: string;
  /** False when it had been paid before. */
  readonly paid: boolean;
}

interface Standing {
  readonly id: string;
  readonly communityId: string;
}

interface Posted extends Side {
  readonly amount: number;
}

// One at a time for each entry, whatever budgets it is paid from.
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('reward:' || $1, 0))`;

const STANDING = `
  SELECT t.id, t.community_id AS "communityId" FROM reward_transfers t
  WHERE t.entry_id = $1 AND t.kind = 'PAYOUT' AND NOT EXISTS (SELECT FROM reward_transfers r WHERE r.reverses = t.id)`;

const TAKEN_BACK = `SELECT count(*)::int AS times FROM reward_transfers WHERE entry_id = $1 AND kind = 'REVERSAL'`;

const PERK = 'SELECT budget_id AS "budgetId" FROM perks WHERE id = $1 AND community_id = $2';

// What was sent stays sent: an entry that is accepted again brings it no second time.
const HAS_IT = `
  SELECT FROM perk_deliveries d JOIN reward_transfers t ON t.id = d.transfer_id
  WHERE t.entry_id = $1 AND d.perk_id = $2 AND d.state IN ('SENT', 'RECEIVED')`;

const OWE = `
  INSERT INTO perk_deliveries (id, community_id, perk_id, member_id, transfer_id, state, owed_at, changed_at) VALUES ($1, $2, $3, $4, $5, 'OWED', $6, $6)`;

const DELIVERY = 'SELECT id, state FROM perk_deliveries WHERE transfer_id = $1 FOR NO KEY UPDATE';
const CALL_BACK = `UPDATE perk_deliveries SET state = 'RETURNED', changed_at = greatest($2, owed_at) WHERE id = $1`;

const POSTED = `
  SELECT a.kind, coalesce(a.budget_id, a.member_id) AS "ownerId", a.perk_id AS "perkId", p.amount::float8 AS amount
  FROM reward_postings p JOIN reward_accounts a ON a.id = p.account_id WHERE p.transfer_id = $1`;

/** Pays accepted entries, each once, and takes payouts back. Both work in the transaction of whoever judges the entry. */
@Injectable()
export class RewardsService {
  constructor(
    private readonly ledger: RewardsLedger,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Pays an accepted entry. However often and from however many places it is asked for, an entry is paid once until its payout
   * is taken back.
   *
   * @returns the payout; null when the entry brings nothing
   * @throws Problem `BUDGET_EMPTY` (`left`, in points), `PERK_GONE`, unless it is owed; nothing is written then
   */
  async pay(tx: Tx, payment: Payment): Promise<Payout | null> {
    const before = await this.standing(tx, payment.entryId);
    if (before) return { transferId: before.id, paid: false };
    const perkId = payment.perkId !== null && (await this.isDue(tx, payment.entryId, payment.perkId)) ? payment.perkId : null;
    if (payment.points === 0 && perkId === null) return null;
    const moves = await this.movesOf(tx, { ...payment, perkId });
    await this.fillUp(tx, payment, moves.filter(({ from, amount }) => from.balance < amount));
    return { transferId: await this.write(tx, { ...payment, perkId }, moves), paid: true };
  }

  /**
   * Takes the payout of an entry back, points also from who has spent them: their balance is then below zero, and what comes next
   * fills it. A perk that was sent stays; one that is only owed goes back into stock.
   *
   * @param reason what the member reads
   * @returns whether there was anything to take back
   */
  async reverse(tx: Tx, entryId: string, reason: string, by: string | null = null): Promise<boolean> {
    const payout = await this.standing(tx, entryId);
    if (!payout) return false;
    const [delivery] = await rowsOf<{ id: string; state: string }>(tx, DELIVERY, [payout.id]);
    const owed = delivery?.state === 'OWED';
    const posted = (await rowsOf<Posted>(tx, POSTED, [payout.id])).filter(({ perkId }) => perkId === null || owed);
    if (posted.length === 0) return false;
    const moves = await this.mirrored(tx, payout.communityId, posted);
    const words = cleanText('reason', reason, { max: 2_000 });
    const id = newId();
    await this.ledger.write(tx, { id, communityId: payout.communityId, kind: 'REVERSAL', entryId, reverses: payout.id, reason: words, madeBy: by, at: this.clock.now() }, moves);
    if (owed) await tx.query(CALL_BACK, [delivery!.id, this.clock.now()]);
    await this.tellReversed(tx, { id, entryId, by, communityId: payout.communityId }, moves);
    return true;
  }

  private async isDue(tx: Tx, entryId: string, perkId: string): Promise<boolean> {
    return (await rowsOf(tx, HAS_IT, [entryId, perkId])).length === 0;
  }

  /** The payout that stands, while nobody else pays the entry or takes it back. */
  private async standing(tx: Tx, entryId: string): Promise<Standing | null> {
    await tx.query(IN_TURN, [entryId]);
    return (await rowsOf<Standing>(tx, STANDING, [entryId]))[0] ?? null;
  }

  /** Holds what the payment goes through, the budgets first. */
  private async movesOf(tx: Tx, { communityId, memberId, points, budgetId, perkId }: Payment): Promise<Move[]> {
    const wanted: { from: Side; to: Side; amount: number }[] = [];
    if (points > 0) {
      if (budgetId === null) throw new Problem('BUDGET_EMPTY', { left: 0 });
      wanted.push({ from: budgetSide(budgetId), to: memberSide(memberId), amount: points });
    }
    if (perkId !== null) wanted.push({ from: budgetSide(await this.budgetOf(tx, perkId, communityId), perkId), to: memberSide(memberId, perkId), amount: 1 });
    const held = await this.ledger.hold(tx, communityId, wanted.flatMap(({ from, to }) => [from, to]));
    return wanted.map(({ amount }, at) => ({ from: held[2 * at]!, to: held[2 * at + 1]!, amount }));
  }

  /** Puts in what is short of, where that is owed. Accounts that issue come last in every line, so they may be held now. */
  private async fillUp(tx: Tx, { communityId, owedBecause }: Payment, short: readonly Move[]): Promise<void> {
    if (short.length === 0) return;
    if (owedBecause === undefined) throw emptied(short[0]!.from);
    const issuing = await this.ledger.hold(tx, communityId, short.map(({ from }) => communitySide('ISSUED', from.perkId)));
    const moves = short.map(({ from, amount }, at) => ({ from: issuing[at]!, to: from, amount: amount - from.balance }));
    await this.ledger.write(tx, { id: newId(), communityId, kind: 'FUND', reason: owedBecause, madeBy: null, at: this.clock.now() }, moves);
  }

  private async budgetOf(tx: Tx, perkId: string, communityId: string): Promise<string> {
    const [perk] = await rowsOf<{ budgetId: string }>(tx, PERK, [perkId, communityId]);
    if (!perk) throw new Problem('NOT_FOUND', { what: 'perk' });
    return perk.budgetId;
  }

  private async write(tx: Tx, payment: Payment, moves: readonly Move[]): Promise<string> {
    const { entryId, communityId, memberId, points, perkId, by } = payment;
    const [{ times }] = (await rowsOf<{ times: number }>(tx, TAKEN_BACK, [entryId])) as [{ times: number }];
    const [id, at] = [newId(), this.clock.now()];
    await this.ledger.write(tx, { id, communityId, kind: 'PAYOUT', entryId, generation: times + 1, madeBy: by, at }, moves);
    if (perkId !== null) await tx.query(OWE, [newId(), communityId, perkId, memberId, id, at]);
    await this.events.append(tx, RewardPaid, { communityId, actorId: by, subjectId: id, payload: { memberId, entryId, points, perk: perkId } });
    return id;
  }

  /** The same the other way round, over accounts that are held. */
  private async mirrored(tx: Tx, communityId: string, posted: readonly Posted[]): Promise<Move[]> {
    const given = posted.filter(({ amount }) => amount > 0);
    const sources = given.map(({ perkId }) => posted.find((side) => side.amount < 0 && side.perkId === perkId)!);
    const held = await this.ledger.hold(tx, communityId, [...given, ...sources]);
    return given.map(({ amount }, at) => ({ from: held[at]!, to: held[given.length + at]!, amount }));
  }

  private async tellReversed(tx: Tx, { id, entryId, by, communityId }: { id: string; entryId: string; by: string | null; communityId: string }, moves: readonly Move[]): Promise<void> {
    const points = moves.find(({ from }) => from.perkId === null)?.amount ?? 0;
    const perk = moves.find(({ from }) => from.perkId !== null)?.from.perkId ?? null;
    const memberId = moves[0]!.from.ownerId!;
    await this.events.append(tx, RewardReversed, { communityId, actorId: by, subjectId: id, payload: { memberId, entryId, points, perk } });
  }
}

function emptied(from: Held): Problem {
  return from.perkId === null ? new Problem('BUDGET_EMPTY', { left: from.balance }) : new Problem('PERK_GONE');
}
