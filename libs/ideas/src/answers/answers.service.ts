import { Injectable, Logger } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { problemIn } from '@fanfare/graphql';
import { type Actor, cleanText, Clock, enforce, newId, Problem, type ProblemCode } from '@fanfare/kernel';
import { IdeaMoves } from '../idea-moves.service.js';
import type { IdeaRow } from '../idea.row.js';
import type { IdeaStatus } from '../idea.status.js';
import { IdeasAccess } from '../ideas.access.js';
import { IdeaAnswered, IdeaEstimated } from './answer.events.js';
import { answerStatuses, canAnswer, ESTIMATED_STATUSES } from './answer.policy.js';
import { CreditsService, type Credited } from './credits.service.js';
import { type Period, periodOf } from './estimate.js';
import { memberIdOf } from './staff-member.js';

export const LONGEST_RESPONSE = 10_000;

export interface Answer {
  readonly idea: string;
  /** Where it goes; it stays when left out. */
  readonly status?: IdeaStatus | null;
  /** Markdown, in public. */
  readonly response: string;
  /** Null takes it back; what is left out stays. */
  readonly estimate?: Period | null;
  readonly credits?: Credited | null;
  readonly expectedStatus?: IdeaStatus | null;
  readonly idempotencyKey?: string | null;
}

export interface ManyAnswers extends Omit<Answer, 'idea' | 'credits' | 'expectedStatus'> {
  readonly ideas: readonly string[];
  readonly status: IdeaStatus;
}

/** What became of one of several. */
export interface Outcome {
  readonly id: string;
  readonly problem: { readonly code: ProblemCode } | null;
}

const RESPOND = `
  INSERT INTO official_responses (id, idea_id, community_id, author_id, status, body, created_at, estimate_from, estimate_precision)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const ESTIMATE = 'UPDATE ideas SET estimate_from = $2, estimate_precision = $3 WHERE id = $1';

/** The brand answers ideas: a public response, and where the idea goes with it. */
@Injectable()
export class AnswersService {
  private readonly log = new Logger('Answers');

  constructor(
    private readonly transactor: Transactor,
    private readonly access: IdeasAccess,
    private readonly moves: IdeaMoves,
    private readonly credits: CreditsService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers an idea: the response and the move happen together or not at all.
   *
   * @returns the response's id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `STALE_STATUS` (it is no longer where it was expected),
   * `MOVE_REFUSED`, `EMPTY_TEXT`, `TOO_LONG`, `NOT_PLANNED` (an estimate elsewhere), `NOT_DELIVERED` (credits elsewhere),
   * `INVALID_INPUT`, `IDEMPOTENCY_KEY_REUSED`, `TOO_MANY_ATTEMPTS`
   */
  async answer(actor: Actor, answer: Answer): Promise<string> {
    await this.activity.take(actor, 'answerIdea');
    return this.answerOne(actor, answer);
  }

  /** The same answer to each of several ideas, each for itself: one that is refused stops no other. @throws Problem `SIGN_IN_REQUIRED`, `TOO_MANY_ATTEMPTS` */
  async answerMany(actor: Actor, { ideas, idempotencyKey, ...answer }: ManyAnswers): Promise<Outcome[]> {
    const chosen = new Set(ideas);
    await this.activity.take(actor, 'answerIdeas', chosen.size);
    const outcomes: Outcome[] = [];
    for (const id of chosen) {
      const key = idempotencyKey ? `${idempotencyKey} ${id.slice(0, 36)}` : null;
      outcomes.push({ id, problem: await this.attempt(id, () => this.answerOne(actor, { ...answer, idea: id, idempotencyKey: key })) });
    }
    return outcomes;
  }

  /**
   * Says anew when an idea is expected, or takes that back, without a response.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_PLANNED`, `INVALID_INPUT`, `TOO_MANY_ATTEMPTS`
   */
  async setEstimate(actor: Actor, ideaId: string, estimate: Period | null): Promise<IdeaRow> {
    await this.activity.take(actor, 'answerIdea');
    return this.transactor.run(async (tx) => {
      await this.requireAnswerable(tx, actor, ideaId);
      const idea = await this.access.lock(tx, actor, ideaId);
      await this.estimate(tx, actor, idea, checkedEstimate(estimate, idea.status));
      return this.access.requireVisible(tx, actor, ideaId);
    });
  }

  private async answerOne(actor: Actor, answer: Answer): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const retryable = { accountId: actor.accountId, key: answer.idempotencyKey, operation: 'answerIdea', input: answer };
    const fresh = newId();
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.write(tx, actor, answer, fresh)));
    return id;
  }

  private async write(tx: Tx, actor: Actor, answer: Answer, responseId: string): Promise<void> {
    await this.requireAnswerable(tx, actor, answer.idea);
    const idea = await this.access.lockForMove(tx, actor, answer.idea);
    const to = checkedStatus(idea, answer);
    const body = cleanText('response', answer.response, { max: LONGEST_RESPONSE });
    const estimate = answer.estimate === undefined ? keptEstimate(idea, to) : checkedEstimate(answer.estimate, to);
    if (answer.credits && to !== 'DELIVERED') throw new Problem('NOT_DELIVERED');
    const { id, communityId } = idea;
    const memberId = await memberIdOf(tx, actor, communityId);
    await tx.query(RESPOND, [responseId, id, communityId, memberId, to, body, this.clock.now(), estimate?.from, estimate?.precision]);
    const moveId = to === idea.status ? null : await this.moves.move(tx, actor, idea, { to, mover: 'STAFF', memberId, responseId });
    if (ESTIMATED_STATUSES.includes(to)) await this.estimate(tx, actor, idea, estimate);
    await this.events.append(tx, IdeaAnswered, { communityId, actorId: actor.accountId, subjectId: id, payload: { responseId, moveId } });
    if (answer.credits) await this.credits.give(tx, actor, { ...idea, status: to }, answer.credits, memberId);
  }

  /** Before any lock is taken: who may not answer holds up nobody who votes. */
  private async requireAnswerable(tx: Tx, actor: Actor, ideaId: string): Promise<void> {
    enforce(canAnswer(actor, await this.access.requireVisible(tx, actor, ideaId)));
  }

  private async estimate(tx: Tx, actor: Actor, { id, communityId, estimateFrom, estimatePrecision }: IdeaRow, estimate: Period | null): Promise<void> {
    const { from = null, precision = null } = estimate ?? {};
    if (from === estimateFrom && precision === estimatePrecision) return;
    await tx.query(ESTIMATE, [id, from, precision]);
    await this.events.append(tx, IdeaEstimated, { communityId, actorId: actor.accountId, subjectId: id, payload: { from, precision } });
  }

  /** @returns why it was refused; null when it was not. What nobody expected is logged and told as such, so that the others are still tried. */
  private async attempt(id: string, work: () => Promise<unknown>): Promise<Outcome['problem']> {
    try {
      await work();
      return null;
    } catch (error) {
      const problem = problemIn(error);
      if (!problem) this.log.error(`answering ${id}: ${(error as Error).stack ?? String(error)}`);
      return { code: problem?.code ?? 'INTERNAL' };
    }
  }
}

function checkedStatus({ status: from, withheld }: IdeaRow, { status, expectedStatus }: Answer): IdeaStatus {
  if (expectedStatus && expectedStatus !== from) throw new Problem('STALE_STATUS', { status: from });
  const to = status ?? from;
  if (withheld || !answerStatuses(from).includes(to)) throw new Problem('MOVE_REFUSED', { from, to });
  return to;
}

function keptEstimate({ estimateFrom: from, estimatePrecision: precision }: IdeaRow, status: IdeaStatus): Period | null {
  return from && precision && ESTIMATED_STATUSES.includes(status) ? { from, precision } : null;
}

function checkedEstimate(estimate: Period | null, status: IdeaStatus): Period | null {
  if (estimate === null) return null;
  if (!ESTIMATED_STATUSES.includes(status)) throw new Problem('NOT_PLANNED');
  return periodOf(estimate);
}
