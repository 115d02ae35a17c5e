import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, isId, newId, Problem } from '@fanfare/kernel';
import type { IdeaRow } from '../idea.row.js';
import { PUBLIC_STATUSES } from '../idea.status.js';
import { IdeasAccess } from '../ideas.access.js';
import { CreditGiven, CreditWithdrawn } from './answer.events.js';
import { canAnswer } from './answer.policy.js';
import type { CreditRow } from './credit.model.js';
import { CreditsQueries } from './credits.queries.js';
import { memberIdOf } from './staff-member.js';

export const LONGEST_CREDIT_NOTE = 500;
export const LONGEST_WITHDRAWAL = 1_000;

/** What and whom an idea came from. */
export interface Credited {
  /** Ideas of the same community: each credits its author. */
  readonly ideas?: readonly string[] | null;
  readonly members?: readonly string[] | null;
  /** Plain text, the same for all of them. */
  readonly note?: string | null;
}

export interface GivenCredit extends Credited {
  readonly idea: string;
  readonly idempotencyKey?: string | null;
}

interface Named {
  readonly sourceId: string | null;
  readonly memberId: string | null;
}

const SOURCES = 'SELECT id AS "sourceId", author_id AS "memberId" FROM ideas WHERE id = ANY ($1::uuid[]) AND community_id = $2 AND status = ANY ($3)';

const MEMBERS = 'SELECT id FROM members WHERE id = ANY ($1::uuid[]) AND community_id = $2';

const GIVE = `
  INSERT INTO credits (id, idea_id, community_id, source_id, member_id, note, given_by, given_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`;

const LOCK = 'SELECT id FROM credits WHERE id = $1 FOR UPDATE';

const WITHDRAW = 'UPDATE credits SET withdrawn_at = greatest($2, given_at), withdrawn_reason = $3, withdrawn_by = $4 WHERE id = $1';

/** The trail from an idea to a product: who is credited with what was delivered. */
@Injectable()
export class CreditsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly access: IdeasAccess,
    private readonly queries: CreditsQueries,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Credits ideas and people with a delivered idea; who is credited already stays so once.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_DELIVERED`, `INVALID_INPUT` (nobody named), `TOO_LONG`,
   * `IDEMPOTENCY_KEY_REUSED`, `TOO_MANY_ATTEMPTS`
   */
  async giveCredit(actor: Actor, credit: GivenCredit): Promise<IdeaRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const { accountId } = actor;
    await this.activity.take(actor, 'answerIdea');
    return this.transactor.run(async (tx) => {
      enforce(canAnswer(actor, await this.access.requireVisible(tx, actor, credit.idea)));
      const idea = await this.access.lock(tx, actor, credit.idea);
      const retryable = { accountId, key: credit.idempotencyKey, operation: 'giveCredit', input: credit };
      await makeOnce(tx, retryable, idea.id, async () => {
        if (!credit.ideas?.length && !credit.members?.length) throw new Problem('INVALID_INPUT', { field: 'ideas' });
        await this.give(tx, actor, idea, credit, await memberIdOf(tx, actor, idea.communityId));
      });
      return idea;
    });
  }

  /**
   * Credits within the caller's transaction, which holds the idea's row.
   *
   * @param memberId who gives it, of the staff; null for an owner who has not joined
   * @throws Problem `NOT_DELIVERED`, `NOT_FOUND`, `TOO_LONG`
   */
  async give(tx: Tx, actor: Actor, idea: IdeaRow, { ideas, members, note }: Credited, memberId: string | null): Promise<void> {
    if (idea.status !== 'DELIVERED') throw new Problem('NOT_DELIVERED');
    const text = cleanText('note', note ?? '', { min: 0, max: LONGEST_CREDIT_NOTE }) || null;
    const sources = await this.sources(tx, idea.communityId, idsOf(ideas, 'idea'));
    const authors = new Set(sources.map((source) => source.memberId));
    const people = await this.members(tx, idea.communityId, idsOf(members, 'member'));
    const named: Named[] = [...sources, ...people.filter((id) => !authors.has(id)).map((id) => ({ sourceId: null, memberId: id }))];
    for (const one of named) await this.add(tx, actor, idea, one, text, memberId);
  }

  /**
   * Withdraws a credit: it stays, with the reason.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `CREDIT_WITHDRAWN`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async withdraw(actor: Actor, creditId: string, reason: string): Promise<CreditRow> {
    await this.activity.take(actor, 'answerIdea');
    const text = cleanText('reason', reason, { max: LONGEST_WITHDRAWAL });
    return this.transactor.run(async (tx) => {
      await rowsOf(tx, LOCK, [creditId]);
      const credit = await this.requireCredit(tx, actor, creditId);
      enforce(canAnswer(actor, credit));
      if (credit.withdrawnAt) throw new Problem('CREDIT_WITHDRAWN');
      await tx.query(WITHDRAW, [creditId, this.clock.now(), text, await memberIdOf(tx, actor, credit.communityId)]);
      await this.tell(tx, actor, CreditWithdrawn, credit);
      return this.requireCredit(tx, actor, creditId);
    });
  }

  private async requireCredit(tx: Tx, actor: Actor, id: string): Promise<CreditRow> {
    const credit = (await this.queries.byIds([id], tx)).get(id.toLowerCase());
    if (!credit) throw new Problem('NOT_FOUND', { what: 'credit' });
    await this.access.requireVisible(tx, actor, credit.deliveredId);
    return credit;
  }

  private async sources(tx: Tx, communityId: string, ids: readonly string[]): Promise<Named[]> {
    const found = await rowsOf<Named>(tx, SOURCES, [ids, communityId, PUBLIC_STATUSES]);
    return inOrder(ids, new Map(found.map((row) => [row.sourceId!, row])), 'idea');
  }

  private async members(tx: Tx, communityId: string, ids: readonly string[]): Promise<string[]> {
    const found = await rowsOf<{ id: string }>(tx, MEMBERS, [ids, communityId]);
    return inOrder(ids, new Map(found.map(({ id }) => [id, id])), 'member');
  }

  private async add(tx: Tx, actor: Actor, { id: deliveredId, communityId }: IdeaRow, named: Named, note: string | null, by: string | null) {
    const id = newId();
    const added = await rowsOf(tx, GIVE, [id, deliveredId, communityId, named.sourceId, named.memberId, note, by, this.clock.now()]);
    if (added.length > 0) await this.tell(tx, actor, CreditGiven, { id, deliveredId, communityId, ...named });
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    type: typeof CreditGiven,
    { id, deliveredId, communityId, sourceId, memberId }: Pick<CreditRow, 'id' | 'deliveredId' | 'communityId' | 'sourceId' | 'memberId'>,
  ): Promise<void> {
    const payload = { creditId: id, memberId, ideaId: deliveredId, sourceId };
    await this.events.append(tx, type, { communityId, actorId: actor.accountId, subjectId: deliveredId, payload });
  }
}

/** Each once. @throws Problem `NOT_FOUND` for what cannot be an id */
function idsOf(ids: readonly string[] | null | undefined, what: string): string[] {
  const unique = [...new Set((ids ?? []).map((id) => id.toLowerCase()))];
  if (!unique.every(isId)) throw new Problem('NOT_FOUND', { what });
  return unique;
}

/** @throws Problem `NOT_FOUND` when one of them is not there */
function inOrder<Found>(ids: readonly string[], found: ReadonlyMap<string, Found>, what: string): Found[] {
  return ids.map((id) => {
    const one = found.get(id);
    if (one === undefined) throw new Problem('NOT_FOUND', { what });
    return one;
  });
}
