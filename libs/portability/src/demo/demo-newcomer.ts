import type { Tx } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import type { DemoNewcomer } from './content/moments.js';
import { type DemoPlaces, found } from './demo-moments.js';
import { insertAll } from './demo-store.js';
import { daysBefore, numbersFrom, shuffled } from './demo-votes.js';

/** Whom visitors of the demo play. */
const NEWCOMER = 'robin';
const FOLLOWED_DAYS_AGO = 2.6;
/** People whom each of the others follows. */
const FOLLOWED_BY_EACH = 3;

const COMMENT = `
  INSERT INTO comments (id, idea_id, community_id, author_id, parent_id, reply_to_id, body, created_at, by_staff) VALUES ($1, $2, $3, $4, $5, $5, $6, $7, false)`;

/** The author of the idea found it helpful, and so did a moderator: the newcomer's first points. */
const HELPED = `
  INSERT INTO helpful_marks (comment_id, member_id, community_id, marked_at)
  SELECT c.id, who.id, c.community_id, $2 FROM comments c JOIN ideas i ON i.id = c.idea_id
  JOIN members who ON who.id = i.author_id OR who.id = (
    SELECT m.id FROM members m JOIN role_grants g ON g.account_id = m.account_id AND g.community_id = m.community_id
    WHERE m.community_id = c.community_id AND g.role = 'MODERATOR' AND g.revoked_at IS NULL ORDER BY m.joined_at LIMIT 1)
  WHERE c.id = $1 AND who.id <> c.author_id`;

const ANSWER = `
  INSERT INTO official_responses (id, idea_id, community_id, author_id, status, body, created_at)
  SELECT $1, id, community_id, $3, status, $4, $5 FROM ideas WHERE id = $2`;

/** The latest idea of people the newcomer follows. */
const POSTED = `
  SELECT id, author_id AS "authorId", created_at AS at FROM ideas WHERE author_id = ANY ($1::uuid[]) AND status = 'OPEN' ORDER BY created_at DESC, id DESC LIMIT 1`;

/** Louder than the rest: an answer comes by mail at once; quieter: no mail about comments. */
const PREFERENCES = `
  INSERT INTO notification_preferences (member_id, kind, in_app, mail) VALUES ($1, 'ANSWERED', true, 'AT_ONCE'), ($1, 'COMMENTED', true, 'OFF')`;

interface Notice {
  readonly kind: string;
  readonly reason: string;
  readonly matter: string;
  readonly idea?: string | null;
  readonly comment?: string | null;
  readonly response?: string | null;
  readonly actor: string;
  readonly status?: string | null;
  readonly at: Date;
  readonly read?: boolean;
}

/** What the fan whom visitors play follows, said and finds in their inbox; and who follows whom. No mail is due for it. */
export class DemoNewcomerWriter {
  constructor(
    private readonly tx: Tx,
    private readonly places: DemoPlaces,
    private readonly categories: ReadonlyMap<string, string>,
    private readonly now: Date,
  ) {}

  async write(newcomer: DemoNewcomer, named: readonly string[], merged: string): Promise<void> {
    await this.followEachOther(named, newcomer);
    const { reply } = newcomer.comment;
    const replyId = await this.talk(newcomer.comment);
    const responseId = await this.answer(newcomer.answer);
    await this.tx.query(PREFERENCES, [this.member(NEWCOMER)]);
    const posted = await this.latestOf(newcomer.follows.members);
    const idea = (key: string) => found(this.places.ideas, key);
    await this.notify([
      { kind: 'ANSWERED', reason: 'FOLLOWED_IDEA', matter: responseId, idea: idea(newcomer.answer.idea), response: responseId, actor: newcomer.answer.author, status: 'UNDER_REVIEW', at: this.ago(newcomer.answer.daysAgo) },
      { kind: 'REPLIED', reason: 'YOU', matter: replyId, idea: idea(newcomer.comment.idea), comment: replyId, actor: reply.author, at: this.ago(reply.daysAgo) },
      { kind: 'MERGED', reason: 'FOLLOWED_IDEA', matter: newId(), idea: idea(merged), actor: newcomer.answer.author, status: 'MERGED', at: this.ago(1.6) },
      { kind: 'FOLLOWED', reason: 'YOU', matter: this.member(newcomer.follower), actor: newcomer.follower, at: this.ago(2), read: true },
    ]);
    if (posted) await this.tellOfPost(posted);
  }

  /** Everybody named follows a few, always the same; the newcomer what the content says. */
  private async followEachOther(named: readonly string[], { follows, follower }: DemoNewcomer): Promise<void> {
    const others = named.filter((handle) => handle !== NEWCOMER);
    const edges = others.flatMap((handle) =>
      shuffled(others.filter((other) => other !== handle), numbersFrom(`${handle} follows`)).slice(0, FOLLOWED_BY_EACH)
        .map((other) => ({ follower: handle, kind: 'MEMBER', subject: this.member(other), at: this.ago(3 + numbersFrom(`${handle} ${other}`)() * 40) })));
    const at = this.ago(FOLLOWED_DAYS_AGO);
    const own = (kind: string, ids: readonly string[]) => ids.map((subject) => ({ follower: NEWCOMER, kind, subject, at }));
    const rows = [
      ...edges,
      { follower, kind: 'MEMBER', subject: this.member(NEWCOMER), at: this.ago(2) },
      ...own('MEMBER', follows.members.map((handle) => this.member(handle))),
      ...own('IDEA', follows.ideas.map((key) => found(this.places.ideas, key))),
      ...own('CATEGORY', follows.categories.map((slug) => found(this.categories, slug))),
      ...own('COMMUNITY', [this.places.communityId]),
    ];
    await insertAll(this.tx, 'follows', [
      ['follower_id', 'uuid', rows.map((row) => this.member(row.follower))],
      ['kind', 'text', rows.map(({ kind }) => kind)],
      ['subject_id', 'uuid', rows.map(({ subject }) => subject)],
      ['community_id', 'uuid', rows.map(() => this.places.communityId)],
      ['followed_at', 'timestamptz', rows.map((row) => row.at)],
    ]);
  }

  /** @returns the id of the reply to what they said */
  private async talk({ idea, body, daysAgo, reply }: DemoNewcomer['comment']): Promise<string> {
    const ideaId = found(this.places.ideas, idea);
    const say = async (author: string, words: string, at: Date, parent: string | null) => {
      const id = newId(at.getTime());
      await this.tx.query(COMMENT, [id, ideaId, this.places.communityId, this.member(author), parent, words, at]);
      return id;
    };
    const asked = await say(NEWCOMER, body, this.ago(daysAgo), null);
    await this.tx.query(HELPED, [asked, this.ago(reply.daysAgo)]);
    return say(reply.author, reply.body, this.ago(reply.daysAgo), asked);
  }

  private async answer({ idea, author, body, daysAgo }: DemoNewcomer['answer']): Promise<string> {
    const at = this.ago(daysAgo);
    const id = newId(at.getTime());
    await this.tx.query(ANSWER, [id, found(this.places.ideas, idea), this.member(author), body, at]);
    return id;
  }

  private async latestOf(handles: readonly string[]) {
    const [posted] = (await this.tx.query(POSTED, [handles.map((handle) => this.member(handle))])) as { id: string; authorId: string; at: Date }[];
    return posted ?? null;
  }

  private async tellOfPost({ id, authorId, at }: { id: string; authorId: string; at: Date }): Promise<void> {
    const [author] = [...this.places.members].find(([, memberId]) => memberId === authorId)!;
    await this.notify([{ kind: 'POSTED', reason: 'FOLLOWED_MEMBER', matter: id, idea: id, actor: author, at, read: true }]);
  }

  private async notify(notices: readonly Notice[]): Promise<void> {
    await insertAll(this.tx, 'notifications', [
      ['id', 'uuid', notices.map(({ at }) => newId(at.getTime()))],
      ['recipient_id', 'uuid', notices.map(() => this.member(NEWCOMER))],
      ['community_id', 'uuid', notices.map(() => this.places.communityId)],
      ['kind', 'text', notices.map(({ kind }) => kind)],
      ['reason', 'text', notices.map(({ reason }) => reason)],
      ['matter', 'uuid', notices.map(({ matter }) => matter)],
      ['idea_id', 'uuid', notices.map(({ idea }) => idea ?? null)],
      ['comment_id', 'uuid', notices.map(({ comment }) => comment ?? null)],
      ['response_id', 'uuid', notices.map(({ response }) => response ?? null)],
      ['actor_id', 'uuid', notices.map(({ actor }) => this.member(actor))],
      ['status', 'text', notices.map(({ status }) => status ?? null)],
      ['happened_at', 'timestamptz', notices.map(({ at }) => at)],
      ['in_app', 'boolean', notices.map(() => true)],
      ['read_at', 'timestamptz', notices.map(({ at, read }) => (read ? new Date(at.getTime() + 3_600_000) : null))],
    ]);
  }

  private member(handle: string): string {
    return found(this.places.members, handle);
  }

  private ago(days: number): Date {
    return daysBefore(this.now, days);
  }
}
