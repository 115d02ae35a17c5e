import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { isUniqueViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, enforceHidden, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { ApplicationReviewAnswered, ApplicationReviewAsked } from '../ambassadors.events.js';
import { canDecide, canReadApplication, DECIDED, isOwn } from '../applications/application.policy.js';
import type { ApplicationRow } from '../applications/application.row.js';
import { ApplicationsQueries } from '../applications/applications.queries.js';
import { canRunCalls } from '../calls/call.policy.js';
import { PanelQueries } from './panel.queries.js';

const ASK = `
  INSERT INTO application_reviews_asked (decision_id, application_id, community_id, text, asked_at) VALUES ($1, $2, $3, $4, $5)`;

const OPEN = `
  SELECT r.decision_id AS "decisionId", d.decided_by AS "decidedBy" FROM application_reviews_asked r JOIN application_decisions d ON d.id = r.decision_id
  WHERE r.application_id = $1 AND r.outcome IS NULL FOR NO KEY UPDATE OF r`;

const ANSWER = `
  UPDATE application_reviews_asked SET outcome = 'KEPT', answer = $2, answered_by = $3, answered_at = $4 WHERE decision_id = $1`;

/** Somebody else of the brand who could look at it. */
const OTHERS = `
  SELECT FROM role_grants g JOIN members m ON m.community_id = g.community_id AND m.account_id = g.account_id
  WHERE g.community_id = $1 AND g.role IN ('OWNER', 'BRAND_MANAGER') AND g.revoked_at IS NULL AND m.id <> ALL ($2::uuid[]) LIMIT 1`;

/** A member asks for an answer to be looked at again, once; somebody who did not give it looks, as long as there is somebody. */
@Injectable()
export class ReviewsAskedService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly applications: ApplicationsQueries,
    private readonly panel: PanelQueries,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `NOT_FOUND`, `APPLICATION_NOT_DECIDED`, `REVIEW_ASKED_ALREADY`, `EMPTY_TEXT`, `TOO_LONG` */
  async ask(actor: Actor, applicationId: string, text: string): Promise<void> {
    const words = cleanText('text', text, { min: 10, max: 5_000 });
    await this.activity.take(actor, 'appeal');
    await this.transactor.run(async (tx) => {
      const application = await this.applications.lock(tx, applicationId);
      if (!isOwn(actor, application)) throw new Problem('NOT_FOUND', { what: 'application' });
      await this.members.requireMember(tx, actor, application.communityId, 'ANYWAY');
      if (!DECIDED.includes(application.state)) throw new Problem('APPLICATION_NOT_DECIDED');
      const decision = (await this.applications.decisionsOf([application.id], tx)).get(application.id)!.at(-1)!;
      await asking(() => tx.query(ASK, [decision.id, application.id, application.communityId, words, this.clock.now()]));
      const payload = { callId: application.callId, decisionId: decision.id };
      await this.events.append(tx, ApplicationReviewAsked, { ...by(actor, application), payload });
    });
  }

  /**
   * Answers that the decision stands, with the reason. What changes it is a reversing decision, which answers too.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `NOT_IMPARTIAL` (their own decision, and somebody else could look), `EMPTY_TEXT`, `TOO_LONG`
   */
  async keep(actor: Actor, applicationId: string, answer: string): Promise<void> {
    const words = cleanText('answer', answer, { min: 3, max: 5_000 });
    await this.activity.take(actor, 'judgeApplications');
    await this.transactor.run(async (tx) => {
      const application = await this.applications.lock(tx, applicationId);
      const reader = { actor, isReviewer: (await this.panel.reviewsFor(actor.accountId!, [application.callId], tx)).has(application.callId) };
      if (!canReadApplication(reader, application)) enforceHidden(canRunCalls(actor, application.communityId), { what: 'application' });
      const member = await this.members.requireMember(tx, actor, application.communityId);
      const conflicts = await this.panel.conflictsOf(actor.accountId!, [application.id], tx);
      enforce(canDecide(reader, application, conflicts.has(application.id)));
      const [open] = await rowsOf<{ decisionId: string; decidedBy: string | null }>(tx, OPEN, [application.id]);
      if (!open) throw new Problem('NOT_FOUND', { what: 'review' });
      if (open.decidedBy === member.id && (await this.hasOthers(tx, application, member.id))) throw new Problem('NOT_IMPARTIAL');
      await tx.query(ANSWER, [open.decisionId, words, member.id, this.clock.now()]);
      const payload = { callId: application.callId, decisionId: open.decisionId, outcome: 'KEPT' as const };
      await this.events.append(tx, ApplicationReviewAnswered, { ...by(actor, application), payload });
    });
  }

  private async hasOthers(tx: Tx, { communityId, memberId }: ApplicationRow, decider: string): Promise<boolean> {
    return (await rowsOf(tx, OTHERS, [communityId, [memberId, decider]])).length > 0;
  }
}

function by(actor: Actor, { id, communityId }: ApplicationRow) {
  return { communityId, actorId: actor.accountId, subjectId: id };
}

async function asking(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error, 'application_reviews_asked_pkey')) throw new Problem('REVIEW_ASKED_ALREADY');
    throw error;
  }
}
