import { Injectable } from '@nestjs/common';
import { ActivityService, RoleGranted, RoleRevoked } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { type Actor, Clock, isId, Problem } from '@fanfare/kernel';
import { MemberIdentityChanged, MembersService } from '@fanfare/members';
import { VotesRestood } from '@fanfare/votes';
import { runsCalls } from '../calls/call.policy.js';
import { isOwn } from '../applications/application.policy.js';
import { PanelQueries } from './panel.queries.js';
import { ApplicationsQueries } from '../applications/applications.queries.js';
import { isVoting } from '../calls/call.row.js';
import { CallsQueries } from '../calls/calls.queries.js';

/** As votes for ideas: see `vote_standing`. Whoever's votes for ideas are held here is held here too. Over `m` (members). */
const STANDING = `vote_standing(m.identity_level,
  EXISTS (SELECT FROM role_grants g WHERE g.community_id = m.community_id AND g.account_id = m.account_id AND g.revoked_at IS NULL),
  EXISTS (SELECT FROM vote_quarantines q WHERE q.member_id = m.id))`;

const VOTE = `
  INSERT INTO application_votes (application_id, member_id, community_id, standing, cast_at)
  SELECT $1, m.id, m.community_id, ${STANDING}, $3 FROM members m WHERE m.id = $2 ON CONFLICT DO NOTHING`;

const RESTAND = `
  UPDATE application_votes v SET standing = n.standing FROM (SELECT m.id, ${STANDING} AS standing FROM members m WHERE m.id = ANY ($1::uuid[])) n
  WHERE v.member_id = n.id AND v.standing <> n.standing`;

/** Applications whose counts a change will touch, in order: so that no two who do it wait for each other. */
const HOLD = `
  SELECT a.id FROM applications a WHERE a.id IN (SELECT application_id FROM application_votes WHERE member_id = ANY ($1::uuid[])) ORDER BY a.id FOR NO KEY UPDATE`;

const MEMBER = 'SELECT id FROM members WHERE account_id = $1 AND community_id = $2';

const SPOKESPERSON = `
  SELECT o.id AS "circleId", o.community_id AS "communityId", o.spokesperson_id AS "spokespersonId" FROM circles o
  JOIN circle_members k ON k.circle_id = o.id AND k.member_id = $2 WHERE o.id = $1 FOR SHARE OF o`;

/** Not for who marked it: somebody may have been of the panel, and their marks stay. */
const NOMINEE = `
  SELECT a.id FROM applications a WHERE a.call_id = $1 AND a.member_id = $2 AND a.state = 'SUBMITTED'
    AND NOT EXISTS (SELECT FROM application_scores s WHERE s.application_id = a.id AND s.reviewer_id = $3)`;

const NOMINATE = `
  INSERT INTO application_nominations (application_id, circle_id, community_id, nominated_by, nominated_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`;

/** What the community says of who applied: votes, and circles that put their spokesperson forward. */
@Injectable()
export class SupportService {
  constructor(
    handlers: Handlers,
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly calls: CallsQueries,
    private readonly applications: ApplicationsQueries,
    private readonly panel: PanelQueries,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {
    handlers.on(MemberIdentityChanged, 'ambassadors.followIdentity', (tx, event) => this.restand(tx, [event.subjectId!]));
    handlers.on(VotesRestood, 'ambassadors.followSuspicion', (tx, event) => this.restand(tx, [event.subjectId!]));
    for (const type of [RoleGranted, RoleRevoked]) handlers.on(type, 'ambassadors.followRoles', (tx, event) => this.followRoles(tx, event));
  }

  /**
   * Votes for an applicant, where the community has a say; voting twice is voting once.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `VOTING_CLOSED`, `OWN_APPLICATION`, `RESTRICTED`
   */
  async vote(actor: Actor, applicationId: string): Promise<void> {
    await this.voting(actor, applicationId, 'VOTING', (tx, id, memberId) => tx.query(VOTE, [id, memberId, this.clock.now()]));
  }

  /** Takes a vote back, while votes are taken. @throws Problem as `vote` */
  async withdrawVote(actor: Actor, applicationId: string): Promise<void> {
    await this.voting(actor, applicationId, 'ANYWAY', (tx, id, memberId) => tx.query('DELETE FROM application_votes WHERE application_id = $1 AND member_id = $2', [id, memberId]));
  }

  /**
   * A circle puts its spokesperson forward for a call they applied to: said by anybody else in it.
   *
   * @returns the application's id
   * @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `NOT_IN_CIRCLE`, `NOT_ELIGIBLE` (nobody speaks for it, it is oneself, they did not apply, or one is
   * of the panel, or was and marked them: who puts somebody forward does not judge, and would learn whose a blind application is), `RESTRICTED`
   */
  async nominate(actor: Actor, callId: string, circleId: string): Promise<string> {
    await this.activity.take(actor, 'voteForApplication');
    return this.transactor.run(async (tx) => {
      const call = await this.calls.require(tx, callId);
      const member = await this.members.requireMember(tx, actor, call.communityId, 'VOTING');
      const [circle] = isId(circleId) ? await rowsOf<{ communityId: string; spokespersonId: string | null }>(tx, SPOKESPERSON, [circleId, member.id]) : [];
      if (!circle || circle.communityId !== call.communityId) throw new Problem('NOT_IN_CIRCLE');
      if (runsCalls(actor, call.communityId) || (await this.panel.reviewsFor(actor.accountId!, [call.id], tx)).has(call.id)) throw new Problem('NOT_ELIGIBLE');
      if (circle.spokespersonId === null || circle.spokespersonId === member.id) throw new Problem('NOT_ELIGIBLE');
      const [found] = await rowsOf<{ id: string }>(tx, NOMINEE, [call.id, circle.spokespersonId, member.id]);
      if (!found) throw new Problem('NOT_ELIGIBLE');
      await tx.query(NOMINATE, [found.id, circleId, call.communityId, member.id, this.clock.now()]);
      return found.id;
    });
  }

  /** Gives every vote of these members the standing it should have. */
  async restand(tx: Tx, memberIds: readonly string[]): Promise<void> {
    await tx.query('SELECT id FROM members WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [memberIds]);
    await tx.query(HOLD, [memberIds]);
    await tx.query(RESTAND, [memberIds]);
  }

  private async voting(actor: Actor, applicationId: string, use: 'VOTING' | 'ANYWAY', work: (tx: Tx, id: string, memberId: string) => Promise<unknown>): Promise<void> {
    await this.activity.take(actor, 'voteForApplication');
    await this.transactor.run(async (tx) => {
      const application = await this.applications.require(tx, applicationId);
      const call = await this.calls.lock(tx, application.callId, 'SHARE');
      const member = await this.members.requireMember(tx, actor, call.communityId, use, 'SHARE');
      if (call.selection === 'PANEL' || ['DRAFT', 'WITHDRAWN'].includes(application.state) || application.withheld) throw new Problem('NOT_FOUND', { what: 'application' });
      if (isOwn(actor, application)) throw new Problem('OWN_APPLICATION');
      const { state } = await this.applications.lock(tx, application.id);
      if (!isVoting(call, this.clock.now()) || state !== 'SUBMITTED') throw new Problem('VOTING_CLOSED');
      await work(tx, application.id, member.id);
    });
  }

  /** The subject is the account, which need not be a member. */
  private async followRoles(tx: Tx, { subjectId, communityId }: RecordedEvent<object>): Promise<void> {
    const [member] = await rowsOf<{ id: string }>(tx, MEMBER, [subjectId, communityId]);
    if (member) await this.restand(tx, [member.id]);
  }
}
