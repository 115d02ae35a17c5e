import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { isUniqueViolation, makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { IdeasAccess, PUBLIC_STATUSES } from '@fanfare/ideas';
import { type Actor, cleanText, Clock, enforce, newId, Problem } from '@fanfare/kernel';
import { type ExaminedText, IntakeService } from '@fanfare/intake';
import { type MemberRow, MembersService } from '@fanfare/members';
import { CirclePosted, CirclePostEdited, CirclePostRemoved } from './circle.events.js';
import { canAnswerPost, canChangePost, canEditPost, canPost } from './circle.policy.js';
import type { CircleRow } from './circle.row.js';
import type { CirclePostRow } from './circle-post.row.js';
import { CirclePostWithholding } from './circle-post-withholding.service.js';
import { CirclePostsQueries } from './circle-posts.queries.js';
import { CirclesAccess } from './circles.access.js';

export const LONGEST_POST = 5_000;

export interface NewPost {
  readonly circle: string;
  /** What it answers; an answer to a reply stands beside that reply. */
  readonly parent?: string | null;
  /** Markdown. */
  readonly body: string;
  readonly idempotencyKey?: string | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

export interface NewShare {
  readonly circle: string;
  readonly idea: string;
  /** Markdown. */
  readonly note?: string | null;
  readonly idempotencyKey?: string | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

interface Written {
  readonly parent: string | null;
  readonly idea: string | null;
  readonly body: string;
  readonly membersOnly: boolean;
}

const INSERT = `
  INSERT INTO circle_posts (id, circle_id, community_id, author_id, parent_id, idea_id, body, members_only, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const REWORD = 'UPDATE circle_posts SET body = $2, edited_at = $3 WHERE id = $1';

const ERASE = `UPDATE circle_posts SET body = '', author_id = NULL, idea_id = NULL, deleted_at = $2 WHERE id = $1`;

/** What is said in circles. */
@Injectable()
export class CirclePostsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly circles: CirclesAccess,
    private readonly queries: CirclePostsQueries,
    private readonly ideas: IdeasAccess,
    private readonly intake: IntakeService,
    private readonly withholding: CirclePostWithholding,
    private readonly members: MembersService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Says something, or answers. What intake holds is withheld until a moderator has read it.
   *
   * @returns the post's id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `NOT_IN_CIRCLE`, `POST_DELETED` (answering a tombstone), `EMPTY_TEXT`,
   * `TOO_LONG`, `TOO_MANY_ATTEMPTS`, `LEVEL_TOO_LOW`, `WITHHELD` (answering what is not shown), `REPHRASE`, `TEXT_REFUSED`
   */
  async post(actor: Actor, input: NewPost): Promise<string> {
    const body = bodyOf('body', input.body);
    return this.make(actor, 'postInCircle', input, async (tx, circle) => {
      const answered = input.parent ? await this.answered(tx, actor, input.parent, circle.id) : null;
      const membersOnly = circle.joining === 'BY_REQUEST' || (answered?.membersOnly ?? false);
      return { parent: answered && (answered.parentId ?? answered.id), idea: null, body, membersOnly };
    });
  }

  /**
   * Shows an idea to the circle, with a word on it. The idea itself stays as it is, and so does its support.
   *
   * @returns the post's id
   * @throws Problem as `post`, `ALREADY_SHARED`; `NOT_FOUND` also for ideas that not everybody may read
   */
  async share(actor: Actor, input: NewShare): Promise<string> {
    const body = cleanText('note', input.note ?? '', { min: 0, max: LONGEST_POST });
    return this.make(actor, 'shareIntoCircle', input, async (tx, circle) => {
      const idea = await this.ideas.requireVisible(tx, actor, input.idea);
      if (idea.communityId !== circle.communityId || !PUBLIC_STATUSES.includes(idea.status) || idea.withheld) throw new Problem('NOT_FOUND', { what: 'idea' });
      return { parent: null, idea: idea.id, body, membersOnly: circle.joining === 'BY_REQUEST' };
    });
  }

  /**
   * Changes the wording of one's own.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_IN_CIRCLE`, `POST_DELETED`, `EMPTY_TEXT`, `TOO_LONG`, `WITHHELD`,
   * `REPHRASE`, `TEXT_REFUSED`
   */
  async edit(actor: Actor, id: string, text: string, rephrased?: string | null): Promise<string> {
    await this.activity.take(actor, 'postInCircle');
    return this.transactor.run(async (tx) => {
      const post = await this.queries.lock(tx, actor, id);
      enforce(canEditPost(actor, post));
      const { member, inside } = await this.circles.requireInside(tx, actor, post.circleId, 'COMMENTING');
      enforce(canPost(actor, member, inside));
      const body = post.ideaId === null ? bodyOf('body', text) : cleanText('body', text, { min: 0, max: LONGEST_POST });
      if (body !== post.body) {
        await this.members.rights.requireText(tx, actor, member, body, post.body);
        const held = await this.isHeld(tx, actor, member, { subjectId: post.id, placeId: post.circleId, texts: { body }, before: post.body, rephrased });
        await tx.query(REWORD, [post.id, body, this.clock.now()]);
        await this.append(tx, actor, post, CirclePostEdited, { circle: post.circleId });
        if (held) await this.withholding.withhold(tx, null, post.id, 'HOLD');
      }
      return post.id;
    });
  }

  /**
   * Erases one's own for good, also after one left an open circle; a tombstone stays where somebody answered.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `POST_DELETED`
   */
  async remove(actor: Actor, id: string): Promise<string> {
    await this.activity.take(actor, 'postInCircle');
    return this.transactor.run(async (tx) => {
      const post = await this.queries.lock(tx, actor, id);
      enforce(canChangePost(actor, post));
      await tx.query(ERASE, [post.id, this.clock.now()]);
      await this.append(tx, actor, post, CirclePostRemoved, { circle: post.circleId });
      return post.id;
    });
  }

  private async make(actor: Actor, operation: string, input: NewPost | NewShare, written: (tx: Tx, circle: CircleRow) => Promise<Written>): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation, input };
    const fresh = newId();
    await this.activity.take(actor, 'postInCircle');
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, fresh, input, written)));
    return id;
  }

  private async insert(tx: Tx, actor: Actor, id: string, input: NewPost | NewShare, written: (tx: Tx, circle: CircleRow) => Promise<Written>): Promise<void> {
    const { circle, member } = await this.circles.requireInside(tx, actor, input.circle, 'COMMENTING');
    const { parent, idea, body, membersOnly } = await written(tx, circle);
    await this.members.rights.requireText(tx, actor, member, body);
    const held = await this.isHeld(tx, actor, member, { subjectId: id, placeId: circle.id, texts: { body }, rephrased: input.rephrased });
    const columns = [id, circle.id, circle.communityId, member.id, parent, idea, body, membersOnly, this.clock.now()];
    await sharingOnce(() => tx.query(INSERT, columns));
    await this.append(tx, actor, { id, communityId: circle.communityId }, CirclePosted, { circle: circle.id, parent, idea });
    if (held) await this.withholding.withhold(tx, null, id, 'HOLD');
  }

  /** Whether what is being written waits for a moderator. An idea that is shown without a word says nothing new. */
  private async isHeld(tx: Tx, actor: Actor, member: MemberRow, text: Omit<ExaminedText, 'kind'>): Promise<boolean> {
    if (text.texts.body === '') return false;
    return (await this.intake.examine(tx, actor, member, { ...text, kind: 'CIRCLE_POST' })).outcome === 'HOLD';
  }

  /** What a reply answers: in the same circle, and still there. */
  private async answered(tx: Tx, actor: Actor, id: string, circleId: string): Promise<CirclePostRow> {
    const post = (await this.queries.visibleByIds([id], actor, tx)).get(id.toLowerCase());
    if (!post || post.circleId !== circleId) throw new Problem('NOT_FOUND', { what: 'post' });
    enforce(canAnswerPost(post));
    return post;
  }

  private async append<Payload extends object>(
    tx: Tx,
    actor: Actor,
    { id, communityId }: Pick<CirclePostRow, 'id' | 'communityId'>,
    type: EventType<Payload>,
    payload: Payload,
  ): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor.accountId, subjectId: id, payload });
  }
}

function bodyOf(field: string, text: string): string {
  return cleanText(field, text, { max: LONGEST_POST });
}

/** Two who share the same idea at once: the second is told. */
async function sharingOnce(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error, 'circle_posts_one_share')) throw new Problem('ALREADY_SHARED');
    throw error;
  }
}
