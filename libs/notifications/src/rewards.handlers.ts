import { Injectable } from '@nestjs/common';
import { DeliveryChanged, RewardPaid, RewardReversed } from '@fanfare/ambassadors';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import type { Matter } from './matter.js';
import type { NotificationKind } from './notification.kinds.js';
import { TellService } from './tell.service.js';

const MISSION = 'SELECT mission_id AS id FROM entries WHERE id = $1';

type OfEntry = RecordedEvent<{ memberId: string; entryId: string }>;
type OfDelivery = RecordedEvent<{ memberId: string; from: string; state: string }>;

/** What members earn, and what of it is taken back or on its way, told to them. */
@Injectable()
export class RewardsHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(RewardPaid, 'notifications.rewardPaid', (tx, event) => this.earned(tx, event, 'REWARD_PAID'));
    handlers.on(RewardReversed, 'notifications.rewardTakenBack', (tx, event) => this.earned(tx, event, 'REWARD_TAKEN_BACK'));
    handlers.on(DeliveryChanged, 'notifications.perkMoved', (tx, event) => this.moved(tx, event));
  }

  private async earned(tx: Tx, event: OfEntry, kind: NotificationKind): Promise<void> {
    const { memberId, entryId } = event.payload;
    const [mission] = await rowsOf<{ id: string }>(tx, MISSION, [entryId]);
    const matter = { ...about(event, kind), ...(mission ? { entryId, missionId: mission.id } : {}) };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [memberId] });
  }

  /** When it leaves, and when it is back with the team: what the brand puts right in between is read on the page. */
  private async moved(tx: Tx, event: OfDelivery): Promise<void> {
    const { memberId, from, state } = event.payload;
    const kind = state === 'RETURNED' ? 'PERK_RETURNED' : from === 'OWED' && state === 'SENT' ? 'PERK_SENT' : null;
    if (kind === null || from === state) return;
    await this.telling.tell(tx, { ...about(event, kind), deliveryId: event.subjectId }, ['MEMBERS'], { memberIds: [memberId] });
  }
}

/** The team speaks as one: nobody is named. */
function about(event: RecordedEvent<object>, kind: NotificationKind): Matter {
  return { kind, id: event.id, communityId: event.communityId!, ideaId: null, actorId: null, actorAccountId: event.actorId, at: event.occurredAt.toISOString() };
}
