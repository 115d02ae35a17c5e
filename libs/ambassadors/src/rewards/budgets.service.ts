import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { isCheckViolation, makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanLine, cleanText, Clock, enforce, enforceHidden, isId, newId, Problem } from '@fanfare/kernel';
import { requireNoPraise } from '../missions/mission.text.js';
import { BudgetCreated, BudgetFunded, PerkChanged, PerkCreated } from './reward.events.js';
import { canManageRewards, isOnOffer } from './reward.policy.js';
import type { BudgetRow, PerkRow } from './reward.row.js';
import { budgetSide, communitySide, RewardsLedger } from './rewards.ledger.js';
import { RewardsQueries } from './rewards.queries.js';

export interface NewBudget {
  /** The slug. */
  readonly community: string;
  readonly name: string;
  readonly idempotencyKey?: string | null;
}

export interface Funding {
  readonly budget: string;
  /** Whose stock grows; points when left out. */
  readonly perk?: string | null;
  /** In points or pieces; below zero takes back what is left, and needs a reason. */
  readonly amount: number;
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface NewPerk {
  readonly budget: string;
  readonly title: string;
  readonly description: string;
  readonly cost?: number | null;
  readonly stock: number;
  readonly idempotencyKey?: string | null;
}

export interface PerkChange {
  readonly perk: string;
  readonly title: string;
  readonly description: string;
  readonly cost?: number | null;
  /** Whether it may no longer be chosen. */
  readonly retired: boolean;
}

/** The most that one funding brings, and that anything costs. */
export const MOST_POINTS = 1_000_000_000;

const INSERT = 'INSERT INTO reward_budgets (id, community_id, name, created_by, created_at) VALUES ($1, $2, $3, $4, $5)';
const INSERT_PERK = `
  INSERT INTO perks (id, community_id, budget_id, title, description, cost, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const CHANGE_PERK = `
  UPDATE perks SET title = $2, description = $3, cost = $4, retired_at = CASE WHEN $5 THEN coalesce(retired_at, $6) END WHERE id = $1`;

/** What a brand sets aside: points and things. */
@Injectable()
export class BudgetsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly activity: ActivityService,
    private readonly queries: RewardsQueries,
    private readonly ledger: RewardsLedger,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an empty budget.
   *
   * @returns its id
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `EMPTY_TEXT`, `TOO_LONG`
   */
  async create(actor: Actor, input: NewBudget): Promise<string> {
    const community = await this.communities.requireBySlug(input.community);
    enforce(canManageRewards(actor, community.id));
    const name = cleanLine('name', input.name, { max: 120 });
    return this.once(actor, 'createRewardBudget', input, async (tx, id) => {
      await tx.query(INSERT, [id, community.id, name, actor.accountId, this.clock.now()]);
      await this.events.append(tx, BudgetCreated, { ...by(actor, community.id, id), payload: {} });
    });
  }

  /**
   * Puts points into a budget, or pieces of a perk into its stock; or takes back what is left of them.
   *
   * @throws Problem `NOT_FOUND`, `INVALID_INPUT`, `BUDGET_EMPTY`, `PERK_GONE`, `EMPTY_TEXT` (nothing is taken back without a reason)
   */
  async fund(actor: Actor, input: Funding): Promise<void> {
    const budget = await this.ofBrand(actor, input.budget);
    const perkId = input.perk ? (await this.perkOf(budget, input.perk)).id : null;
    inBounds('amount', Math.abs(input.amount));
    if (input.amount < 0) cleanText('reason', input.reason ?? '', { max: 2_000 });
    await this.once(actor, 'fundBudget', input, async (tx, id) => {
      await this.add(tx, actor, budget, { id, perkId, amount: input.amount, reason: input.reason });
      await this.events.append(tx, BudgetFunded, { ...by(actor, budget.communityId, budget.id), payload: { amount: input.amount, perk: perkId } });
    });
  }

  /**
   * A new thing to give, with so many in stock.
   *
   * @returns its id
   * @throws Problem `NOT_FOUND`, `INVALID_INPUT`, `EMPTY_TEXT`, `TOO_LONG`, `BRIEF_ASKS_FOR_PRAISE`
   */
  async createPerk(actor: Actor, input: NewPerk): Promise<string> {
    const budget = await this.ofBrand(actor, input.budget);
    const { title, description } = await this.words(input, budget.communityId);
    if (input.cost != null) inBounds('cost', input.cost);
    if (input.stock !== 0) inBounds('stock', input.stock);
    return this.once(actor, 'createPerk', input, async (tx, id) => {
      await tx.query(INSERT_PERK, [id, budget.communityId, budget.id, title, description, input.cost ?? null, actor.accountId, this.clock.now()]);
      if (input.stock > 0) await this.add(tx, actor, budget, { id: newId(), perkId: id, amount: input.stock });
      await this.events.append(tx, PerkCreated, { ...by(actor, budget.communityId, id), payload: { budget: budget.id } });
    });
  }

  /**
   * Says anew what a perk is, what it costs, and whether it may still be chosen. Who chose it before has what they chose.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED` (of what everybody reads), `INVALID_INPUT`, `EMPTY_TEXT`, `TOO_LONG`, `BRIEF_ASKS_FOR_PRAISE`
   */
  async updatePerk(actor: Actor, input: PerkChange): Promise<void> {
    const perk = isId(input.perk) ? (await this.queries.perksByIds([input.perk])).get(input.perk.toLowerCase()) : undefined;
    if (!perk) throw new Problem('NOT_FOUND', { what: 'perk' });
    const may = canManageRewards(actor, perk.communityId);
    if (!isOnOffer(perk)) enforceHidden(may, { what: 'perk' });
    enforce(may);
    const { title, description } = await this.words(input, perk.communityId);
    if (input.cost != null) inBounds('cost', input.cost);
    await this.activity.take(actor, 'manageRewards');
    await this.transactor.run(async (tx) => {
      await tx.query(CHANGE_PERK, [perk.id, title, description, input.cost ?? null, input.retired, this.clock.now()]);
      await this.events.append(tx, PerkChanged, { ...by(actor, perk.communityId, perk.id), payload: { retired: input.retired } });
    });
  }

  /** What is given is promised for no opinion, as in a mission. */
  private async words(input: Pick<NewPerk, 'title' | 'description'>, communityId: string): Promise<Pick<NewPerk, 'title' | 'description'>> {
    const title = cleanLine('title', input.title, { max: 120 });
    const description = cleanText('description', input.description, { min: 0, max: 2_000 });
    requireNoPraise({ title, description }, (await this.communities.byIds([communityId])).get(communityId)!.locale);
    return { title, description };
  }

  private async add(tx: Tx, actor: Actor, { id: budgetId, communityId }: BudgetRow, { id, perkId, amount, reason }: { id: string; perkId: string | null; amount: number; reason?: string | null }): Promise<void> {
    const [own, issued] = await this.ledger.hold(tx, communityId, [budgetSide(budgetId, perkId), communitySide('ISSUED', perkId)]);
    if (own!.balance + amount < 0) throw perkId === null ? new Problem('BUDGET_EMPTY', { left: own!.balance }) : new Problem('PERK_GONE');
    const words = cleanText('reason', reason ?? '', { min: 0, max: 2_000 }) || null;
    const kind = amount > 0 ? ('FUND' as const) : ('WITHDRAW' as const);
    const move = amount > 0 ? { from: issued!, to: own!, amount } : { from: own!, to: issued!, amount: -amount };
    await this.ledger.write(tx, { id, communityId, kind, reason: words, madeBy: actor.accountId, at: this.clock.now() }, [move]).catch(tooMuch);
  }

  private async once(actor: Actor, operation: string, input: { readonly idempotencyKey?: string | null }, make: (tx: Tx, id: string) => Promise<void>): Promise<string> {
    await this.activity.take(actor, 'manageRewards');
    const fresh = newId();
    const retryable = { accountId: actor.accountId!, key: input.idempotencyKey, operation, input };
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => make(tx, fresh)));
    return id;
  }

  private async ofBrand(actor: Actor, id: string): Promise<BudgetRow> {
    const budget = isId(id) ? (await this.queries.budgetsByIds([id])).get(id.toLowerCase()) : undefined;
    if (!budget) throw new Problem('NOT_FOUND', { what: 'budget' });
    enforceHidden(canManageRewards(actor, budget.communityId), { what: 'budget' });
    return budget;
  }

  private async perkOf(budget: BudgetRow, id: string): Promise<PerkRow> {
    const perk = isId(id) ? (await this.queries.perksByIds([id])).get(id.toLowerCase()) : undefined;
    if (perk?.budgetId !== budget.id) throw new Problem('NOT_FOUND', { what: 'perk' });
    return perk;
  }
}

const by = (actor: Actor, communityId: string, subjectId: string) => ({ communityId, actorId: actor.accountId, subjectId });

function inBounds(field: string, amount: number): void {
  if (!Number.isInteger(amount) || amount < 1 || amount > MOST_POINTS) throw new Problem('INVALID_INPUT', { field, min: 1, max: MOST_POINTS });
}

function tooMuch(error: unknown): never {
  if (isCheckViolation(error, 'reward_account_full')) throw new Problem('INVALID_INPUT', { field: 'amount', max: MOST_POINTS });
  throw error;
}
