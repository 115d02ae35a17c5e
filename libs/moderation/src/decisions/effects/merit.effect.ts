import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import type { Actor } from '@fanfare/kernel';
import type { ReviewSubjectKind } from '../../moderation.enums.js';
import { ContentJudged } from '../../moderation.events.js';
import type { DecisionRow } from '../decision.row.js';
import { DecisionsStore } from '../decisions.store.js';
import type { Effect } from './effect.js';

/** Ideas tell the ledger by their moves. */
const TOLD: readonly ReviewSubjectKind[] = ['COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST'];

/** Tells the ledger what was removed, and when it stands again: what it brought its author is taken back meanwhile. */
@Injectable()
export class MeritEffect implements Effect {
  constructor(
    private readonly store: DecisionsStore,
    private readonly events: EventLog,
  ) {}

  apply(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void> {
    return this.tell(tx, actor, decision);
  }

  undo(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void> {
    return this.tell(tx, actor, decision);
  }

  private async tell(tx: Tx, actor: Actor | null, { action, subjectKind, subjectId, communityId, affectedId }: DecisionRow): Promise<void> {
    if (action !== 'REMOVE' || affectedId === null || !TOLD.includes(subjectKind)) return;
    const removed = (await this.store.inForceOn(tx, { subjectKind, subjectId })).some((other) => other.action === 'REMOVE');
    const payload = { memberId: affectedId, removed };
    await this.events.append(tx, ContentJudged, { communityId, actorId: actor?.accountId ?? null, subjectId, payload });
  }
}
