import type { Tx } from '@fanfare/database';
import { DAY, newId, type StaffRole } from '@fanfare/kernel';
import type { DemoComment, DemoCommunity, DemoIdea, DemoMember } from './content/index.js';
import { planCredits } from './demo-credits.js';
import { type DemoEstimate, estimateOf } from './demo-estimates.js';
import { planMoves } from './demo-moves.js';
import { accountsOf, type DemoPerson } from './demo-people.js';
import { insertAll } from './demo-store.js';
import { supportersOf } from './demo-supporters.js';
import { daysBefore, planVotes, type Voter } from './demo-votes.js';

const SUPPORTERS = 470;

/** What was made, for whoever continues: ranks for the ideas, a role for each of the staff. */
export interface SeededCommunity {
  readonly ideaIds: readonly string[];
  readonly votes: number;
  readonly staff: readonly { readonly accountId: string; readonly role: StaffRole }[];
}

interface Rung {
  readonly support: number;
  readonly days: number;
}

/** Writes the people, ideas, votes and discussions of one demo community in the caller's transaction. */
export class DemoCommunityWriter {
  private readonly memberIds = new Map<string, string>();
  private readonly staffHandles: ReadonlySet<string>;

  /** @param accounts which account stands behind a handle; the others get one that nobody signs in to */
  constructor(
    private readonly tx: Tx,
    private readonly communityId: string,
    private readonly content: DemoCommunity,
    private readonly ladder: readonly Rung[],
    private readonly accounts: ReadonlyMap<string, string>,
    private readonly now: Date,
  ) {
    this.staffHandles = new Set(content.members.filter(({ role }) => role).map(({ handle }) => handle));
  }

  async write(): Promise<SeededCommunity> {
    const voters = await this.writeMembers();
    const ideaIds = await this.writeIdeas();
    const votes = await this.writeVotes(ideaIds, voters);
    for (const [at, idea] of this.content.ideas.entries()) await this.writeStory(ideaIds[at]!, idea, voters);
    return { ideaIds, votes, staff: this.staff() };
  }

  private async writeMembers(): Promise<Voter[]> {
    const supporters = supportersOf(this.content.slug, this.content.locale, SUPPORTERS);
    const named = this.content.members.map((member: DemoMember) => ({ ...member, confirmed: member.identity === 'CONFIRMED' }));
    const people = [...named, ...supporters.map((supporter) => ({ ...supporter, bio: '' }))];
    for (const { handle } of people) this.memberIds.set(handle, newId());
    const accountIds = await this.writeAccounts(people);
    await insertAll(this.tx, 'members', [
      ['id', 'uuid', people.map(({ handle }) => this.memberId(handle))],
      ['community_id', 'uuid', people.map(() => this.communityId)],
      ['account_id', 'uuid', accountIds],
      ['handle', 'text', people.map(({ handle }) => handle)],
      ['display_name', 'text', people.map(({ displayName }) => displayName)],
      ['bio', 'text', people.map(({ bio }) => bio)],
      ['identity_level', 'text', people.map(({ confirmed }) => (confirmed ? 'CONFIRMED' : 'ANONYMOUS'))],
      ['joined_at', 'timestamptz', people.map(({ joinedDaysAgo }) => daysBefore(this.now, joinedDaysAgo))],
      ['terms_version', 'int', people.map(() => 1)],
    ]);
    return people.filter(({ handle }) => !this.staffHandles.has(handle));
  }

  /** The account of each, in their order: the one that somebody signs in to, or a fresh one. */
  private async writeAccounts(people: readonly DemoPerson[]): Promise<string[]> {
    const fresh = accountsOf(people.filter(({ handle }) => !this.accounts.has(handle)), this.content, this.now);
    await insertAll(this.tx, 'accounts', fresh.columns);
    return people.map(({ handle }) => this.accounts.get(handle) ?? fresh.idOf.get(handle)!);
  }

  private async writeIdeas(): Promise<string[]> {
    const { ideas } = this.content;
    const ids = ideas.map((idea) => newId(daysBefore(this.now, idea.daysAgo).getTime()));
    const categories = await this.categoryIds();
    await insertAll(this.tx, 'ideas', [
      ['id', 'uuid', ids],
      ['community_id', 'uuid', ideas.map(() => this.communityId)],
      ['author_id', 'uuid', ideas.map(({ author }) => this.memberId(author))],
      ['category_id', 'uuid', ideas.map(({ category }) => categories.get(category)!)],
      ['title', 'text', ideas.map(({ title }) => title)],
      ['body', 'text', ideas.map(({ body }) => body)],
      ['status', 'text', ideas.map(({ status }) => status)],
      ['created_at', 'timestamptz', ideas.map(({ daysAgo }) => daysBefore(this.now, daysAgo))],
      ['edited_at', 'timestamptz', ideas.map(({ edited }) => (edited ? daysBefore(this.now, edited.daysAgo) : null))],
      ['version', 'int', ideas.map(({ edited }) => (edited ? 2 : 1))],
      ['rung', 'int', ideas.map((idea) => this.rungsOf(idea))],
      ['deadline', 'timestamptz', ideas.map((idea) => this.deadlineOf(idea))],
      ['interest_kind', 'text', ideas.map(({ interest }) => interest?.kind ?? null)],
      ['interest_note', 'text', ideas.map(({ interest }) => interest?.note ?? null)],
      ['estimate_from', 'date', ideas.map((idea) => estimateOf(idea, this.now)?.from ?? null)],
      ['estimate_precision', 'text', ideas.map((idea) => estimateOf(idea, this.now)?.precision ?? null)],
    ]);
    return ids;
  }

  private async categoryIds(): Promise<Map<string, string>> {
    const rows = (await this.tx.query('SELECT slug, id FROM categories WHERE community_id = $1', [this.communityId])) as { slug: string; id: string }[];
    return new Map(rows.map(({ slug, id }) => [slug, id]));
  }

  private async writeVotes(ideaIds: readonly string[], voters: readonly Voter[]): Promise<number> {
    const votes = this.content.ideas.flatMap((idea, at) =>
      planVotes(idea, voters, this.ladder[0]!.support, this.now).map((vote) => ({ ...vote, ideaId: ideaIds[at]! })),
    );
    const confirmed = new Set(voters.filter((voter) => voter.confirmed).map(({ handle }) => handle));
    await insertAll(this.tx, 'votes', [
      ['idea_id', 'uuid', votes.map(({ ideaId }) => ideaId)],
      ['member_id', 'uuid', votes.map(({ handle }) => this.memberId(handle))],
      ['community_id', 'uuid', votes.map(() => this.communityId)],
      ['standing', 'text', votes.map(({ handle }) => (confirmed.has(handle) ? 'VERIFIED' : 'UNVERIFIED'))],
      ['cast_at', 'timestamptz', votes.map(({ at }) => at)],
      ['idea_version', 'int', votes.map(() => 1)],
    ]);
    return votes.length;
  }

  /** Versions, moves with their responses, and the discussion of one idea. */
  private async writeStory(ideaId: string, idea: DemoIdea, voters: readonly Voter[]): Promise<void> {
    const { edited } = idea;
    if (edited) {
      const values = [ideaId, 1, edited.title ?? idea.title, edited.previousBody, daysBefore(this.now, idea.daysAgo)];
      await this.tx.query('INSERT INTO idea_versions (idea_id, number, title, body, created_at) VALUES ($1, $2, $3, $4, $5)', values);
    }
    for (const move of planMoves(this.content, idea)) await this.writeMove(ideaId, move, move.to === idea.status ? estimateOf(idea, this.now) : null);
    await this.writeCredits(ideaId, idea);
    for (const comment of idea.comments) {
      const parentId = await this.writeComment(ideaId, comment, null, voters);
      for (const reply of comment.replies ?? []) await this.writeComment(ideaId, reply, parentId, voters);
    }
  }

  private async writeMove(ideaId: string, move: ReturnType<typeof planMoves>[number], estimate: DemoEstimate | null): Promise<void> {
    const at = daysBefore(this.now, move.daysAgo);
    const actorId = move.response ? this.memberId(move.response.author) : null;
    const responseId = move.response ? newId(at.getTime()) : null;
    if (move.response) {
      const values = [responseId, ideaId, this.communityId, actorId, move.to, move.response.body, at, estimate?.from, estimate?.precision];
      await this.tx.query(
        `INSERT INTO official_responses (id, idea_id, community_id, author_id, status, body, created_at, estimate_from, estimate_precision)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        values,
      );
    }
    await this.tx.query(
      `INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at, actor_id, response_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(at.getTime()), ideaId, this.communityId, move.from, move.to, move.response ? 'STAFF' : 'SYSTEM', at, actorId, responseId],
    );
  }

  private async writeCredits(ideaId: string, idea: DemoIdea): Promise<void> {
    const credits = planCredits(this.content, idea);
    if (credits.length === 0) return;
    const { author, daysAgo } = idea.response!;
    await insertAll(this.tx, 'credits', [
      ['id', 'uuid', credits.map(() => newId())],
      ['idea_id', 'uuid', credits.map(() => ideaId)],
      ['community_id', 'uuid', credits.map(() => this.communityId)],
      ['source_id', 'uuid', credits.map(({ forIdea }) => (forIdea ? ideaId : null))],
      ['member_id', 'uuid', credits.map(({ member }) => this.memberId(member))],
      ['note', 'text', credits.map(({ note }) => note)],
      ['given_by', 'uuid', credits.map(() => this.memberId(author))],
      ['given_at', 'timestamptz', credits.map(() => daysBefore(this.now, daysAgo))],
    ]);
  }

  private async writeComment(ideaId: string, comment: DemoComment, parentId: string | null, voters: readonly Voter[]): Promise<string> {
    const at = daysBefore(this.now, comment.daysAgo);
    const id = newId(at.getTime());
    await this.tx.query(
      `INSERT INTO comments (id, idea_id, community_id, author_id, parent_id, reply_to_id, body, created_at, by_staff, interest_kind, interest_note)
       VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10)`,
      [id, ideaId, this.communityId, this.memberId(comment.author), parentId, comment.body, at, this.staffHandles.has(comment.author),
        comment.interest?.kind ?? null, comment.interest?.note ?? null],
    );
    const readers = voters.filter(({ handle }) => handle !== comment.author).slice(0, comment.helpful ?? 0);
    if (readers.length > 0) {
      await insertAll(this.tx, 'helpful_marks', [
        ['comment_id', 'uuid', readers.map(() => id)],
        ['member_id', 'uuid', readers.map(({ handle }) => this.memberId(handle))],
        ['community_id', 'uuid', readers.map(() => this.communityId)],
      ]);
    }
    return id;
  }

  private rungsOf(idea: DemoIdea): number {
    return this.ladder.filter(({ support }) => idea.votes >= support).length;
  }

  /** The clock runs in OPEN; an expired idea keeps the deadline that it missed. */
  private deadlineOf(idea: DemoIdea): Date | null {
    if (idea.status !== 'OPEN' && idea.status !== 'EXPIRED') return null;
    const days = this.ladder.slice(0, this.rungsOf(idea) + 1).reduce((sum, rung) => sum + rung.days, 0);
    return new Date(daysBefore(this.now, idea.daysAgo).getTime() + days * DAY);
  }

  private staff(): SeededCommunity['staff'] {
    return this.content.members.flatMap(({ handle, role }) => (role ? [{ accountId: this.accounts.get(handle)!, role }] : []));
  }

  private memberId(handle: string): string {
    const id = this.memberIds.get(handle);
    if (!id) throw new Error(`The demo names ${handle}, whom nobody knows`);
    return id;
  }
}
