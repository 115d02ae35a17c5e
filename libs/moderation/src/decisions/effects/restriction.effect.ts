import { Injectable } from '@nestjs/common';
import { RestrictionsService } from '@fanfare/access';
import type { Tx } from '@fanfare/database';
import type { Actor, RestrictionKind } from '@fanfare/kernel';
import type { DecisionAction } from '../../moderation.enums.js';
import type { DecisionRow } from '../decision.row.js';
import type { Effect } from './effect.js';

const KINDS: Readonly<Partial<Record<DecisionAction, RestrictionKind>>> = { WARN: 'WARNING', MUTE: 'MUTE', HOLD: 'HOLD', SUSPEND: 'SUSPENSION', BAN: 'BAN' };

/** What a member may not do: a right for a time, nothing at all, nothing unseen, or nothing until they read the warning. */
@Injectable()
export class RestrictionEffect implements Effect {
  constructor(private readonly restrictions: RestrictionsService) {}

  async apply(tx: Tx, _actor: Actor | null, { id, scope, action, affectedId, communityId, right, startsAt, endsAt }: DecisionRow): Promise<void> {
    const kind = KINDS[action];
    if (scope !== 'MEMBER' || !kind || affectedId === null) return;
    await this.restrictions.impose(tx, { communityId, memberId: affectedId, decisionId: id, kind, right, startsAt: startsAt!, endsAt });
  }

  async undo(tx: Tx, _actor: Actor | null, { id, scope }: DecisionRow): Promise<void> {
    if (scope === 'MEMBER') await this.restrictions.lift(tx, id);
  }
}
