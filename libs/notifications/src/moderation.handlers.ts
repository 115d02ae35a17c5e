import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { AppealAnswered, AppealDecided, AppealOpened, DecisionHeld, DecisionMade, DecisionProposed, ReportJudged, ReviewOpened } from '@fanfare/moderation';
import type { Matter } from './matter.js';
import type { NotificationKind } from './notification.kinds.js';
import { TellService } from './tell.service.js';

/** What a report came to: the last decision about its item, unless the same was told already. */
const JUDGED = `
  SELECT (SELECT d.id FROM decisions d WHERE d.item_id = r.item_id AND NOT d.automated_decision AND d.holds_for IS NULL AND d.state IN ('IN_FORCE', 'ENDED', 'FALLEN')
      ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS "decisionId",
    (SELECT e.payload ->> 'verdict' FROM events e WHERE e.subject_id = r.id AND e.type = 'report.judged' AND e.id < $2 ORDER BY e.id DESC LIMIT 1) AS before
  FROM reports r WHERE r.id = $1`;

type Decided = RecordedEvent<{ memberId: string | null; action: string }>;
type Appealed = RecordedEvent<{ memberId: string; decision: string }>;

/** What moderators do, told to whom it concerns, and what waits for them. To members they speak as one: nobody is named. */
@Injectable()
export class ModerationHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(DecisionMade, 'notifications.decisionMade', (tx, event) => this.decided(tx, event));
    handlers.on(DecisionHeld, 'notifications.decisionHeld', (tx, event) => this.decided(tx, event));
    handlers.on(ReportJudged, 'notifications.reportJudged', (tx, event) => this.judged(tx, event));
    handlers.on(AppealAnswered, 'notifications.appealAnswered', (tx, event) => this.answered(tx, event));
    handlers.on(AppealDecided, 'notifications.appealDecided', (tx, event) => this.appealDecided(tx, event));
    handlers.on(ReviewOpened, 'notifications.reviewOpened', (tx, event) => this.waits(tx, event));
    handlers.on(DecisionProposed, 'notifications.decisionProposed', (tx, event) => this.waits(tx, event));
    handlers.on(AppealOpened, 'notifications.appealOpened', (tx, event) => this.waits(tx, event));
  }

  private async decided(tx: Tx, event: Decided): Promise<void> {
    const { memberId, action } = event.payload;
    if (memberId === null || action === 'KEEP') return;
    const matter = { ...about(event, action === 'WARN' ? 'WARNED' : 'DECIDED'), id: event.subjectId!, decisionId: event.subjectId };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [memberId] });
  }

  private async judged(tx: Tx, event: RecordedEvent<{ memberId: string; verdict: string }>): Promise<void> {
    const { memberId, verdict } = event.payload;
    const [report] = await rowsOf<{ decisionId: string | null; before: string | null }>(tx, JUDGED, [event.subjectId, event.id]);
    if (!report || report.before === verdict) return;
    await this.telling.tell(tx, { ...about(event, 'REPORT_JUDGED'), decisionId: report.decisionId }, ['MEMBERS'], { memberIds: [memberId] });
  }

  private async answered(tx: Tx, event: RecordedEvent<{ memberId: string; decision: string; byModeration: boolean }>): Promise<void> {
    if (!event.payload.byModeration) return this.waits(tx, event);
    await this.telling.tell(tx, ofAppeal(event, 'APPEAL_ANSWERED'), ['MEMBERS'], { memberIds: [event.payload.memberId] });
  }

  private async appealDecided(tx: Tx, event: Appealed): Promise<void> {
    await this.telling.tell(tx, ofAppeal(event, 'APPEAL_DECIDED'), ['MEMBERS'], { memberIds: [event.payload.memberId] });
  }

  private async waits(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    await this.telling.tell(tx, about(event, 'REVIEW_WAITS'), ['MODERATORS']);
  }
}

function about(event: RecordedEvent<object>, kind: NotificationKind): Matter {
  return { kind, id: event.id, communityId: event.communityId!, ideaId: null, actorId: null, actorAccountId: event.actorId, at: event.occurredAt.toISOString() };
}

function ofAppeal(event: Appealed, kind: NotificationKind): Matter {
  return { ...about(event, kind), appealId: event.subjectId, decisionId: event.payload.decision };
}
