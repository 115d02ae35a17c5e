import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, isId, newId, Problem } from '@fanfare/kernel';
import { CandidateStood, CandidateWithdrew, ElectionCalled, ElectionStarted } from './circle.events.js';
import { type AtCircle, CirclesAccess } from './circles.access.js';
import { by } from './circles.service.js';
import { ElectionClosing } from './election-closing.js';
import {
  callsNeeded,
  canCallElection,
  canElect,
  canStand,
  canVoteInElection,
  ELECTION_MS,
  isSeatOpen,
  MOST_CANDIDATES,
  STANDING_MS,
} from './election.policy.js';
import type { ElectionRow } from './election.row.js';
import { ElectionsQueries } from './elections.queries.js';

const LONGEST_STATEMENT = 500;

const CALL = 'INSERT INTO circle_election_calls (circle_id, member_id, called_at) VALUES ($1, $2, $3) ON CONFLICT (circle_id, member_id) DO UPDATE SET called_at = excluded.called_at';

const START = `
  INSERT INTO circle_elections (id, circle_id, community_id, started_by, started_at, standing_until, closes_at, electorate)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const STAND = `
  INSERT INTO circle_candidates (election_id, member_id, circle_id, community_id, statement, stood_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (election_id, member_id) DO UPDATE SET statement = excluded.statement RETURNING stood_at = $6 AS fresh`;

const WITHDRAW = 'DELETE FROM circle_candidates WHERE election_id = $1 AND member_id = $2 RETURNING member_id';

const VOTE = `
  INSERT INTO circle_ballots (election_id, voter_id, circle_id, community_id, candidate_id) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (election_id, voter_id) DO UPDATE SET candidate_id = excluded.candidate_id`;

const UNVOTE = 'DELETE FROM circle_ballots WHERE election_id = $1 AND voter_id = $2';

/** What somebody is about to do in an election: candidates take turns, voters share it. */
type Taking = { readonly hold: 'lock'; readonly use: 'POSTING' | 'ANYWAY' } | { readonly hold: 'share'; readonly use: 'VOTING' | 'TAKING_PART' };

/** Choosing who speaks for a circle: see the room's README for the rules. */
@Injectable()
export class ElectionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly circles: CirclesAccess,
    private readonly queries: ElectionsQueries,
    private readonly closing: ElectionClosing,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins an election. While somebody is in office, it counts as one member's wish, and a third of the members begin one.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `NOT_IN_CIRCLE`, `CONFIRM_EMAIL_FIRST`, `ELECTION_RUNNING`, `TOO_FEW_MEMBERS`,
   * `ELECTION_TOO_SOON`
   */
  async start(actor: Actor, circleId: string): Promise<void> {
    await this.activity.take(actor, 'runCircle');
    const fresh = newId();
    await this.transactor.run(async (tx) => {
      const at = await this.circles.lockAs(tx, actor, circleId);
      enforce(canCallElection(actor, at.member, at.inside));
      await this.closing.closeIfDue(tx, at.circle.id);
      const circle = await this.circles.require(tx, at.circle.id); // the close may have filled the seat
      if ((await this.queries.running([circle.id], tx)).has(circle.id)) throw new Problem('ELECTION_RUNNING');
      const now = this.clock.now();
      enforce(canElect(circle, (await this.queries.lastClosed([circle.id], tx)).get(circle.id) ?? null, now));
      const begins = isSeatOpen(circle, now) || (await this.isCalled(tx, actor, { ...at, circle }, now));
      if (begins) await this.begin(tx, actor, { ...at, circle }, fresh, now);
    });
  }

  /**
   * Stands, with a few words; standing again changes them.
   *
   * @returns the circle's id
   * @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `NOT_IN_CIRCLE`, `CONFIRM_EMAIL_FIRST`, `ELECTION_OVER`, `STANDING_OVER`, `NOT_ELIGIBLE`,
   * `TOO_MANY_CANDIDATES`, `TOO_LONG`
   */
  async stand(actor: Actor, electionId: string, statement?: string | null): Promise<string> {
    const words = cleanText('statement', statement ?? '', { min: 0, max: LONGEST_STATEMENT });
    return this.taking(actor, electionId, { hold: 'lock', use: 'POSTING' }, async (tx, election, { circle, member, inside }) => {
      const now = this.clock.now();
      enforce(canStand(actor, member, inside, election, now));
      const others = (await this.queries.candidatesOfIn(tx, election.id)).filter(({ memberId }) => memberId !== member.id);
      if (others.length >= MOST_CANDIDATES) throw new Problem('TOO_MANY_CANDIDATES', { max: MOST_CANDIDATES });
      const [stood] = await rowsOf<{ fresh: boolean }>(tx, STAND, [election.id, member.id, circle.id, circle.communityId, words, now]);
      if (!stood!.fresh) return;
      await this.events.append(tx, CandidateStood, { ...by(actor, circle), payload: { electionId: election.id, memberId: member.id } });
    });
  }

  /** Stands no more: votes for them are free again. @returns the circle's id @throws Problem as `stand`, `NOT_A_CANDIDATE` */
  async withdraw(actor: Actor, electionId: string): Promise<string> {
    return this.taking(actor, electionId, { hold: 'lock', use: 'ANYWAY' }, async (tx, election, { circle, member, inside }) => {
      enforce(canVoteInElection(actor, member, inside, election, this.clock.now(), 'ANYWAY'));
      const gone = await rowsOf(tx, WITHDRAW, [election.id, member.id]);
      if (gone.length === 0) throw new Problem('NOT_A_CANDIDATE');
      await this.events.append(tx, CandidateWithdrew, { ...by(actor, circle), payload: { electionId: election.id, memberId: member.id } });
    });
  }

  /**
   * Votes, or votes otherwise, or takes the vote back. Secret: no event tells of it, and the ballot is gone with the close.
   *
   * @param candidateId a member who stands; null takes the vote back
   * @returns the circle's id
   * @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `NOT_IN_CIRCLE`, `CONFIRM_EMAIL_FIRST`, `ELECTION_OVER`, `NOT_ELIGIBLE`, `NOT_A_CANDIDATE`
   */
  async vote(actor: Actor, electionId: string, candidateId: string | null): Promise<string> {
    const use = candidateId === null ? 'TAKING_PART' : 'VOTING';
    return this.taking(actor, electionId, { hold: 'share', use }, async (tx, election, { circle, member, inside }) => {
      enforce(canVoteInElection(actor, member, inside, election, this.clock.now(), use));
      if (candidateId === null) return void (await tx.query(UNVOTE, [election.id, member.id]));
      const candidates = await this.queries.candidatesOfIn(tx, election.id);
      if (!candidates.some(({ memberId }) => memberId === candidateId.toLowerCase())) throw new Problem('NOT_A_CANDIDATE');
      await tx.query(VOTE, [election.id, member.id, circle.id, circle.communityId, candidateId]);
    });
  }

  /** Somebody in an election's circle, which stays what it is meanwhile: voters share it, candidates take turns. */
  private async taking(actor: Actor, electionId: string, as: Taking, work: (tx: Tx, election: ElectionRow, at: AtCircle) => Promise<void>): Promise<string> {
    await this.activity.take(actor, 'voteInElection');
    return this.transactor.run(async (tx) => {
      const { circleId } = await this.election(tx, electionId);
      const at = as.hold === 'lock' ? await this.circles.lockAs(tx, actor, circleId, as.use) : await this.circles.requireInside(tx, actor, circleId, as.use);
      await work(tx, await this.election(tx, electionId), at); // read again: it may have closed before we held the circle
      return circleId;
    });
  }

  private async election(tx: Tx, id: string): Promise<ElectionRow> {
    const election = isId(id) ? (await this.queries.byIds([id], tx)).get(id.toLowerCase()) : undefined;
    if (!election) throw new Problem('NOT_FOUND', { what: 'election' });
    return election;
  }

  private async isCalled(tx: Tx, actor: Actor, { circle, member }: AtCircle, now: Date): Promise<boolean> {
    const calls = async () => (await this.queries.calls([circle.id], actor.accountId, now, tx)).get(circle.id);
    if (!(await calls())?.viewerAsked) await this.events.append(tx, ElectionCalled, { ...by(actor, circle), payload: { memberId: member.id } });
    await tx.query(CALL, [circle.id, member.id, now]);
    return ((await calls())?.asked ?? 0) >= callsNeeded(circle.memberCount);
  }

  private async begin(tx: Tx, actor: Actor, { circle, member }: AtCircle, id: string, now: Date): Promise<void> {
    const [standingUntil, closesAt] = [STANDING_MS, ELECTION_MS].map((length) => new Date(now.getTime() + length));
    await tx.query(START, [id, circle.id, circle.communityId, member.id, now, standingUntil, closesAt, circle.memberCount]);
    await tx.query('DELETE FROM circle_election_calls WHERE circle_id = $1', [circle.id]);
    await this.events.append(tx, ElectionStarted, { ...by(actor, circle), payload: { electionId: id } });
  }
}
