import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { isCheckViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, enforceHidden, isId, newId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import type { ApplicationOutcome } from '../ambassadors.enums.js';
import { ApplicationDecided, ApplicationReviewAnswered } from '../ambassadors.events.js';
import { canDecide, canReadApplication, DECIDED } from '../applications/application.policy.js';
import type { ApplicationRow } from '../applications/application.row.js';
import { ApplicationsQueries } from '../applications/applications.queries.js';
import { canRunCalls, canSeeCall } from '../calls/call.policy.js';
import { type CallRow, isVoting, stateOf } from '../calls/call.row.js';
import { CallsQueries } from '../calls/calls.queries.js';
import { SeatsService } from '../terms/seats.service.js';
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

/** An answer to the first of the ranking. */
export interface DecidingByRanking {
  readonly call: string;
  /** How many of those who wait for an answer, the first of the ranking first: at most 500. */
  readonly count: number;
  readonly outcome: ApplicationOutcome;
  readonly reason: string;
}

export const MOST_AT_ONCE = 500;

const LOCK = 'SELECT id FROM applications WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';

// Whole answers in a few statements, however many they are for: `$1` the applications, in order.

const SET = `
  UPDATE applications a SET state = $2, decided_at = $3, changed_at = $3, seat_left_at = NULL,
    waiting_place = CASE WHEN $2 = 'WAITING' THEN last.place + g.at END
  FROM unnest($1::uuid[]) WITH ORDINALITY AS g (id, at),
    (SELECT coalesce(max(waiting_place), 0)::int AS place FROM applications WHERE call_id = $4) last
  WHERE a.id = g.id`;

const WRITE = `
  INSERT INTO application_decisions (id, application_id, community_id, state, reason, decided_by, decided_at, reverses)
  SELECT d.id, d.application, $4, $5, $6, $7, $8, d.reverses FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS d (application, id, reverses)`;

const CLOSE_REVIEWS = `
  UPDATE application_reviews_asked SET outcome = 'CHANGED', answer = $2, answered_by = $3, answered_at = $4 WHERE application_id = ANY ($1::uuid[]) AND outcome IS NULL
  RETURNING application_id AS "applicationId", decision_id AS "decisionId"`;

/** Answers to applicants: each with a reason, each kept. The call's seats are held while it decides. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly calls: CallsQueries,
    private readonly applications: ApplicationsQueries,
    private readonly panel: PanelQueries,
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
    const answer = { outcome, words: wordsOf(reason), reverse: reverse ?? false };
    await this.activity.take(actor, 'judgeApplications', ids.length);
    await this.transactor.run(async (tx) => {
      const call = await this.calls.lock(tx, (await this.applications.require(tx, ids[0]!)).callId);
      await this.answer(tx, actor, call, ids, answer);
    });
    return ids;
  }

  /**
   * Gives one answer to the first of the ranking who wait for one. To select, or to put on the waiting list, takes points: nobody
   * gets ahead by not having been judged. Equal points go by who handed in first; who serves already is passed over for a seat.
   *
   * @returns their ids, in the order of the ranking
   * @throws Problem as `decide`; `INVALID_INPUT` `{ field: 'count', max }` where fewer wait
   */
  async decideByRanking(actor: Actor, { call: callId, count, outcome, reason }: DecidingByRanking): Promise<string[]> {
    if (!Number.isInteger(count) || count < 1 || count > MOST_AT_ONCE) throw new Problem('INVALID_INPUT', { field: 'count', max: MOST_AT_ONCE });
    const answer = { outcome, words: wordsOf(reason), reverse: false };
    await this.activity.take(actor, 'judgeApplications', count);
    return this.transactor.run(async (tx) => {
      const call = await this.calls.lock(tx, callId);
      const may = canRunCalls(actor, call.communityId);
      if (!canSeeCall(actor, call)) enforceHidden(may, { what: 'call' });
      enforce(may);
      const ids = await this.panel.firstUndecided(tx, call, count, outcome);
      if (ids.length < count) throw new Problem('INVALID_INPUT', { field: 'count', max: ids.length });
      await this.answer(tx, actor, call, ids, answer);
      return ids;
    });
  }

  private async answer(tx: Tx, actor: Actor, call: CallRow, ids: readonly string[], answer: Answer): Promise<void> {
    await tx.query(LOCK, [ids]);
    const found = await this.applications.byIds(ids, tx);
    const decider = await this.decider(tx, actor, call, ids.map((id) => found.get(id)));
    await this.write(tx, { actor, decider, call, applications: ids.map((id) => found.get(id)!), ...answer });
    if (answer.outcome !== 'SELECTED') await this.seats.fill(tx, call.id); // a reversal may have freed one
  }

  private async decider(tx: Tx, actor: Actor, call: CallRow, applications: readonly (ApplicationRow | undefined)[]): Promise<MemberRow> {
    const may = canRunCalls(actor, call.communityId);
    const reader = { actor, isReviewer: !may.allowed && (await this.panel.reviewsFor(actor.accountId!, [call.id], tx)).has(call.id) };
    const found = applications.map((application) => {
      if (application?.callId !== call.id || application.state === 'DRAFT' || application.state === 'WITHDRAWN' || application.withheld) throw new Problem('NOT_FOUND', { what: 'application' });
      if (!canReadApplication(reader, application)) enforceHidden(may, { what: 'application' });
      return application;
    });
    const member = await this.members.requireMember(tx, actor, call.communityId);
    const conflicts = await this.panel.conflictsOf(actor.accountId!, found.map(({ id }) => id), tx);
    for (const application of found) enforce(canDecide(reader, application, conflicts.has(application.id)));
    const now = this.clock.now();
    if (stateOf(call, now) === 'OPEN' || stateOf(call, now) === 'SCHEDULED' || isVoting(call, now)) throw new Problem('CALL_STILL_OPEN');
    return member;
  }

  private async write(tx: Tx, given: Given): Promise<void> {
    const { actor, decider, call, applications, outcome, words } = given;
    const now = this.clock.now();
    const ids = applications.map(({ id }) => id);
    const reversed = await this.reversed(tx, given);
    const decisions = ids.map(() => newId());
    await withinSeats(() => tx.query(SET, [ids, outcome, now, call.id]));
    await tx.query(WRITE, [ids, decisions, ids.map((id) => reversed.get(id) ?? null), call.communityId, outcome, words, decider.id, now]);
    if (outcome === 'SELECTED' && !(await this.seats.offer(tx, call, applications, actor.accountId))) throw new Problem('ALREADY_AMBASSADOR');
    const said = ids.map((id, at) => ({ callId: call.id, decisionId: decisions[at]!, state: outcome, reverses: reversed.get(id) ?? null }));
    await this.events.appendAll(tx, ApplicationDecided, ids.map((id, at) => ({ ...about(actor, call, id), payload: said[at]! })));
    const looked = await rowsOf<{ applicationId: string; decisionId: string }>(tx, CLOSE_REVIEWS, [ids, words, decider.id, now]);
    await this.events.appendAll(tx, ApplicationReviewAnswered, looked.map(({ applicationId, decisionId }) => (
      { ...about(actor, call, applicationId), payload: { callId: call.id, decisionId, outcome: 'CHANGED' as const } })));
  }

  /** The answers that are taken back, by application: an offer to serve with each, but never a term that runs. */
  private async reversed(tx: Tx, { actor, applications, outcome, reverse }: Given): Promise<Map<string, string>> {
    const answered = applications.filter(({ state }) => DECIDED.includes(state));
    if (answered.length === 0) return new Map();
    if (!reverse || answered.some(({ state }) => state === outcome)) throw new Problem('APPLICATION_DECIDED');
    const ids = answered.map(({ id }) => id);
    if (await this.seats.haveServed(tx, ids)) throw new Problem('APPLICATION_DECIDED', { term: true });
    await this.seats.lapse(tx, ids, actor.accountId);
    const decisions = await this.applications.decisionsOf(ids, tx);
    return new Map(ids.map((id) => [id, decisions.get(id)!.at(-1)!.id]));
  }
}

interface Answer {
  readonly outcome: ApplicationOutcome;
  readonly words: string;
  readonly reverse: boolean;
}

interface Given extends Answer {
  readonly actor: Actor;
  readonly decider: MemberRow;
  readonly call: CallRow;
  readonly applications: readonly ApplicationRow[];
}

/** The reason, fit to be read. @throws Problem `EMPTY_TEXT`, `TOO_LONG` */
function wordsOf(reason: string): string {
  return cleanText('reason', reason, { min: 3, max: 5_000 });
}

function about(actor: Actor, { communityId }: CallRow, subjectId: string) {
  return { communityId, actorId: actor.accountId, subjectId };
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
