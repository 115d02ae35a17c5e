import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, DAY, enforce, newId, Problem } from '@fanfare/kernel';
import { IntakeService } from '@fanfare/intake';
import { type MemberRow, MembersService } from '@fanfare/members';
import { DraftsService } from './drafts.service.js';
import { categoryOf } from './idea.category.js';
import { IdeaEntity, IdeaVersionEntity } from './idea.entity.js';
import { IdeaEdited, IdeaSubmitted } from './idea.events.js';
import { IdeaWithholding } from './idea-withholding.service.js';
import { canEdit } from './idea.policy.js';
import type { IdeaRow } from './idea.row.js';
import { postedText } from './idea.text.js';
import { IdeasAccess } from './ideas.access.js';
import { type InterestInput, interestColumns } from './interest.js';

export interface SubmitRequest {
  /** The slug. */
  readonly community: string;
  readonly title: string;
  readonly body: string;
  readonly category?: string | null;
  readonly interest?: InterestInput | null;
  readonly draft?: string | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface EditRequest {
  readonly idea: string;
  readonly title?: string | null;
  readonly body?: string | null;
  readonly category?: string | null;
  readonly interest?: InterestInput | null;
  readonly version?: number | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

/** The columns of an idea that its author decides. */
type Written = Pick<IdeaRow, 'title' | 'body' | 'categoryId' | 'interestKind' | 'interestNote'>;

/** An edit on its way. */
interface Change extends Pick<EditRequest, 'rephrased'> {
  readonly idea: IdeaRow;
  readonly written: Written;
  readonly changed: readonly string[];
}

const POST = `
  INSERT INTO ideas (id, community_id, author_id, title, body, category_id, interest_kind, interest_note, status, created_at, deadline, clock_days)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $12, $9, $10, $11)
  ON CONFLICT (id) DO UPDATE SET title = excluded.title, body = excluded.body, category_id = excluded.category_id,
    interest_kind = excluded.interest_kind, interest_note = excluded.interest_note, status = excluded.status,
    created_at = excluded.created_at, edited_at = NULL, deadline = excluded.deadline, clock_days = excluded.clock_days`;

/** What people do with ideas. */
@Injectable()
export class IdeasService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly drafts: DraftsService,
    private readonly activity: ActivityService,
    private readonly access: IdeasAccess,
    private readonly intake: IntakeService,
    private readonly withholding: IdeaWithholding,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** See `IdeasAccess.requireVisible`. */
  requireVisible(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    return this.access.requireVisible(tx, actor, ideaId);
  }

  /**
   * Posts an idea, open for votes until the first rung's days have passed; what intake holds is pending until a moderator has read it.
   *
   * @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `EMPTY_TEXT`, `TOO_LONG`, `UNKNOWN_CATEGORY`, `IDEA_NOT_DRAFT`,
   * `IDEMPOTENCY_KEY_REUSED`, `TOO_MANY_ATTEMPTS`, `RESTRICTED`, `ACKNOWLEDGE_WARNING`, `REPHRASE`, `TEXT_REFUSED`
   */
  async submit(actor: Actor, request: SubmitRequest): Promise<IdeaRow> {
    const community = await this.communities.requireBySlug(request.community);
    const fresh = request.draft?.toLowerCase() ?? newId();
    await this.activity.take(actor, 'submitIdea');
    return this.transactor.run(async (tx) => {
      const author = await this.members.requireMember(tx, actor, community.id, 'POSTING');
      const retryable = { accountId: author.accountId!, key: request.idempotencyKey, operation: 'submitIdea', input: request };
      const { id } = await makeOnce(tx, retryable, fresh, () => this.post(tx, actor, author, request, fresh));
      return this.access.requireVisible(tx, actor, id);
    });
  }

  /**
   * Changes an idea by its author; the text before is kept as a version. What is the same already is not written again, and what
   * intake holds is withheld until a moderator has read it.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `IDEA_NOT_EDITABLE`, `STALE_VERSION`, `EMPTY_TEXT`, `TOO_LONG`,
   * `UNKNOWN_CATEGORY`, `TOO_MANY_ATTEMPTS`, `REPHRASE`, `TEXT_REFUSED`
   */
  async edit(actor: Actor, request: EditRequest): Promise<IdeaRow> {
    await this.activity.take(actor, 'editIdea');
    return this.transactor.run(async (tx) => {
      const idea = await this.access.lock(tx, actor, request.idea);
      enforce(canEdit(actor, idea));
      if (request.version != null && request.version !== idea.version) throw new Problem('STALE_VERSION', { version: idea.version });
      const written = await this.written(tx, idea, request);
      const changed = changesBetween(idea, written);
      if (changed.length === 0) return idea;
      const author = await this.members.requireMember(tx, actor, idea.communityId, 'POSTING');
      const held = await this.examine(tx, actor, author, { idea, written, changed, rephrased: request.rephrased });
      await this.rewrite(tx, actor, idea, written, changed);
      if (held) await this.withholding.hold(tx, idea);
      return this.access.requireVisible(tx, actor, idea.id);
    });
  }

  /** @returns whether the new text waits for a moderator */
  private async examine(tx: Tx, actor: Actor, author: MemberRow, { idea, written, changed, rephrased }: Change): Promise<boolean> {
    const { title, body } = written;
    if (!changed.includes('title') && !changed.includes('body')) return false;
    if (changed.includes('body')) await this.members.rights.requireText(tx, actor, author, body, idea.body);
    const text = { kind: 'IDEA', subjectId: idea.id, texts: { title, body }, before: idea.body, rephrased } as const;
    return (await this.intake.examine(tx, actor, author, text)).outcome === 'HOLD';
  }

  private async post(tx: Tx, actor: Actor, author: MemberRow, request: SubmitRequest, id: string): Promise<void> {
    const { communityId } = author;
    if (request.draft) await this.drafts.requireDraft(tx, actor, request.draft, communityId);
    const { title, body } = postedText(request);
    await this.members.rights.requireText(tx, actor, author, body);
    const { outcome } = await this.intake.examine(tx, actor, author, { kind: 'IDEA', subjectId: id, texts: { title, body }, rephrased: request.rephrased });
    const status = outcome === 'HOLD' ? 'PENDING' : 'OPEN';
    const { interestKind, interestNote } = interestColumns(request.interest);
    const category = await categoryOf(tx, communityId, request.category);
    const now = this.clock.now();
    const days = status === 'OPEN' ? await this.firstDays(tx, communityId) : null;
    const deadline = days && new Date(now.getTime() + days * DAY);
    await tx.query(POST, [id, communityId, author.id, title, body, category, interestKind, interestNote, now, deadline, days, status]);
    await this.events.append(tx, IdeaSubmitted, { communityId, actorId: actor.accountId, subjectId: id, payload: { status } });
  }

  /** Null in a community without a ladder: nothing to reach, no clock. */
  private async firstDays(tx: Tx, communityId: string): Promise<number | null> {
    const [first] = await this.communities.ladderOf(communityId, tx);
    return first?.days ?? null;
  }

  private async written(tx: Tx, idea: IdeaRow, request: EditRequest): Promise<Written> {
    const text = { title: request.title ?? idea.title, body: request.body ?? idea.body };
    const sameText = text.title === idea.title && text.body === idea.body; // an imported text may be longer than today's rules
    const interest = request.interest === undefined ? idea : interestColumns(request.interest);
    return {
      ...(sameText ? text : postedText(text)),
      categoryId: request.category === undefined ? idea.categoryId : await categoryOf(tx, idea.communityId, request.category),
      interestKind: interest.interestKind,
      interestNote: interest.interestNote,
    };
  }

  private async rewrite(tx: Tx, actor: Actor, idea: IdeaRow, written: Written, changed: readonly string[]): Promise<void> {
    const textChanged = changed.includes('title') || changed.includes('body');
    const version = idea.version + (textChanged ? 1 : 0);
    if (textChanged) await this.keepVersion(tx, idea);
    const editedAt = textChanged ? this.momentAfter(idea.createdAt) : idea.editedAt;
    await tx.update(IdeaEntity, idea.id, { ...written, version, editedAt });
    const payload = { version, changed };
    await this.events.append(tx, IdeaEdited, { communityId: idea.communityId, actorId: actor.accountId, subjectId: idea.id, payload });
  }

  /** Now; clocks of two servers differ, and an edit is never before the posting. */
  private momentAfter(created: Date): Date {
    return new Date(Math.max(this.clock.now().getTime(), created.getTime() + 1));
  }

  private async keepVersion(tx: Tx, { id, version, title, body, editedAt, createdAt }: IdeaRow): Promise<void> {
    await tx.insert(IdeaVersionEntity, { ideaId: id, number: version, title, body, createdAt: editedAt ?? createdAt });
  }
}

const EDITABLE = ['title', 'body', 'categoryId', 'interestKind', 'interestNote'] as const;

function changesBetween(before: Written, after: Written): string[] {
  return EDITABLE.filter((column) => before[column] !== after[column]);
}
