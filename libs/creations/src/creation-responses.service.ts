import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { type Actor, Clock, enforce, isOnStaff, newId, Problem } from '@fanfare/kernel';
import { type ExaminedText, IntakeService } from '@fanfare/intake';
import { type MemberRow, MembersService } from '@fanfare/members';
import { CreationResponseAdded, CreationResponseDeleted, CreationResponseEdited } from './creation.events.js';
import { canAnswerCreation, canAnswerResponse, canEditResponse, canRemoveResponse } from './creation.policy.js';
import type { CreationResponseRow } from './creation-response.row.js';
import { CreationResponsesQueries } from './creation-responses.queries.js';
import { responseText } from './creation.text.js';
import { CreationResponseWithholding } from './creation-withholding.service.js';
import { CreationsQueries } from './creations.queries.js';

export interface NewCreationResponse {
  readonly creation: string;
  /** The response it answers, of either level. */
  readonly parent?: string | null;
  /** Markdown. */
  readonly body: string;
  readonly idempotencyKey?: string | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

const INSERT = `
  INSERT INTO creation_responses (id, creation_id, community_id, author_id, parent_id, reply_to_id, body, by_staff, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const REWORD = 'UPDATE creation_responses SET body = $2, edited_at = $3 WHERE id = $1';

const ERASE = `UPDATE creation_responses SET body = '', author_id = NULL, by_staff = false, deleted_at = $2 WHERE id = $1`;

/** What people say about works. */
@Injectable()
export class CreationResponsesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly creations: CreationsQueries,
    private readonly queries: CreationResponsesQueries,
    private readonly intake: IntakeService,
    private readonly withholding: CreationResponseWithholding,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Responds to a work, or replies to a response. What intake holds is withheld until a moderator has read it.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `CREATION_WITHDRAWN`, `COMMENT_DELETED` (answering a
   * tombstone), `WITHHELD` (answering what is not shown), `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`, `REPHRASE`, `TEXT_REFUSED`
   * @param examined false only for made-up responses, which nobody wrote
   */
  async add(actor: Actor, input: NewCreationResponse, examined = true): Promise<CreationResponseRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation: 'respondToCreation', input };
    const body = responseText(input.body);
    const fresh = newId();
    await this.activity.take(actor, 'respondToCreation');
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, fresh, { ...input, body }, examined)));
    return (await this.queries.byIds([id])).get(id)!;
  }

  /**
   * Changes the wording.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `COMMENT_DELETED`, `CREATION_WITHDRAWN`, `WITHHELD`, `EMPTY_TEXT`, `TOO_LONG`,
   * `TOO_MANY_ATTEMPTS`, `REPHRASE`, `TEXT_REFUSED`
   */
  async edit(actor: Actor, id: string, text: string, rephrased?: string | null): Promise<CreationResponseRow> {
    const body = responseText(text);
    await this.activity.take(actor, 'respondToCreation');
    return this.transactor.run(async (tx) => {
      const response = await this.queries.require(tx, id, 'UPDATE');
      enforce(canEditResponse(actor, response));
      if (response.body === body) return response;
      const member = await this.members.requireMember(tx, actor, response.communityId, 'COMMENTING');
      await this.members.rights.requireText(tx, actor, member, body, response.body);
      const text = { subjectId: response.id, placeId: response.creationId, texts: { body }, before: response.body, rephrased };
      const held = await this.isHeld(tx, actor, member, text);
      await tx.query(REWORD, [response.id, body, this.clock.now()]);
      await this.append(tx, actor, response, CreationResponseEdited, { creation: response.creationId });
      if (held) await this.withholding.withhold(tx, null, response.id, 'HOLD');
      return this.queries.require(tx, id);
    });
  }

  /** Erases text and author for good; a tombstone holds the thread together. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `COMMENT_DELETED` */
  async remove(actor: Actor, id: string): Promise<CreationResponseRow> {
    return this.transactor.run(async (tx) => {
      const { creationId } = await this.queries.require(tx, id);
      await this.creations.lock(tx, creationId); // the work first, as whoever responds does: its count changes with this
      const response = await this.queries.require(tx, id, 'UPDATE');
      enforce(canRemoveResponse(actor, response));
      await tx.query(ERASE, [response.id, this.clock.now()]);
      await this.append(tx, actor, response, CreationResponseDeleted, { creation: creationId });
      return this.queries.require(tx, id);
    });
  }

  private async insert(tx: Tx, actor: Actor, id: string, input: NewCreationResponse, examined: boolean): Promise<void> {
    const creation = await this.creations.lock(tx, input.creation);
    const { communityId } = creation;
    const member = await this.members.requireMember(tx, actor, communityId, 'COMMENTING');
    enforce(canAnswerCreation(actor, member, creation, 'COMMENTING'));
    await this.members.rights.requireText(tx, actor, member, input.body);
    const answered = input.parent ? await this.answered(tx, input.parent, creation.id) : null;
    const parent = answered && (answered.parentId ?? answered.id);
    const text = { subjectId: id, placeId: creation.id, texts: { body: input.body }, rephrased: input.rephrased };
    const held = examined && (await this.isHeld(tx, actor, member, text));
    const columns = [id, creation.id, communityId, member.id, parent, answered?.id, input.body, isOnStaff(actor, communityId), this.clock.now()];
    await tx.query(INSERT, columns);
    const payload = { creation: creation.id, parent, replyTo: answered?.id ?? null };
    await this.append(tx, actor, { id, communityId }, CreationResponseAdded, payload);
    if (held) await this.withholding.withhold(tx, null, id, 'HOLD');
  }

  /** Whether what is being written waits for a moderator. */
  private async isHeld(tx: Tx, actor: Actor, member: MemberRow, text: Omit<ExaminedText, 'kind'>): Promise<boolean> {
    return (await this.intake.examine(tx, actor, member, { ...text, kind: 'CREATION_RESPONSE' })).outcome === 'HOLD';
  }

  /** The response that a reply answers: to the same work, and still there. */
  private async answered(tx: Tx, id: string, creationId: string): Promise<CreationResponseRow> {
    const response = await this.queries.require(tx, id);
    if (response.creationId !== creationId) throw new Problem('NOT_FOUND', { what: 'response' });
    enforce(canAnswerResponse(response));
    return response;
  }

  private async append<Payload extends object>(
    tx: Tx,
    actor: Actor,
    { id, communityId }: Pick<CreationResponseRow, 'id' | 'communityId'>,
    type: EventType<Payload>,
    payload: Payload,
  ): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor.accountId, subjectId: id, payload });
  }
}
