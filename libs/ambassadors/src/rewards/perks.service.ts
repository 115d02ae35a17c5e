import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, enforceHidden, isId, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { DeliveryChanged, PerkRedeemed } from './reward.events.js';
import { canBecome, canManageRewards } from './reward.policy.js';
import { DELIVERY_COLUMNS, type DeliveryRow, type DeliveryState, type PerkRow } from './reward.row.js';
import { budgetSide, communitySide, memberSide, RewardsLedger } from './rewards.ledger.js';
import { RewardsQueries } from './rewards.queries.js';

export interface Redemption {
  readonly perk: string;
  /** What the member was shown; when it costs something else by now, nothing is taken. */
  readonly cost?: number | null;
  readonly idempotencyKey?: string | null;
}

const OWE = `
  INSERT INTO perk_deliveries (id, community_id, perk_id, member_id, transfer_id, state, owed_at, changed_at) VALUES ($1, $2, $3, $4, $5, 'OWED', $6, $6)`;

// What it is and costs stays so until the member has it.
const OFFERED = 'SELECT cost, retired_at AS "retiredAt" FROM perks WHERE id = $1 FOR SHARE';

const LOCK = `SELECT ${DELIVERY_COLUMNS} FROM perk_deliveries d JOIN reward_transfers t ON t.id = d.transfer_id WHERE d.id = $1 FOR NO KEY UPDATE OF d`;

// What a member gave for it; nothing for what a mission brought.
const PAID = `
  SELECT -p.amount::float8 AS points FROM reward_postings p JOIN reward_accounts a ON a.id = p.account_id
  WHERE p.transfer_id = $1 AND a.kind = 'MEMBER' AND a.perk_id IS NULL AND p.amount < 0`;

const CHANGE = 'UPDATE perk_deliveries SET state = $2, note = $3, changed_at = greatest($4, owed_at) WHERE id = $1';

/** Things on their way to members: chosen for points, sent, received, come back. */
@Injectable()
export class PerksService {
  constructor(
    private readonly transactor: Transactor,
    private readonly activity: ActivityService,
    private readonly members: MembersService,
    private readonly queries: RewardsQueries,
    private readonly ledger: RewardsLedger,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A member chooses a perk for points of theirs.
   *
   * @returns the delivery that is owed
   * @throws Problem `NOT_FOUND` (also for a perk that only missions bring), `NOT_A_MEMBER`, `RESTRICTED`, `NOT_ENOUGH_POINTS`, `PERK_GONE`,
   * `PERK_CHANGED` (`cost`: what it is now)
   */
  async redeem(actor: Actor, input: Redemption): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const perk = isId(input.perk) ? (await this.queries.perksByIds([input.perk])).get(input.perk.toLowerCase()) : undefined;
    if (!perk || perk.cost === null) throw new Problem('NOT_FOUND', { what: 'perk' });
    await this.activity.take(actor, 'redeemPerk');
    const fresh = newId();
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation: 'redeemPerk', input };
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.take(tx, actor, perk, input.cost ?? null, fresh)));
    return id;
  }

  /**
   * Says where a piece is. One that came back is in stock again, its story is over, and what the member gave for it is theirs again.
   *
   * @param note what the member reads, such as a tracking number; left as it is when left out
   * @throws Problem `NOT_FOUND`, `DELIVERY_OVER`, `TOO_LONG`
   */
  async update(actor: Actor, id: string, state: DeliveryState, note?: string | null): Promise<void> {
    await this.activity.take(actor, 'manageRewards');
    await this.transactor.run(async (tx) => {
      const [delivery] = isId(id) ? await rowsOf<DeliveryRow>(tx, LOCK, [id]) : [];
      if (!delivery) throw new Problem('NOT_FOUND', { what: 'delivery' });
      enforceHidden(canManageRewards(actor, delivery.communityId), { what: 'delivery' });
      enforce(canBecome(delivery.state, state));
      const words = note === undefined ? delivery.note : cleanText('note', note ?? '', { min: 0, max: 500 }) || null;
      if (state === delivery.state && words === delivery.note) return;
      if (state === 'RETURNED' && delivery.state !== 'RETURNED') await this.takeBack(tx, actor, delivery);
      await tx.query(CHANGE, [id, state, words, this.clock.now()]);
      const payload = { memberId: delivery.memberId, perk: delivery.perkId, from: delivery.state, state };
      await this.events.append(tx, DeliveryChanged, { communityId: delivery.communityId, actorId: actor.accountId, subjectId: id, payload });
    });
  }

  private async take(tx: Tx, actor: Actor, { id: perkId, communityId, budgetId }: PerkRow, shown: number | null, id: string): Promise<void> {
    const cost = await this.costOf(tx, perkId, shown);
    const member = await this.members.requireMember(tx, actor, communityId);
    const sides = [budgetSide(budgetId, perkId), memberSide(member.id), memberSide(member.id, perkId), communitySide('SPENT')];
    const [stock, points, owned, spent] = await this.ledger.hold(tx, communityId, sides);
    if (points!.balance < cost) throw new Problem('NOT_ENOUGH_POINTS', { cost, have: points!.balance });
    if (stock!.balance < 1) throw new Problem('PERK_GONE');
    const [transferId, at] = [newId(), this.clock.now()];
    const moves = [{ from: points!, to: spent!, amount: cost }, { from: stock!, to: owned!, amount: 1 }];
    await this.ledger.write(tx, { id: transferId, communityId, kind: 'PERK', madeBy: actor.accountId, at }, moves);
    await tx.query(OWE, [id, communityId, perkId, member.id, transferId, at]);
    await this.events.append(tx, PerkRedeemed, { communityId, actorId: actor.accountId, subjectId: id, payload: { memberId: member.id, perk: perkId, points: cost } });
  }

  private async costOf(tx: Tx, perkId: string, shown: number | null): Promise<number> {
    const [{ cost, retiredAt }] = (await rowsOf<Pick<PerkRow, 'cost' | 'retiredAt'>>(tx, OFFERED, [perkId])) as [Pick<PerkRow, 'cost' | 'retiredAt'>];
    if (cost === null || retiredAt !== null) throw new Problem('PERK_GONE');
    if (shown !== null && shown !== cost) throw new Problem('PERK_CHANGED', { cost });
    return cost;
  }

  private async takeBack(tx: Tx, actor: Actor, { communityId, memberId, perkId, transferId }: DeliveryRow): Promise<void> {
    const { budgetId } = (await this.queries.perksByIds([perkId], tx)).get(perkId)!;
    const [paid] = await rowsOf<{ points: number }>(tx, PAID, [transferId]);
    const sides = [budgetSide(budgetId, perkId), memberSide(memberId, perkId), ...(paid ? [memberSide(memberId), communitySide('SPENT')] : [])];
    const [stock, owned, points, spent] = await this.ledger.hold(tx, communityId, sides);
    const moves = [{ from: owned!, to: stock!, amount: 1 }, ...(paid ? [{ from: spent!, to: points!, amount: paid.points }] : [])];
    await this.ledger.write(tx, { id: newId(), communityId, kind: 'RETURN', madeBy: actor.accountId, at: this.clock.now() }, moves);
  }
}
