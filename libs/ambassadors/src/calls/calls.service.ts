import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries, type CommunityRow } from '@fanfare/communities';
import { makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, Schedules } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, enforceHidden, isId, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import type { CallChangeKind } from '../ambassadors.enums.js';
import { CallClosedEarly, CallDrafted, CallExtended, CallPublished, CallReviewersNamed, CallUpdated } from '../ambassadors.events.js';
import { AgreementsService } from '../terms/agreements.service.js';
import { MUZZLES } from '../briefs/brief-rules.js';
import { requireNoPraise } from '../missions/mission.text.js';
import { type CallContents, cleanCall, type CleanCall } from './call.contents.js';
import { canRunCalls, canSeeCall } from './call.policy.js';
import { type CallRow, stateOf } from './call.row.js';
import { RUN_CALLS } from './call-windows.js';
import { CallsQueries } from './calls.queries.js';

const WRITE = `
  INSERT INTO calls (id, community_id, title, story, perks, receives, seats, opens_at, closes_at, voting_until, selection, least_level, least_identity,
    least_age, regions, blind, reapply_after_days, term_months, accept_days, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
  ON CONFLICT (id) DO UPDATE SET title = excluded.title, story = excluded.story, perks = excluded.perks, receives = excluded.receives,
    seats = excluded.seats, opens_at = excluded.opens_at, closes_at = excluded.closes_at, voting_until = excluded.voting_until,
    selection = excluded.selection, least_level = excluded.least_level, least_identity = excluded.least_identity, least_age = excluded.least_age,
    regions = excluded.regions, blind = excluded.blind, reapply_after_days = excluded.reapply_after_days, term_months = excluded.term_months,
    accept_days = excluded.accept_days`;

const QUESTION = `
  INSERT INTO call_questions (id, call_id, position, kind, text, help, choices, required, max_length, audience) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const CHANGE = `
  INSERT INTO call_changes (id, call_id, community_id, kind, notice, closes_at, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const EXTEND = `
  UPDATE calls SET closes_at = $2, closed_early_at = NULL, closed_told_at = NULL,
    voting_until = CASE WHEN voting_until IS NULL THEN NULL ELSE greatest(voting_until, $2::timestamptz + (voting_until - closes_at)) END WHERE id = $1`;

const NAME_REVIEWER = `
  INSERT INTO call_reviewers (call_id, member_id, community_id, named_by, named_at)
  SELECT $1, m.id, m.community_id, $4, $5 FROM members m WHERE m.id = ANY ($2::uuid[]) AND m.community_id = $3 AND m.former_since IS NULL
  ON CONFLICT DO NOTHING`;

const SEE = `
  INSERT INTO call_views (call_id, member_id, community_id, first_at)
  SELECT c.id, m.id, m.community_id, $3 FROM calls c JOIN members m ON m.community_id = c.community_id AND m.account_id = $2
  WHERE c.id = $1 AND c.published_at IS NOT NULL AND NOT EXISTS (
    SELECT FROM role_grants g WHERE g.community_id = c.community_id AND g.account_id = $2 AND g.revoked_at IS NULL) ON CONFLICT DO NOTHING`;

const LONGEST_NOTICE = 1_000;

/** Calls, by the brand. Their applicants are elsewhere: see `ApplicationsService`. */
@Injectable()
export class CallsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly calls: CallsQueries,
    private readonly agreements: AgreementsService,
    private readonly activity: ActivityService,
    private readonly schedules: Schedules,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Drafts a call, or publishes it at once: it opens and closes by its dates.
   *
   * @returns its id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_A_MEMBER`, `CALL_INCOMPLETE`, `INVALID_INPUT`, `EMPTY_TEXT`, `TOO_LONG`,
   * `BRIEF_ASKS_FOR_PRAISE` `{ sentence, why }`
   */
  async open(actor: Actor, input: CallContents & { community: string; publish?: boolean | null; idempotencyKey?: string | null }): Promise<string> {
    const community = await this.communities.requireBySlug(input.community);
    enforce(canRunCalls(actor, community.id));
    const call = cleanCall(input);
    const fresh = newId();
    const retryable = { accountId: actor.accountId!, key: input.idempotencyKey, operation: 'openCall', input };
    await this.activity.take(actor, 'runCall');
    const { id } = await this.transactor.run((tx) =>
      makeOnce(tx, retryable, fresh, async () => {
        await this.write(tx, actor, fresh, community, call);
        await this.events.append(tx, CallDrafted, { communityId: community.id, actorId: actor.accountId, subjectId: fresh, payload: {} });
        if (input.publish) await this.publishLocked(tx, actor, await this.calls.lock(tx, fresh), community);
      }),
    );
    return id;
  }

  /** Words a call anew, until it opens. @throws Problem as `open`, `CALL_NOT_DRAFT` */
  async update(actor: Actor, id: string, contents: CallContents): Promise<void> {
    const next = cleanCall(contents);
    await this.running(actor, id, async (tx, call, community) => {
      if (!['DRAFT', 'SCHEDULED'].includes(stateOf(call, this.clock.now()))) throw new Problem('CALL_NOT_DRAFT');
      await this.write(tx, actor, call.id, community, next);
      const fields = (Object.keys(next) as (keyof CleanCall)[]).filter((field) => JSON.stringify(next[field]) !== JSON.stringify(call[field as keyof CallRow]));
      await this.events.append(tx, CallUpdated, { ...by(actor, call), payload: { fields } });
      if (call.publishedAt) await this.schedules.hasten(tx, RUN_CALLS);
    });
  }

  /** Makes a draft public. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `CALL_NOT_DRAFT`, `CALL_INCOMPLETE` (its window is over) */
  async publish(actor: Actor, id: string): Promise<void> {
    await this.running(actor, id, (tx, call, community) => this.publishLocked(tx, actor, call, community));
  }

  /** Closes a call that is open before its time; everybody reads why. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `CALL_NOT_OPEN`, `EMPTY_TEXT` */
  async close(actor: Actor, id: string, notice: string): Promise<void> {
    await this.running(actor, id, async (tx, call) => {
      const now = this.clock.now();
      if (stateOf(call, now) !== 'OPEN') throw new Problem('CALL_NOT_OPEN');
      await tx.query('UPDATE calls SET closed_early_at = $2 WHERE id = $1', [call.id, now]);
      await this.change(tx, actor, call, { kind: 'CLOSED_EARLY', notice, closesAt: now });
      await this.events.append(tx, CallClosedEarly, { ...by(actor, call), payload: {} });
      await this.schedules.hasten(tx, RUN_CALLS);
    });
  }

  /**
   * Gives more time, also to a call that is closed and of which nobody has been decided. Everybody reads why.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `CALL_NOT_OPEN`, `APPLICATION_DECIDED`, `INVALID_INPUT`, `EMPTY_TEXT`
   */
  async extend(actor: Actor, id: string, closesAt: Date, notice: string): Promise<void> {
    await this.running(actor, id, async (tx, call) => {
      const now = this.clock.now();
      if (call.publishedAt === null) throw new Problem('CALL_NOT_OPEN');
      if (closesAt <= call.closesAt || closesAt <= now) throw new Problem('INVALID_INPUT', { field: 'closesAt' });
      const decided = await rowsOf(tx, `SELECT FROM applications WHERE call_id = $1 AND decided_at IS NOT NULL LIMIT 1`, [call.id]);
      if (decided.length > 0) throw new Problem('APPLICATION_DECIDED');
      await tx.query(EXTEND, [call.id, closesAt]);
      await this.change(tx, actor, call, { kind: 'EXTENDED', notice, closesAt });
      await this.events.append(tx, CallExtended, { ...by(actor, call), payload: { closesAt: closesAt.toISOString() } });
    });
  }

  /** Says which members read the applications beside the brand's own people. @throws Problem `NOT_FOUND`, `NOT_ALLOWED` */
  async nameReviewers(actor: Actor, id: string, memberIds: readonly string[]): Promise<void> {
    await this.running(actor, id, async (tx, call) => {
      const named = await this.members.requireMember(tx, actor, call.communityId);
      const asked = memberIds.filter(isId).map((one) => one.toLowerCase());
      await tx.query('DELETE FROM call_reviewers WHERE call_id = $1 AND NOT (member_id = ANY ($2::uuid[]))', [call.id, asked]);
      await tx.query(NAME_REVIEWER, [call.id, asked, call.communityId, named.id, this.clock.now()]);
      const now = (await this.calls.reviewersOf([call.id], tx)).get(call.id) ?? [];
      if (now.length !== asked.length) throw new Problem('NOT_FOUND', { what: 'member' });
      await this.events.append(tx, CallReviewersNamed, { ...by(actor, call), payload: { memberIds: now } });
    });
  }

  /** Remembers that a member saw a call: the top of its funnel. Neither staff nor strangers are counted. */
  async see(actor: Actor, id: string): Promise<void> {
    if (actor.accountId === null || !isId(id)) return;
    await this.transactor.run((tx) => tx.query(SEE, [id, actor.accountId, this.clock.now()]));
  }

  private async running(actor: Actor, id: string, work: (tx: Tx, call: CallRow, community: CommunityRow) => Promise<void>): Promise<void> {
    await this.activity.take(actor, 'runCall');
    await this.transactor.run(async (tx) => {
      const call = await this.calls.lock(tx, id);
      if (!canSeeCall(actor, call)) enforceHidden(canRunCalls(actor, call.communityId), { what: 'call' });
      enforce(canRunCalls(actor, call.communityId));
      const community = (await this.communities.byIds([call.communityId], tx)).get(call.communityId)!;
      await work(tx, call, community);
    });
  }

  private async publishLocked(tx: Tx, actor: Actor, call: CallRow, community: CommunityRow): Promise<void> {
    const now = this.clock.now();
    if (call.publishedAt !== null) throw new Problem('CALL_NOT_DRAFT');
    if (call.closesAt <= now) throw new Problem('CALL_INCOMPLETE', { field: 'closesAt' });
    await this.agreements.ensure(tx, community);
    await tx.query('UPDATE calls SET published_at = $2 WHERE id = $1', [call.id, now]);
    await this.events.append(tx, CallPublished, { ...by(actor, call), payload: {} });
    await this.schedules.hasten(tx, RUN_CALLS);
  }

  private async write(tx: Tx, actor: Actor, id: string, community: CommunityRow, call: CleanCall): Promise<void> {
    const author = await this.members.requireMember(tx, actor, community.id);
    requireNoPraise(wordsOf(call), community.locale, MUZZLES); // why they love bricks may be asked of who applies
    await tx.query(WRITE, [
      id, community.id, call.title, call.story, call.perks, call.receives, call.seats, call.opensAt, call.closesAt, call.votingUntil, call.selection,
      call.leastLevel, call.leastIdentity, call.leastAge, call.regions, call.blind, call.reapplyAfterDays, call.termMonths, call.acceptDays,
      author.id, this.clock.now(),
    ]);
    await tx.query('DELETE FROM call_questions WHERE call_id = $1', [id]);
    await tx.query('DELETE FROM call_criteria WHERE call_id = $1', [id]);
    for (const [at, q] of call.questions.entries()) {
      await tx.query(QUESTION, [newId(), id, at, q.kind, q.text, q.help, q.choices, q.required, q.maxLength, q.audience]);
    }
    for (const [at, { label, weight }] of call.criteria.entries()) {
      await tx.query('INSERT INTO call_criteria (call_id, position, label, weight) VALUES ($1, $2, $3, $4)', [id, at, label, weight]);
    }
  }

  private async change(tx: Tx, actor: Actor, call: CallRow, said: { kind: CallChangeKind; notice: string; closesAt: Date }): Promise<void> {
    const member = await this.members.requireMember(tx, actor, call.communityId);
    const notice = cleanText('notice', said.notice, { max: LONGEST_NOTICE });
    await tx.query(CHANGE, [newId(), call.id, call.communityId, said.kind, notice, said.closesAt, member.id, this.clock.now()]);
  }
}

/**
 * Everything a call says. It is the brand's own word, like an official answer or a mission's brief: it passes no intake, which could
 * only hold it back from the brand that wrote it, but it is held to what a brief is held to: nothing asks for praise.
 */
function wordsOf({ title, story, perks, receives, questions, criteria }: CleanCall): string {
  const asked = questions.flatMap(({ text, help, choices }) => [text, help, ...choices]);
  return [title, story, perks, receives, ...asked, ...criteria.map(({ label }) => label)].join('\n');
}

/** Who acts on a call, as events say it. */
export function by(actor: Actor, { id, communityId }: Pick<CallRow, 'id' | 'communityId'>) {
  return { communityId, actorId: actor.accountId, subjectId: id };
}
