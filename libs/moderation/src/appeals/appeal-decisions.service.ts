import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, newId, Problem } from '@fanfare/kernel';
import { Benches } from '../decisions/benches.js';
import type { DecisionRow, Office } from '../decisions/decision.row.js';
import { DecisionsStore } from '../decisions/decisions.store.js';
import { Enactment } from '../decisions/enactment.service.js';
import { lockMatter, type Matter, settleMatter } from '../decisions/matter.js';
import { type Ruled, type Ruling, RulingService } from '../decisions/ruling.service.js';
import { Verdicts } from '../decisions/verdicts.js';
import type { AppealOutcome } from '../moderation.enums.js';
import { AppealDecided } from '../moderation.events.js';
import { AppealLog } from './appeal.log.js';
import { isHeavier } from './appeal.policy.js';
import type { AppealRow } from './appeal.row.js';
import { AppealsStore } from './appeals.store.js';

const REASONS = { max: 5000 } as const;

export interface AppealDecision {
  readonly appeal: string;
  readonly outcome: AppealOutcome;
  /** For whoever appealed. */
  readonly reasons: string;
  /** With CHANGED: what takes the place of the decision. */
  readonly instead?: Ruling | null;
}

/** What an appeal comes to, while everything about it is held. */
interface Hearing {
  readonly actor: Actor;
  readonly office: Office;
  readonly item: Matter;
  readonly appeal: AppealRow;
  /** What was decided together: it stands or falls together. */
  readonly challenged: readonly DecisionRow[];
  readonly reasons: string;
}

/** Appeals are decided by somebody who took no part. */
@Injectable()
export class AppealDecisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly activity: ActivityService,
    private readonly benches: Benches,
    private readonly decisions: DecisionsStore,
    private readonly store: AppealsStore,
    private readonly rulings: RulingService,
    private readonly enactment: Enactment,
    private readonly verdicts: Verdicts,
    private readonly log: AppealLog,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides an appeal: the decision stands, falls with all it did, or another one takes its place. A dismissal that falls brings the item
   * back to the queue. Against a restriction nobody appeals to be worse off.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `SECOND_FACTOR_NEEDED`, `NOT_FOUND`, `NOT_IMPARTIAL`, `NOT_IN_FORCE` for one that is decided, `EMPTY_TEXT`,
   * `TOO_LONG`, `REASONS_INCOMPLETE`, `UNKNOWN_RULE`, `INVALID_INPUT`
   */
  async decide(actor: Actor, input: AppealDecision): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    if ((input.outcome === 'CHANGED') !== (input.instead != null)) throw new Problem('INVALID_INPUT', { field: 'instead' });
    await this.activity.take(actor, 'review');
    await this.transactor.run(async (tx) => {
      const hearing = await this.hear(tx, actor, input);
      if (input.instead) await this.change(tx, hearing, input.instead);
      else if (input.outcome === 'REVERSED') await this.reverse(tx, hearing);
      else await this.close(tx, hearing, 'UPHELD', null);
    });
    return input.appeal.toLowerCase();
  }

  private async hear(tx: Tx, actor: Actor, { appeal: id, reasons }: AppealDecision): Promise<Hearing> {
    const item = await lockMatter(tx, (await this.store.find(tx, id)).itemId);
    const { office } = await this.benches.require(tx, actor, { ...item, itemId: item.id }, true);
    const appeal = await this.store.lock(tx, id);
    if (appeal.state !== 'OPEN') throw new Problem('NOT_IN_FORCE', { state: appeal.state });
    const decision = await this.decisions.lock(tx, appeal.decisionId);
    const together = (await this.decisions.ofItem(tx, item.id)).filter((one) => isTogether(one, decision));
    return { actor, office, item, appeal, challenged: together, reasons: cleanText('reasons', reasons, REASONS) };
  }

  private async reverse(tx: Tx, hearing: Hearing): Promise<void> {
    const { actor, item, appeal, challenged } = hearing;
    const looksAgain = appeal.as === 'REPORTER';
    if (looksAgain) await settleMatter(tx, item.id, 'OPEN', this.clock.now());
    for (const decision of challenged) await this.enactment.fall(tx, actor, decision);
    if (item.state === 'DECIDED' && !looksAgain) await this.verdicts.settle(tx, item); // of what still waits, reports do too
    await this.close(tx, hearing, 'REVERSED', null);
  }

  private async change(tx: Tx, hearing: Hearing, ruling: Ruling): Promise<void> {
    const { actor, office, item, appeal, challenged } = hearing;
    const judge = { actor, office, at: this.clock.now() };
    const ruled = await this.rulings.examine(tx, item, ruling, judge.at);
    requireChange(appeal, challenged, ruled);
    for (const decision of challenged) await this.enactment.fall(tx, actor, decision);
    const instead = await this.rulings.rule(tx, judge, item, ruled, newId());
    const decided = await this.close(tx, hearing, 'CHANGED', instead.id); // before anything else the judge writes: the database asks who took part
    const proposed = instead.state === 'PROPOSED';
    if (proposed) await this.rulings.hold(tx, judge, item, ruled, instead);
    await settleMatter(tx, item.id, proposed ? 'PROPOSED' : 'DECIDED', decided.decidedAt!);
    await this.verdicts.settle(tx, item);
  }

  private async close(tx: Tx, { actor, office, item, appeal, reasons }: Hearing, state: AppealOutcome, newDecisionId: string | null): Promise<AppealRow> {
    const decided = await this.store.decide(tx, appeal.id, { state, decidedBy: actor.accountId, decidedAs: office, decidedAt: this.clock.now(), reasons, newDecisionId });
    const payload = { kind: item.kind, about: item.subjectId, item: item.id, decision: appeal.decisionId, memberId: appeal.appellantId, outcome: state };
    await this.events.append(tx, AppealDecided, { communityId: item.communityId, actorId: actor.accountId, subjectId: appeal.id, payload });
    await this.log.decided(tx, decided);
    return decided;
  }
}

/** Decided in one act, and still to be undone. */
function isTogether(one: DecisionRow, decision: DecisionRow): boolean {
  return (one.state === 'IN_FORCE' || one.state === 'ENDED') && one.decidedAt.getTime() === decision.decidedAt.getTime() && one.decidedAs === decision.decidedAs;
}

function requireChange({ as }: AppealRow, challenged: readonly DecisionRow[], ruled: Ruled): void {
  const worse = as === 'AFFECTED' && challenged.every((decision) => isHeavier(ruled, decision));
  if (ruled.action === 'KEEP' || worse) throw new Problem('INVALID_INPUT', { field: 'action' });
}
