import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import { Database, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { type Actor, Clock, newId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import { categoryOf } from './idea.category.js';
import { IdeaEntity } from './idea.entity.js';
import { IDEA_COLUMNS, IDEA_TABLES, type IdeaRow } from './idea.row.js';
import { draftText } from './idea.text.js';
import { IdeasAccess } from './ideas.access.js';
import { type InterestInput, interestColumns } from './interest.js';

export interface DraftRequest {
  /** The slug. */
  readonly community: string;
  readonly draft?: string | null;
  readonly title?: string | null;
  readonly body?: string | null;
  readonly category?: string | null;
  readonly interest?: InterestInput | null;
  readonly idempotencyKey?: string | null;
}

export const MOST_DRAFTS = 50;

const UPDATE = `
  UPDATE ideas SET category_id = $2, title = $3, body = $4, interest_kind = $5, interest_note = $6, edited_at = greatest($7::timestamptz, created_at)
  WHERE id = $1 AND (category_id, title, body, interest_kind, interest_note) IS DISTINCT FROM ($2::uuid, $3::text, $4::text, $5::text, $6::text)`;

const MINE = `
  SELECT ${IDEA_COLUMNS} FROM ${IDEA_TABLES}
  WHERE i.community_id = $1 AND a.account_id = $2 AND i.status = 'DRAFT'
  ORDER BY coalesce(i.edited_at, i.created_at) DESC, i.id DESC LIMIT ${MOST_DRAFTS}`;

/** Unfinished ideas: their author's alone, as incomplete as they like, and gone when discarded. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly access: IdeasAccess,
    private readonly clock: Clock,
  ) {}

  /** The actor's drafts in a community, the last one written first; at most 50, which is all there can be. */
  async mine(actor: Actor, slug: string): Promise<IdeaRow[]> {
    const community = await this.communities.bySlug(slug);
    return community && actor.accountId ? this.database.query<IdeaRow>(MINE, [community.id, actor.accountId]) : [];
  }

  /**
   * Keeps a draft: a new one, or over the one that is named.
   *
   * @throws Problem `NOT_A_MEMBER`, `NOT_FOUND`, `IDEA_NOT_DRAFT`, `TOO_LONG`, `UNKNOWN_CATEGORY`, `TOO_MANY_DRAFTS`
   */
  async save(actor: Actor, request: DraftRequest): Promise<IdeaRow> {
    const community = await this.communities.requireBySlug(request.community);
    const fresh = newId();
    return this.transactor.run(async (tx) => {
      const author = await this.members.requireMember(tx, actor, community.id);
      const id = request.draft ? await this.write(tx, actor, author, request) : await this.add(tx, author, request, fresh);
      return this.access.requireVisible(tx, actor, id);
    });
  }

  /** Forgets a draft. @throws Problem `NOT_FOUND`, `IDEA_NOT_DRAFT` */
  async discard(actor: Actor, draftId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const draft = await this.requireDraft(tx, actor, draftId);
      await tx.query(`DELETE FROM ideas WHERE id = $1 AND status = 'DRAFT'`, [draft.id]);
    });
  }

  /** The actor's draft, held until the transaction ends. @throws Problem `NOT_FOUND`, `IDEA_NOT_DRAFT` */
  async requireDraft(tx: Tx, actor: Actor, draftId: string, communityId?: string): Promise<IdeaRow> {
    const draft = await this.access.lock(tx, actor, draftId);
    if (draft.authorAccountId !== actor.accountId) throw new Problem('NOT_FOUND', { what: 'draft' });
    if (communityId && draft.communityId !== communityId) throw new Problem('NOT_FOUND', { what: 'draft' });
    if (draft.status !== 'DRAFT') throw new Problem('IDEA_NOT_DRAFT');
    return draft;
  }

  private async add(tx: Tx, author: MemberRow, request: DraftRequest, fresh: string): Promise<string> {
    const retryable = { accountId: author.accountId!, key: request.idempotencyKey, operation: 'saveDraft', input: request };
    const { id } = await makeOnce(tx, retryable, fresh, async () => {
      await this.refuseHoarding(tx, author);
      const text = draftText({ title: request.title ?? '', body: request.body ?? '' });
      const categoryId = await categoryOf(tx, author.communityId, request.category);
      const whose = { id: fresh, communityId: author.communityId, authorId: author.id, status: 'DRAFT' as const, createdAt: this.clock.now() };
      await tx.insert(IdeaEntity, { ...whose, ...text, categoryId, ...interestColumns(request.interest) });
    });
    return id;
  }

  /** What the request leaves out stays. */
  private async write(tx: Tx, actor: Actor, author: MemberRow, request: DraftRequest): Promise<string> {
    const draft = await this.requireDraft(tx, actor, request.draft!, author.communityId);
    const { title, body } = draftText({ title: request.title ?? draft.title, body: request.body ?? draft.body });
    const { interestKind, interestNote } = request.interest === undefined ? draft : interestColumns(request.interest);
    const category = request.category === undefined ? draft.categoryId : await categoryOf(tx, draft.communityId, request.category);
    await tx.query(UPDATE, [draft.id, category, title, body, interestKind, interestNote, this.clock.now()]);
    return draft.id;
  }

  private async refuseHoarding(tx: Tx, author: MemberRow): Promise<void> {
    const sql = `SELECT count(*)::int AS count FROM ideas WHERE author_id = $1 AND status = 'DRAFT'`;
    const [row] = await rowsOf<{ count: number }>(tx, sql, [author.id]);
    if (row!.count >= MOST_DRAFTS) throw new Problem('TOO_MANY_DRAFTS', { max: MOST_DRAFTS });
  }
}
