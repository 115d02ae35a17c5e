import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { type Actor, Clock } from '@fanfare/kernel';
import { DecisionEnded, DecisionFallen, DecisionHeld, DecisionMade } from '../moderation.events.js';
import type { DecisionRow } from './decision.row.js';
import { DecisionsStore } from './decisions.store.js';
import { EffectsService } from './effects/effects.service.js';

/** Puts decisions into force and out of it. Each change writes the state first, then what follows from all that stands. */
@Injectable()
export class Enactment {
  constructor(
    private readonly store: DecisionsStore,
    private readonly effects: EffectsService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A decision that was just written as in force does what it says.
   *
   * @param instead holds that end with it: what they hid is not shown in between
   */
  async enact(tx: Tx, actor: Actor | null, decision: DecisionRow, instead: readonly DecisionRow[] = []): Promise<void> {
    const now = this.clock.now();
    for (const hold of instead) await this.store.over(tx, hold.id, 'ENDED', now);
    await this.effects.apply(tx, actor, decision);
    for (const hold of instead) await this.undone(tx, actor, hold, DecisionEnded, now);
    await this.tell(tx, decision.automatedDecision ? DecisionHeld : DecisionMade, actor, decision, now);
  }

  /** It was right while it lasted, and is over. @param at dates it, however late somebody sees it */
  async end(tx: Tx, actor: Actor | null, decision: DecisionRow, at: Date): Promise<void> {
    await this.store.over(tx, decision.id, 'ENDED', at);
    await this.undone(tx, actor, decision, DecisionEnded, at);
  }

  /** It should not have been: what it did is undone, also when its time was over already. */
  async fall(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void> {
    const now = this.clock.now();
    await this.store.over(tx, decision.id, 'FALLEN', now);
    await this.undone(tx, actor, decision, DecisionFallen, now);
  }

  private async undone(tx: Tx, actor: Actor | null, decision: DecisionRow, type: typeof DecisionEnded, at: Date): Promise<void> {
    await this.effects.undo(tx, actor, decision);
    await this.tell(tx, type, actor, decision, at);
  }

  /** Says what happened to a decision. */
  async tell(tx: Tx, type: EventType<Told>, actor: Actor | null, decision: DecisionRow, at = this.clock.now()): Promise<void> {
    const { id, communityId, subjectKind: kind, subjectId: about, itemId: item, action, affectedId: memberId } = decision;
    await this.events.append(tx, type, { communityId, actorId: actor?.accountId ?? null, subjectId: id, payload: { kind, about, item, action, memberId }, at });
  }
}

type Told = typeof DecisionMade extends EventType<infer Payload> ? Payload : never;
