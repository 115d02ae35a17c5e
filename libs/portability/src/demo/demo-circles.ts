import { TERM_MS } from '@fanfare/circles';
import type { Tx } from '@fanfare/database';
import { DAY, newId } from '@fanfare/kernel';
import type { DemoCircle, DemoCirclePost } from './content/circles.js';
import type { DemoPlaces } from './demo-moments.js';
import { daysBefore } from './demo-votes.js';

const CIRCLE = `
  INSERT INTO circles (id, community_id, slug, name, description, joining, founder_id, created_at, recognised_at, recognition_note)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const MEMBER = 'INSERT INTO circle_members (circle_id, member_id, community_id, joined_at) VALUES ($1, $2, $3, $4)';
const POST = `
  INSERT INTO circle_posts (id, circle_id, community_id, author_id, parent_id, idea_id, body, members_only, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const ELECTION = `
  INSERT INTO circle_elections (id, circle_id, community_id, started_by, started_at, standing_until, closes_at, electorate)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const CANDIDATE = `
  INSERT INTO circle_candidates (election_id, member_id, circle_id, community_id, statement, stood_at, votes) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const CLOSE = `UPDATE circle_elections SET closed_at = closes_at, outcome = 'ELECTED', turnout = $2, winner_id = $3 WHERE id = $1`;
const OFFICE = 'UPDATE circles SET spokesperson_id = $2, spokesperson_since = $3, term_ends_at = $4 WHERE id = $1';
const REQUEST = 'INSERT INTO circle_requests (id, circle_id, member_id, community_id, message, requested_at) VALUES ($1, $2, $3, $4, $5, $6)';

/** Writes the circles of a demo community, in the caller's transaction. */
export class DemoCirclesWriter {
  constructor(
    private readonly tx: Tx,
    private readonly places: DemoPlaces,
    private readonly now: Date,
  ) {}

  async write(circles: readonly DemoCircle[]): Promise<void> {
    for (const circle of circles) await this.writeCircle(newId(), circle);
  }

  private async writeCircle(id: string, circle: DemoCircle): Promise<void> {
    const { communityId } = this.places;
    const { slug, name, description, joining, recognised, members } = circle;
    const columns = [id, communityId, slug, name, description, joining, this.member(members[0]!), this.ago(circle.daysAgo)];
    await this.tx.query(CIRCLE, [...columns, recognised ? this.ago(recognised.daysAgo) : null, recognised?.note ?? null]);
    for (const [at, handle] of members.entries()) await this.tx.query(MEMBER, [id, this.member(handle), communityId, this.ago(circle.daysAgo - 5 * at)]);
    for (const post of circle.posts) await this.writePost(id, circle, post);
    if (circle.election) await this.writeElection(id, circle, circle.election);
    const { request } = circle;
    if (request) await this.tx.query(REQUEST, [newId(), id, this.member(request.handle), communityId, request.message, this.ago(request.daysAgo)]);
  }

  private async writePost(circleId: string, { joining }: DemoCircle, post: DemoCirclePost): Promise<void> {
    const id = newId();
    const ideaId = post.idea ? this.places.ideas.get(post.idea) : null;
    if (ideaId === undefined) throw new Error(`The demo has no idea ${post.idea}`);
    const said = (values: unknown[], daysAgo: number) => [...values, joining === 'BY_REQUEST', this.ago(daysAgo)];
    const { communityId } = this.places;
    await this.tx.query(POST, said([id, circleId, communityId, this.member(post.author), null, ideaId, post.body], post.daysAgo));
    for (const reply of post.replies ?? []) {
      await this.tx.query(POST, said([newId(), circleId, communityId, this.member(reply.author), id, null, reply.body], reply.daysAgo));
    }
  }

  private async writeElection(circleId: string, { members }: DemoCircle, { daysAgo, candidates }: NonNullable<DemoCircle['election']>): Promise<void> {
    const { communityId } = this.places;
    const [id, started] = [newId(), this.ago(daysAgo)];
    const later = (days: number) => new Date(started.getTime() + days * DAY);
    await this.tx.query(ELECTION, [id, circleId, communityId, this.member(members[0]!), started, later(4), later(7), members.length]);
    for (const [at, { handle, statement, votes }] of candidates.entries()) {
      await this.tx.query(CANDIDATE, [id, this.member(handle), circleId, communityId, statement, later(at + 1), votes]);
    }
    const winner = this.member(candidates[0]!.handle);
    await this.tx.query(CLOSE, [id, candidates.reduce((sum, { votes }) => sum + votes, 0), winner]);
    await this.tx.query(OFFICE, [circleId, winner, later(7), new Date(later(7).getTime() + TERM_MS)]);
  }

  private member(handle: string): string {
    const id = this.places.members.get(handle);
    if (!id) throw new Error(`The demo has no member ${handle}`);
    return id;
  }

  private ago(days: number): Date {
    return daysBefore(this.now, days);
  }
}
