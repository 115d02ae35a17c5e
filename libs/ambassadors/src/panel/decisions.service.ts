import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { isCheckViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, isId, newId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import type { ApplicationOutcome } from '../ambassadors.enums.js';
import { ApplicationDecided, ApplicationReviewAnswered } from '../ambassadors.events.js';
import { canDecide, DECIDED } from '../applications/application.policy.js';
import type { ApplicationRow } from '../applications/application.row.js';
import { ApplicationsQueries } from '../applications/applications.queries.js';
import { isVoting, stateOf } from '../calls/call.row.js';
import type { CallRow } from '../calls/call.row.js';
import { CallsQueries } from '../calls/calls.queries.js';
import { SeatsService } from '../terms/seats.service.js';
import { TermsService } from '../terms/terms.service.js';
import { PanelQueries } from './panel.queries.js';

export interface Deciding {
  /** Of one call, at most 500; the waiting list takes them in this order. */
  readonly applications: readonly string[];
  readonly outcome: ApplicationOutcome;
  /** Each of them reads it. */
  readonly reason: string;
  /** Whether answers given before are reversed by it. */
  readonly reverse?: boolean | null;
}

export const MOST_AT_ONCE = 500;

const LOCK = 'SELECT id FROM applications WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';

const SET = `
  UPDATE applications SET state = $2, decided_at = $3, changed_at = $3, waiting_place = $4, seat_left_at = NULL WHERE id = $1`;

const WRITE = `
  INSERT INTO application_decisions (id, application_id, community_id, state, reason, decided_by, decided_at, reverses) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const LAST_PLACE = 'SELECT coalesce(max(waiting_place), 0)::int AS place FROM applications WHERE call_id = $1';

const CLOSE_REVIEW = `
  UPDATE application_reviews_asked SET outcome = 'CHANGED', answer = $2, answered_by = $3, answered_at = $4 WHERE application_id = $1 AND outcome IS NULL
  RETURNING decision_id AS "decisionId"`;

/** Answers to applicants: each with a reason, each kept. The call's seats are held while it decides. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly calls: CallsQueries,
    private readonly applications: ApplicationsQueries,
    private readonly panel: PanelQueries,
    private readonly terms: TermsService,
    private readonly seats: SeatsService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives one answer to one applicant or many: all of them, or none.
   *
   * @returns their ids
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `OWN_APPLICATION`, `CONFLICT_DECLARED`, `CALL_STILL_OPEN`, `APPLICATION_DECIDED` (without `reverse`, or
   * a term is running), `SEATS_TAKEN`, `ALREADY_AMBASSADOR`, `EMPTY_TEXT`, `TOO_LONG`, `INVALID_INPUT`
   */
  async decide(actor: Actor, { applications, outcome, reason, reverse }: Deciding): Promise<string[]> {
    const ids = [...new Set(applications.filter(isId).map((id) => id.toLowerCase()))];
    if (ids.length === 0 || ids.length > MOST_AT_ONCE) throw new Problem('INVALID_INPUT', { field: 'applications', max: MOST_AT_ONCE });
    const words = cleanText('reason', reason, { min: 3, max: 5_000 });
    await this.activity.take(actor, 'judgeApplications', ids.length);
    const decisions = new Map(ids.map((id) => [id, newId()]));
    await this.transactor.run(async (tx) => {
      const call = await this.calls.lock(tx, (await this.applications.require(tx, ids[0]!)).callId);
      await tx.query(LOCK, [ids]);
      const found = await this.applications.byIds(ids, tx);
      const decider = await this.decider(tx, actor, call, ids.map((id) => found.get(id)));
      for (const id of ids) await this.decideOne(tx, { actor, decider, call, application: found.get(id)!, id: decisions.get(id)!, outcome, words, reverse: reverse ?? false });
      if (outcome !== 'SELECTED') await this.seats.fill(tx, call.id); // a reversal may have freed one
    });
    return ids;
  }

  private async decider(tx: Tx, actor: Actor, call: CallRow, applications: readonly (ApplicationRow | undefined)[]): Promise<MemberRow> {
    const member = await this.members.requireMember(tx, actor, call.communityId);
    const found = applications.map((application) => {
      if (application?.callId !== call.id || application.state === 'DRAFT' || application.state === 'WITHDRAWN') throw new Problem('NOT_FOUND', { what: 'application' });
      return application;
    });
    const conflicts = await this.panel.conflictsOf(actor.accountId!, found.map(({ id }) => id), tx);
    for (const application of found) enforce(canDecide({ actor, isReviewer: false }, application, conflicts.has(application.id)));
    const now = this.clock.now();
    if (stateOf(call, now) === 'OPEN' || stateOf(call, now) === 'SCHEDULED' || isVoting(call, now)) throw new Problem('CALL_STILL_OPEN');
    return member;
  }

  private async decideOne(tx: Tx, one: OneDecision): Promise<void> {
    const { actor, decider, call, application, id, outcome, words, reverse } = one;
    const reverses = DECIDED.includes(application.state) ? await this.reversed(tx, actor, application, outcome, reverse) : null;
    const now = this.clock.now();
    const place = outcome === 'WAITING' ? (await rowsOf<{ place: number }>(tx, LAST_PLACE, [call.id]))[0]!.place + 1 : null;
    await withinSeats(() => tx.query(SET, [application.id, outcome, now, place]));
    await tx.query(WRITE, [id, application.id, call.communityId, outcome, words, decider.id, now, reverses]);
    if (outcome === 'SELECTED') await this.terms.offer(tx, call, application, actor.accountId);
    const about = { communityId: call.communityId, actorId: actor.accountId, subjectId: application.id };
    await this.events.append(tx, ApplicationDecided, { ...about, payload: { callId: call.id, decisionId: id, state: outcome, reverses } });
    for (const { decisionId } of await rowsOf<{ decisionId: string }>(tx, CLOSE_REVIEW, [application.id, words, decider.id, now])) {
      await this.events.append(tx, ApplicationReviewAnswered, { ...about, payload: { callId: call.id, decisionId, outcome: 'CHANGED' } });
    }
  }

  /** The answer that is taken back: an offer to serve with it, but never a term that runs. */
  private async reversed(tx: Tx, actor: Actor, application: ApplicationRow, outcome: ApplicationOutcome, reverse: boolean): Promise<string> {
    if (!reverse || application.state === outcome) throw new Problem('APPLICATION_DECIDED');
    const serving = await rowsOf(tx, 'SELECT FROM terms WHERE application_id = $1 AND accepted_at IS NOT NULL LIMIT 1', [application.id]);
    if (serving.length > 0) throw new Problem('APPLICATION_DECIDED', { term: true });
    await this.seats.lapse(tx, application.id, actor.accountId);
    return (await this.applications.decisionsOf([application.id], tx)).get(application.id)!.at(-1)!.id;
  }
}

interface OneDecision {
  readonly actor: Actor;
  readonly decider: MemberRow;
  readonly call: CallRow;
  readonly application: ApplicationRow;
  readonly id: string;
  readonly outcome: ApplicationOutcome;
  readonly words: string;
  readonly reverse: boolean;
}

/** The constraint decides who had the last seat. */
async function withinSeats(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isCheckViolation(error, 'calls_seats_not_exceeded')) throw new Problem('SEATS_TAKEN');
    throw error;
  }
}
