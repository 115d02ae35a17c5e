import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { makeOnce, Transactor, type Tx } from '@fanfare/database';
import { type Actor, cleanText, Clock, newId, Problem } from '@fanfare/kernel';
import { DecisionRejected } from '../moderation.events.js';
import { Benches } from './benches.js';
import { DecisionLog } from './decision.log.js';
import type { DecisionRow } from './decision.row.js';
import { DecisionsStore, type Seconded } from './decisions.store.js';
import { Enactment } from './enactment.service.js';
import { requireLightEnough } from './judge.policy.js';
import { lockMatter, type Matter, requireUndecided, settleMatter } from './matter.js';
import { type Judge, type Ruled, type Ruling, RulingService } from './ruling.service.js';
import type { GivenSentence } from './sentence.js';
import { Verdicts } from './verdicts.js';

export interface ReviewDecision extends Ruling {
  readonly item: string;
  /** What it means for the author beside the text, for the same reasons. */
  readonly sanction?: GivenSentence | null;
  /** Reports about the item that were made to harm. */
  readonly abusiveReports?: readonly string[] | null;
  readonly idempotencyKey?: string | null;
}

/** Another moderator's word about a proposal. */
export interface Confirmation {
  readonly decision: string;
  readonly agree: boolean;
  readonly reason?: string | null;
}

const REASON = { max: 2000 } as const;
const SANCTIONS: readonly GivenSentence['action'][] = ['WARN', 'MUTE', 'HOLD', 'SUSPEND', 'BAN'];

/** What moderators decide, each alone or two together. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly activity: ActivityService,
    private readonly benches: Benches,
    private readonly rulings: RulingService,
    private readonly enactment: Enactment,
    private readonly store: DecisionsStore,
    private readonly verdicts: Verdicts,
    private readonly log: DecisionLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides an item, with complete reasons. Of two who decide at once the second is told what the first decided.
   *
   * @returns the decision's id
   * @throws Problem `SIGN_IN_REQUIRED`, `SECOND_FACTOR_NEEDED`, `NOT_FOUND` (also for whoever has no office), `NOT_IMPARTIAL`, `ITEM_DECIDED`,
   * `ITEM_CLAIMED`, `REASONS_INCOMPLETE`, `UNKNOWN_RULE`, `NEEDS_SECOND`, `INVALID_INPUT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async decide(actor: Actor, input: ReviewDecision): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    await this.activity.take(actor, 'review');
    const fresh = newId();
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation: 'decideReview', input };
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.decideNow(tx, actor, input, fresh)));
    return id;
  }

  /**
   * Agrees to a proposal, which binds from then on, or does not, and the item waits again. By somebody who took no part.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `SECOND_FACTOR_NEEDED`, `NOT_FOUND`, `NOT_IMPARTIAL`, `NOT_IN_FORCE` for what waits for nobody,
   * `EMPTY_TEXT` without a reason against it, `TOO_LONG`
   */
  async confirm(actor: Actor, { decision: id, agree, reason }: Confirmation): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    await this.activity.take(actor, 'review');
    const said = cleanText('reason', reason ?? '', { ...REASON, min: agree ? 0 : 1 });
    await this.transactor.run((tx) => this.confirmNow(tx, actor, id, agree, said || null));
    return id.toLowerCase();
  }

  private async decideNow(tx: Tx, actor: Actor, input: ReviewDecision, id: string): Promise<void> {
    const item = await lockMatter(tx, input.item);
    const { office, bench } = await this.benches.require(tx, actor, { ...item, itemId: item.id });
    const now = this.clock.now();
    await requireUndecided(tx, item, actor, now);
    const judge = { actor, office, at: now };
    const all = await Promise.all(rulingsOf(input).map((ruling) => this.rulings.examine(tx, item, ruling, now)));
    for (const ruled of all) requireLightEnough(office, bench, ruled, now);
    await this.write(tx, judge, item, all, id, input.abusiveReports ?? []);
  }

  /** The item closes first: a hold in front of the queue ends with the queue. What is only held still waits. */
  private async write(tx: Tx, judge: Judge, item: Matter, all: readonly Ruled[], id: string, abusive: readonly string[]): Promise<void> {
    const before = await this.store.ofItem(tx, item.id);
    if (all.some(leavesOpen) && before.some((one) => leavesOpen(one) && !one.automatedDecision)) throw new Problem('INVALID_INPUT', { field: 'action', rule: 'heldBefore' });
    const holds = before.filter(({ state, action }) => state === 'IN_FORCE' && action === 'HOLD');
    const now = this.clock.now();
    await settleMatter(tx, item.id, all.every(leavesOpen) ? 'OPEN' : 'DECIDED', now);
    const made: DecisionRow[] = [];
    for (const [at, ruled] of all.entries()) made.push(await this.writeOne(tx, judge, item, ruled, at === 0 ? id : newId(), at === 0 ? holds : []));
    if (made.some(isProposed)) await settleMatter(tx, item.id, 'PROPOSED', now);
    if (made.some((one) => !isProposed(one) && !leavesOpen(one))) await this.verdicts.settle(tx, item, abusive);
  }

  private async writeOne(tx: Tx, judge: Judge, item: Matter, ruled: Ruled, id: string, holds: readonly DecisionRow[]): Promise<DecisionRow> {
    const decision = await this.rulings.rule(tx, judge, item, ruled, id, holds);
    if (isProposed(decision)) await this.rulings.hold(tx, judge, item, ruled, decision, holds);
    return decision;
  }

  private async confirmNow(tx: Tx, actor: Actor, id: string, agree: boolean, reason: string | null): Promise<void> {
    const item = await lockMatter(tx, (await this.store.find(tx, id)).itemId);
    const { office } = await this.benches.require(tx, actor, { ...item, itemId: item.id }, true);
    const proposal = await this.store.lock(tx, id);
    if (!isProposed(proposal)) throw new Problem('NOT_IN_FORCE', { state: proposal.state });
    const holds = (await this.store.ofItem(tx, item.id)).filter(({ state, holdsFor }) => state === 'IN_FORCE' && holdsFor === proposal.id);
    const word = { by: actor.accountId!, as: office, at: this.clock.now(), reason };
    if (agree) await this.agree(tx, actor, proposal, word, holds);
    else await this.disagree(tx, actor, proposal, word, holds);
  }

  private async agree(tx: Tx, actor: Actor, proposal: DecisionRow, word: Word, holds: readonly DecisionRow[]): Promise<void> {
    const decision = await this.store.second(tx, proposal.id, { ...word, ...this.rulings.times(proposal, false), state: 'IN_FORCE' });
    await settleMatter(tx, proposal.itemId, 'DECIDED', word.at);
    await this.enactment.enact(tx, actor, decision, holds);
    await this.verdicts.settle(tx, { id: proposal.itemId, communityId: proposal.communityId });
    await this.log.seconded(tx, decision);
    await this.log.ended(tx, holds, 'DECISION', () => word.at);
  }

  private async disagree(tx: Tx, actor: Actor, proposal: DecisionRow, word: Word, holds: readonly DecisionRow[]): Promise<void> {
    const { endsAt, appealUntil } = proposal;
    const rejected = await this.store.second(tx, proposal.id, { ...word, state: 'REJECTED', startsAt: null, endsAt, appealUntil });
    await settleMatter(tx, proposal.itemId, 'OPEN', word.at);
    for (const hold of holds) await this.enactment.end(tx, actor, hold, word.at);
    await this.enactment.tell(tx, DecisionRejected, actor, rejected);
    await this.log.seconded(tx, rejected);
    await this.log.ended(tx, holds, 'DECISION', () => word.at);
  }
}

type Word = Pick<Seconded, 'by' | 'as' | 'at' | 'reason'>;

const isProposed = ({ state }: Pick<DecisionRow, 'state'>) => state === 'PROPOSED';

/** Whether a decision only keeps a text back until somebody decides: its item still waits. */
const leavesOpen = ({ action, scope }: Pick<DecisionRow, 'action' | 'scope'>) => action === 'HOLD' && scope === 'TEXT';

/** The decision, and the sanction beside it for the same reasons. */
function rulingsOf({ sanction, ...ruling }: ReviewDecision): Ruling[] {
  if (!sanction) return [ruling];
  if (ruling.action === 'KEEP' || !SANCTIONS.includes(sanction.action)) throw new Problem('INVALID_INPUT', { field: 'sanction' });
  const { rule, law, facts, passage, language } = ruling;
  return [ruling, { rule, law, facts, passage, language, ...sanction, scope: 'MEMBER' }];
}
