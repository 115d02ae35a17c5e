import { Injectable } from '@nestjs/common';
import { AmbassadorAppealDecided, AmbassadorAppealOpened, EntryDisclosureLost, EntryReturned, EntryReviewed, MissionClosed } from '@fanfare/ambassadors';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import type { Matter } from './matter.js';
import type { NotificationKind } from './notification.kinds.js';
import { TellService } from './tell.service.js';

const JOINED = 'SELECT member_id AS id FROM mission_joins WHERE mission_id = $1 AND left_at IS NULL ORDER BY member_id';
const MISSION = 'SELECT mission_id AS id FROM entries WHERE id = $1';

type OfEntry = RecordedEvent<{ missionId: string; memberId: string }>;
type Appealed = RecordedEvent<{ memberId: string; subject: string; about: string }>;

/** What happens to missions that members chose, and to what they handed in, told to them. */
@Injectable()
export class MissionsHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(EntryReturned, 'notifications.entryReturned', (tx, event) => this.author(tx, event, 'ENTRY_RETURNED'));
    handlers.on(EntryReviewed, 'notifications.entryReviewed', (tx, event) => this.author(tx, event, 'ENTRY_REVIEWED'));
    handlers.on(EntryDisclosureLost, 'notifications.disclosureLost', (tx, event) => this.author(tx, event, 'ENTRY_DISCLOSURE_LOST'));
    handlers.on(MissionClosed, 'notifications.missionClosed', (tx, event) => this.closed(tx, event));
    handlers.on(AmbassadorAppealOpened, 'notifications.ambassadorAppealed', (tx, event) => this.telling.tell(tx, about(event, 'AMBASSADOR_APPEAL_WAITS'), ['MODERATORS']));
    handlers.on(AmbassadorAppealDecided, 'notifications.ambassadorAppealDecided', (tx, event) => this.appealDecided(tx, event));
  }

  private async author(tx: Tx, event: OfEntry, kind: NotificationKind): Promise<void> {
    const { missionId, memberId } = event.payload;
    await this.telling.tell(tx, { ...about(event, kind), entryId: event.subjectId, missionId }, ['MEMBERS'], { memberIds: [memberId] });
  }

  private async closed(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const members = await rowsOf<{ id: string }>(tx, JOINED, [event.subjectId]);
    await this.telling.tell(tx, { ...about(event, 'MISSION_CLOSED'), missionId: event.subjectId }, ['MEMBERS'], { memberIds: members.map(({ id }) => id) });
  }

  private async appealDecided(tx: Tx, event: Appealed): Promise<void> {
    const { subject, about: id, memberId } = event.payload;
    const [entry] = subject === 'ENTRY' ? await rowsOf<{ id: string }>(tx, MISSION, [id]) : [];
    const matter = { ...about(event, 'AMBASSADOR_APPEAL_DECIDED'), ...(entry ? { entryId: id, missionId: entry.id } : { termId: id }) };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [memberId] });
  }
}

/** The team and moderators speak as one: nobody is named. */
function about(event: RecordedEvent<object>, kind: NotificationKind): Matter {
  return { kind, id: event.id, communityId: event.communityId!, ideaId: null, actorId: null, actorAccountId: event.actorId, at: event.occurredAt.toISOString() };
}
