import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { IntakeService } from '@fanfare/intake';
import { type Actor, Clock, enforce, newId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import { ApplicationSubmitted, ApplicationWithdrawn } from '../ambassadors.events.js';
import { canTakeApplications, type Declared, isDeclaredEligible } from '../calls/call.policy.js';
import type { CallRow } from '../calls/call.row.js';
import { CallsQueries } from '../calls/calls.queries.js';
import { SeatsService } from '../terms/seats.service.js';
import { cleanAnswers, cleanReach, type GivenAnswer, requireComplete, wordsOf } from './answers.js';
import { Applicants } from './applicants.js';
import { ApplicationWithholding } from './application-withholding.js';
import { DECIDED, isOwn } from './application.policy.js';
import type { ApplicationRow, DeclaredChannel } from './application.row.js';
import { ApplicationsQueries } from './applications.queries.js';

export interface Contents {
  readonly answers?: readonly GivenAnswer[] | null;
  readonly reach?: readonly DeclaredChannel[] | null;
  /** Where to go on from, by the next visit. */
  readonly step?: number | null;
}

/** An application that was withdrawn is taken up again where it was left. */
const START = `
  INSERT INTO applications (id, call_id, community_id, member_id, state, country, of_age, started_at, changed_at) VALUES ($1, $2, $3, $4, 'DRAFT', $5, $6, $7, $7)
  ON CONFLICT (call_id, member_id) DO UPDATE SET country = excluded.country, of_age = excluded.of_age,
    state = CASE applications.state WHEN 'WITHDRAWN' THEN 'DRAFT' ELSE applications.state END,
    withdrawn_at = CASE applications.state WHEN 'WITHDRAWN' THEN NULL ELSE applications.withdrawn_at END
  WHERE applications.decided_at IS NULL RETURNING id`;

const ANSWER = `
  INSERT INTO application_answers (application_id, call_id, question_id, answer) VALUES ($1, $2, $3, $4)
  ON CONFLICT (application_id, question_id) DO UPDATE SET answer = excluded.answer`;

const KEEP = 'UPDATE applications SET declared_reach = $2::jsonb, changed_at = $3, step = $4 WHERE id = $1';

const SUBMIT = `UPDATE applications SET state = 'SUBMITTED', submitted_at = coalesce(submitted_at, $2), changed_at = $2 WHERE id = $1`;

const WITHDRAW = `UPDATE applications SET state = 'WITHDRAWN', withdrawn_at = $2, changed_at = $2, waiting_place = NULL WHERE id = $1`;

/** A member's own application: begun, left, taken up again, changed until the call closes, taken back. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly calls: CallsQueries,
    private readonly applications: ApplicationsQueries,
    private readonly applicants: Applicants,
    private readonly seats: SeatsService,
    private readonly intake: IntakeService,
    private readonly withholding: ApplicationWithholding,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins, or goes on with what was begun.
   *
   * @returns the application's id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `CALL_NOT_OPEN`, `STAFF_CANNOT_APPLY`, `ALREADY_AMBASSADOR`, `LEVEL_TOO_LOW`,
   * `IDENTITY_TOO_LOW`, `UNDER_AGE`, `REGION_NOT_ELIGIBLE`, `REAPPLY_LATER`, `APPLICATION_DECIDED`, `RESTRICTED`
   */
  async start(actor: Actor, callId: string, declared: Declared): Promise<string> {
    await this.activity.take(actor, 'applyToCall');
    const fresh = newId();
    return this.transactor.run((tx) => this.begin(tx, actor, callId, declared, fresh));
  }

  /**
   * Keeps what is written so far; what is left out stays. A draft is nobody else's, so intake reads it when it is handed in.
   *
   * @throws Problem as `start`, `INVALID_INPUT`, `TOO_LONG`; once submitted also `APPLICATION_INCOMPLETE`, `REPHRASE`, `TEXT_REFUSED`
   */
  async save(actor: Actor, id: string, contents: Contents): Promise<void> {
    await this.activity.take(actor, 'applyToCall');
    await this.transactor.run(async (tx) => {
      const { application, member } = await this.open(tx, actor, id);
      const before = await this.wordsIn(tx, application);
      await this.keep(tx, application, contents);
      if (application.state === 'SUBMITTED') await this.examineWords(tx, actor, member, application, before);
    });
  }

  /**
   * Hands it in. Who applies is asked again who they are. It can be changed until the call closes. What intake holds waits
   * for a moderator, unread by the panel.
   *
   * @throws Problem as `start`, `APPLICATION_INCOMPLETE`, `REPHRASE`, `TEXT_REFUSED`
   */
  async submit(actor: Actor, id: string): Promise<void> {
    await this.activity.take(actor, 'applyToCall');
    await this.transactor.run(async (tx) => {
      const { application, call, member } = await this.open(tx, actor, id);
      await this.handIn(tx, actor, application, call, member);
    });
  }

  /** Begins, writes and hands in, at once. @returns the application's id @throws Problem as `start` and `submit` */
  async apply(actor: Actor, callId: string, declared: Declared, contents: Contents): Promise<string> {
    await this.activity.take(actor, 'applyToCall');
    const fresh = newId();
    return this.transactor.run(async (tx) => {
      const id = await this.begin(tx, actor, callId, declared, fresh);
      const { application, call, member } = await this.open(tx, actor, id);
      await this.keep(tx, application, contents);
      await this.handIn(tx, actor, application, call, member);
      return id;
    });
  }

  /**
   * Takes an application back, whatever became of it; who was selected and has not accepted gives up the seat.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `APPLICATION_DECIDED` (declined, or a term is running: resign), `SIGN_IN_REQUIRED`
   */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.activity.take(actor, 'applyToCall');
    await this.transactor.run(async (tx) => {
      const { callId } = await this.applications.require(tx, id);
      await this.calls.lock(tx, callId);
      const application = await this.ownLocked(tx, actor, id, 'ANYWAY');
      if (application.state === 'WITHDRAWN') return;
      if (application.state === 'DECLINED' || (await this.seats.haveServed(tx, [application.id]))) throw new Problem('APPLICATION_DECIDED'); // then it is the term that ends
      await this.takeBack(tx, application, actor.accountId);
    });
  }

  /** The same for who leaves: the caller holds the call. */
  async takeBack(tx: Tx, application: Pick<ApplicationRow, 'id' | 'callId' | 'communityId' | 'state'>, actorId: string | null): Promise<void> {
    await tx.query('DELETE FROM application_votes WHERE application_id = $1', [application.id]);
    await tx.query(WITHDRAW, [application.id, this.clock.now()]);
    await this.seats.lapse(tx, [application.id], actorId);
    if (application.state !== 'DRAFT') {
      const payload = { callId: application.callId };
      await this.events.append(tx, ApplicationWithdrawn, { communityId: application.communityId, actorId, subjectId: application.id, payload });
    }
    if (application.state === 'SELECTED') await this.seats.fill(tx, application.callId);
  }

  private async begin(tx: Tx, actor: Actor, callId: string, declared: Declared, fresh: string): Promise<string> {
    const call = await this.calls.lock(tx, callId, 'SHARE'); // it closes after who was let in, or before
    if (call.publishedAt === null) throw new Problem('NOT_FOUND', { what: 'call' });
    const member = await this.members.requireMember(tx, actor, call.communityId, 'POSTING', 'SHARE');
    await this.examine(tx, call, member, declared);
    const [row] = await rowsOf<{ id: string }>(tx, START, [fresh, call.id, call.communityId, member.id, declared.country, declared.ofAge, this.clock.now()]);
    if (!row) throw new Problem('APPLICATION_DECIDED');
    return row.id;
  }

  private async examine(tx: Tx, call: CallRow, member: MemberRow, declared: Declared): Promise<void> {
    const now = this.clock.now();
    enforce(canTakeApplications(call, now));
    enforce(await this.applicants.eligibility(call, member, now, tx));
    enforce(isDeclaredEligible(call, declared));
  }

  /** One's own that can still be changed. */
  private async open(tx: Tx, actor: Actor, id: string): Promise<{ application: ApplicationRow; call: CallRow; member: MemberRow }> {
    const { callId } = await this.applications.require(tx, id);
    const call = await this.calls.lock(tx, callId, 'SHARE');
    const application = await this.ownLocked(tx, actor, id, 'POSTING');
    const member = await this.members.requireMember(tx, actor, call.communityId, 'POSTING', 'SHARE');
    enforce(canTakeApplications(call, this.clock.now()));
    if (DECIDED.includes(application.state)) throw new Problem('APPLICATION_DECIDED');
    if (application.state === 'WITHDRAWN') throw new Problem('NOT_FOUND', { what: 'application' });
    return { application, call, member };
  }

  private async keep(tx: Tx, application: ApplicationRow, { answers, reach, step }: Contents): Promise<void> {
    const questions = (await this.calls.questionsOf([application.callId], tx)).get(application.callId) ?? [];
    for (const [question, answer] of cleanAnswers(questions, answers ?? [])) await tx.query(ANSWER, [application.id, application.callId, question, answer]);
    const channels = JSON.stringify(reach ? cleanReach(reach) : application.declaredReach);
    await tx.query(KEEP, [application.id, channels, this.clock.now(), step ?? application.step]);
    if (application.state === 'SUBMITTED') await this.requireComplete(tx, application);
  }

  private async handIn(tx: Tx, actor: Actor, application: ApplicationRow, call: CallRow, member: MemberRow): Promise<void> {
    await this.examine(tx, call, member, application);
    await this.requireComplete(tx, application);
    if (application.state === 'SUBMITTED') return;
    await this.examineWords(tx, actor, member, application);
    await tx.query(SUBMIT, [application.id, this.clock.now()]);
    const event = { communityId: call.communityId, actorId: actor.accountId, subjectId: application.id, payload: { callId: call.id } };
    await this.events.append(tx, ApplicationSubmitted, event);
  }

  private async requireComplete(tx: Tx, { id, callId }: ApplicationRow): Promise<void> {
    const questions = (await this.calls.questionsOf([callId], tx)).get(callId) ?? [];
    const answers = (await this.applications.answersOf([id], tx)).get(id) ?? [];
    requireComplete(questions, new Map(answers.map(({ questionId, answer }) => [questionId, answer])));
  }

  /** The words others will read pass intake; what it holds is kept from them until a moderator has read it. */
  private async examineWords(tx: Tx, actor: Actor, member: MemberRow, { id, callId }: ApplicationRow, before?: string): Promise<void> {
    const body = await this.wordsIn(tx, { id, callId });
    if (body === '' || body === before) return;
    const text = { kind: 'APPLICATION', subjectId: id, placeId: callId, texts: { body }, ...(before ? { before } : {}) } as const;
    const { outcome } = await this.intake.examine(tx, actor, member, text);
    if (outcome === 'HOLD') await this.withholding.withhold(tx, null, id, 'HOLD');
  }

  private async wordsIn(tx: Tx, { id, callId }: Pick<ApplicationRow, 'id' | 'callId'>): Promise<string> {
    const questions = (await this.calls.questionsOf([callId], tx)).get(callId) ?? [];
    return wordsOf(questions, (await this.applications.answersOf([id], tx)).get(id) ?? []);
  }

  private async ownLocked(tx: Tx, actor: Actor, id: string, use: 'POSTING' | 'ANYWAY'): Promise<ApplicationRow> {
    const application = await this.applications.lock(tx, id);
    await this.members.requireMember(tx, actor, application.communityId, use);
    if (!isOwn(actor, application)) throw new Problem('NOT_FOUND', { what: 'application' });
    return application;
  }
}
