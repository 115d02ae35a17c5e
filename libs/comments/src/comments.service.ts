import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { canComment, IdeasAccess, interestColumns, type InterestInput } from '@fanfare/ideas';
import { type Actor, cleanText, Clock, enforce, isOnStaff, newId, Problem } from '@fanfare/kernel';
import { IntakeService } from '@fanfare/intake';
import { MembersService } from '@fanfare/members';
import { CommentWithholding } from './comment-withholding.service.js';
import { CommentAdded, CommentDeleted, CommentEdited } from './comment.events.js';
import { canDeleteComment, canEditComment, canReplyTo } from './comment.policy.js';
import type { CommentRow } from './comment.row.js';
import { CommentsQueries } from './comments.queries.js';

export const LONGEST_COMMENT = 5_000;

export interface NewComment {
  readonly idea: string;
  /** The comment it answers, of either level. */
  readonly parent?: string | null;
  /** Markdown. */
  readonly body: string;
  readonly interest?: InterestInput | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
  readonly idempotencyKey?: string | null;
}

const INSERT = `
  INSERT INTO comments (id, idea_id, community_id, author_id, parent_id, reply_to_id, body, created_at, by_staff, interest_kind, interest_note)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const KEEP_VERSION = 'INSERT INTO comment_versions (comment_id, number, body, created_at) VALUES ($1, $2, $3, $4)';

const REWORD = 'UPDATE comments SET body = $2, version = version + 1, edited_at = $3 WHERE id = $1';

const ERASE = `
  UPDATE comments SET body = '', author_id = NULL, by_staff = false, interest_kind = NULL, interest_note = NULL, deleted_at = $2 WHERE id = $1`;

/** What people say about ideas. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly ideas: IdeasAccess,
    private readonly members: MembersService,
    private readonly queries: CommentsQueries,
    private readonly intake: IntakeService,
    private readonly withholding: CommentWithholding,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a comment to an idea, or a reply to a comment. What intake holds is withheld until a moderator has read it.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `COMMENTS_CLOSED`, `COMMENT_DELETED` (answering a
   * tombstone), `WITHHELD` (answering what is not shown), `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`, `REPHRASE`, `TEXT_REFUSED`
   */
  async add(actor: Actor, input: NewComment): Promise<CommentRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation: 'addComment', input };
    const fresh = newId();
    await this.activity.take(actor, 'addComment');
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, fresh, input)));
    return this.existing(id);
  }

  /**
   * Changes the wording and keeps the one before.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `COMMENT_DELETED`, `COMMENTS_CLOSED`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`, `REPHRASE`,
   * `TEXT_REFUSED`
   */
  async edit(actor: Actor, id: string, text: string, rephrased?: string | null): Promise<CommentRow> {
    const body = bodyOf(text);
    await this.activity.take(actor, 'editComment');
    return this.transactor.run(async (tx) => {
      const comment = await this.queries.requireVisible(tx, actor, id, 'UPDATE');
      enforce(canEditComment(actor, comment));
      if (comment.body !== body) await this.reword(tx, actor, comment, body, rephrased);
      return this.queries.requireVisible(tx, actor, id);
    });
  }

  /** Erases text, author and former wordings for good; a tombstone holds the thread together. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `COMMENT_DELETED` */
  async delete(actor: Actor, id: string): Promise<CommentRow> {
    return this.transactor.run(async (tx) => {
      const comment = await this.queries.requireVisible(tx, actor, id, 'UPDATE');
      enforce(canDeleteComment(actor, comment));
      await tx.query('DELETE FROM comment_versions WHERE comment_id = $1', [comment.id]);
      await tx.query('DELETE FROM helpful_marks WHERE comment_id = $1', [comment.id]);
      await tx.query(ERASE, [comment.id, this.clock.now()]);
      await this.append(tx, actor, comment, CommentDeleted, { idea: comment.ideaId });
      return (await this.queries.byIds([comment.id], tx)).get(comment.id)!;
    });
  }

  private async insert(tx: Tx, actor: Actor, id: string, input: NewComment): Promise<void> {
    const idea = await this.ideas.lockForVote(tx, actor, input.idea);
    const member = await this.members.requireMember(tx, actor, idea.communityId, 'COMMENTING');
    enforce(canComment(actor, member, idea));
    await this.members.rights.requireText(tx, actor, member, input.body);
    const answered = input.parent ? await this.answered(tx, actor, input.parent, idea.id) : null;
    const parent = answered && (answered.parentId ?? answered.id);
    const { interestKind, interestNote } = interestColumns(input.interest);
    const byStaff = isOnStaff(actor, idea.communityId);
    const body = bodyOf(input.body);
    const text = { kind: 'COMMENT', subjectId: id, placeId: idea.id, texts: { body }, rephrased: input.rephrased } as const;
    const { outcome } = await this.intake.examine(tx, actor, member, text);
    const at = this.clock.now();
    await tx.query(INSERT, [id, idea.id, idea.communityId, member.id, parent, answered?.id, body, at, byStaff, interestKind, interestNote]);
    const payload = { idea: idea.id, parent, replyTo: answered?.id ?? null };
    await this.append(tx, actor, { id, communityId: idea.communityId }, CommentAdded, payload);
    if (outcome === 'HOLD') await this.withholding.withhold(tx, null, id, 'HOLD');
  }

  /** The comment that a reply answers: of the same idea, and still there. */
  private async answered(tx: Tx, actor: Actor, id: string, ideaId: string): Promise<CommentRow> {
    const comment = await this.queries.requireVisible(tx, actor, id);
    if (comment.ideaId !== ideaId) throw new Problem('NOT_FOUND', { what: 'comment' });
    enforce(canReplyTo(comment));
    return comment;
  }

  private async reword(tx: Tx, actor: Actor, comment: CommentRow, body: string, rephrased?: string | null): Promise<void> {
    const { id, version, ideaId } = comment;
    const member = await this.members.requireMember(tx, actor, comment.communityId, 'COMMENTING');
    await this.members.rights.requireText(tx, actor, member, body, comment.body);
    const text = { kind: 'COMMENT', subjectId: id, placeId: ideaId, texts: { body }, before: comment.body, rephrased } as const;
    const { outcome } = await this.intake.examine(tx, actor, member, text);
    await tx.query(KEEP_VERSION, [id, version, comment.body, comment.editedAt ?? comment.createdAt]);
    await tx.query(REWORD, [id, body, this.clock.now()]);
    await this.append(tx, actor, comment, CommentEdited, { idea: ideaId, version: version + 1 });
    if (outcome === 'HOLD') await this.withholding.withhold(tx, null, id, 'HOLD');
  }

  private async append<Payload extends object>(
    tx: Tx,
    actor: Actor,
    { id, communityId }: Pick<CommentRow, 'id' | 'communityId'>,
    type: EventType<Payload>,
    payload: Payload,
  ): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor.accountId, subjectId: id, payload });
  }

  private async existing(id: string): Promise<CommentRow> {
    return (await this.queries.byIds([id])).get(id)!;
  }
}

function bodyOf(text: string): string {
  return cleanText('body', text, { max: LONGEST_COMMENT });
}
