import { Injectable } from '@nestjs/common';
import {
  ApplicationDecided,
  type ApplicationOutcome,
  ApplicationReviewAnswered,
  ApplicationReviewAsked,
  CallClosedEarly,
  CallExtended,
  CallOpened,
  TermEnded,
  TermRenewalProposed,
  TermRevoked,
} from '@fanfare/ambassadors';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import type { Matter } from './matter.js';
import type { NotificationKind } from './notification.kinds.js';
import { TellService } from './tell.service.js';

const APPLICANT = 'SELECT member_id AS id FROM applications WHERE id = $1';

/** Who runs the brand's calls. */
const KEEPERS = `
  SELECT DISTINCT m.id FROM role_grants g JOIN members m ON m.community_id = g.community_id AND m.account_id = g.account_id
  WHERE g.community_id = $1 AND g.role IN ('OWNER', 'BRAND_MANAGER') AND g.revoked_at IS NULL`;

const CALL_OF_TERM = 'SELECT a.call_id AS id FROM terms t JOIN applications a ON a.id = t.application_id WHERE t.id = $1';

type OfApplication = RecordedEvent<{ callId: string; decisionId: string }>;
type OfTerm = RecordedEvent<{ memberId: string }>;

/** What happens in calls and terms, told to whom it concerns. Answers are matters of their own: each is told once. */
@Injectable()
export class RecruitmentHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(CallOpened, 'notifications.callOpened', (tx, event) => this.telling.tell(tx, ofCall(event, 'CALL_OPENED'), ['COMMUNITY_FOLLOWERS']));
    handlers.on(CallExtended, 'notifications.callExtended', (tx, event) => this.telling.tell(tx, ofCall(event, 'CALL_CHANGED'), ['CALL_APPLICANTS']));
    handlers.on(CallClosedEarly, 'notifications.callClosedEarly', (tx, event) => this.telling.tell(tx, ofCall(event, 'CALL_CHANGED'), ['CALL_APPLICANTS']));
    handlers.on(ApplicationDecided, 'notifications.applicationDecided', (tx, event) => this.decided(tx, event));
    handlers.on(ApplicationReviewAnswered, 'notifications.applicationReviewed', (tx, event) => this.reviewed(tx, event));
    handlers.on(ApplicationReviewAsked, 'notifications.applicationReviewAsked', (tx, event) => this.asked(tx, event));
    handlers.on(TermEnded, 'notifications.termEnded', (tx, event) => this.ended(tx, event));
    handlers.on(TermRevoked, 'notifications.termRevoked', (tx, event) => this.ofTerm(tx, event, 'TERM_REVOKED'));
    handlers.on(TermRenewalProposed, 'notifications.termRenewal', (tx, event) => this.renewal(tx, event));
  }

  private async decided(tx: Tx, event: RecordedEvent<{ callId: string; decisionId: string; state: ApplicationOutcome }>): Promise<void> {
    const { callId, state } = event.payload;
    await this.tellApplicant(tx, event, `APPLICATION_${state}`);
    const movedUp = state === 'SELECTED' && event.actorId === null; // a free seat went on, and everybody behind is closer to the next
    if (movedUp) await this.telling.tell(tx, { ...about(event, 'WAITING_LIST_MOVED'), callId }, ['CALL_WAITING']);
  }

  /** A changed answer is told as the new answer. */
  private async reviewed(tx: Tx, event: RecordedEvent<{ callId: string; decisionId: string; outcome: 'KEPT' | 'CHANGED' }>): Promise<void> {
    if (event.payload.outcome === 'KEPT') await this.tellApplicant(tx, event, 'APPLICATION_REVIEWED', event.id);
  }

  private async tellApplicant(tx: Tx, event: OfApplication, kind: NotificationKind, id = event.payload.decisionId): Promise<void> {
    const [applicant] = await rowsOf<{ id: string }>(tx, APPLICANT, [event.subjectId]);
    const matter = { ...about(event, kind), id, callId: event.payload.callId };
    if (applicant) await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [applicant.id] });
  }

  private async asked(tx: Tx, event: OfApplication): Promise<void> {
    const keepers = await rowsOf<{ id: string }>(tx, KEEPERS, [event.communityId]);
    const matter = { ...about(event, 'APPLICATION_REVIEW_ASKED'), callId: event.payload.callId };
    await this.telling.tell(tx, matter, ['STAFF'], { memberIds: keepers.map(({ id }) => id) });
  }

  private async ended(tx: Tx, event: RecordedEvent<{ memberId: string; how: string }>): Promise<void> {
    if (event.payload.how === 'ENDED') await this.ofTerm(tx, event, 'TERM_ENDED');
    if (event.payload.how === 'LAPSED' && event.actorId === null) await this.ofTerm(tx, event, 'TERM_LAPSED'); // nobody did it: its time was over
  }

  /** The other side is asked. */
  private async renewal(tx: Tx, event: RecordedEvent<{ memberId: string; by: 'BRAND' | 'MEMBER' }>): Promise<void> {
    if (event.payload.by === 'BRAND') return this.ofTerm(tx, event, 'TERM_RENEWAL');
    const keepers = await rowsOf<{ id: string }>(tx, KEEPERS, [event.communityId]);
    const matter = { ...about(event, 'TERM_RENEWAL'), termId: event.subjectId, actorId: event.payload.memberId };
    await this.telling.tell(tx, matter, ['STAFF'], { memberIds: keepers.map(({ id }) => id) });
  }

  private async ofTerm(tx: Tx, event: OfTerm, kind: NotificationKind): Promise<void> {
    const [call] = await rowsOf<{ id: string }>(tx, CALL_OF_TERM, [event.subjectId]);
    const matter = { ...about(event, kind), termId: event.subjectId, callId: call?.id ?? null };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [event.payload.memberId] });
  }
}

function about(event: RecordedEvent<object>, kind: NotificationKind): Matter {
  return { kind, id: event.id, communityId: event.communityId!, ideaId: null, actorId: null, actorAccountId: event.actorId, at: event.occurredAt.toISOString() };
}

function ofCall(event: RecordedEvent<object>, kind: NotificationKind): Matter {
  return { ...about(event, kind), callId: event.subjectId };
}
