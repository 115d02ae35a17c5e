import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, MORE, Schedules } from '@fanfare/events';
import { Clock, SECOND } from '@fanfare/kernel';
import { ElectionClosed } from './circle.events.js';
import { CirclesAccess } from './circles.access.js';
import { resultOf, TERM_MS } from './election.policy.js';
import type { ElectionRow } from './election.row.js';
import { ElectionsQueries } from './elections.queries.js';

/** The name of our work, as the database keeps it. */
export const CLOSE_ELECTIONS = 'circles.elections';
const AT_ONCE = 20;

const COUNTED = `
  UPDATE circle_candidates c SET votes = k.votes FROM unnest($2::uuid[], $3::int[]) AS k (member_id, votes)
  WHERE c.election_id = $1 AND c.member_id = k.member_id`;

const CLOSE = `
  UPDATE circle_elections SET closed_at = closes_at, outcome = $2, turnout = $3, winner_id = $4
  WHERE id = $1 AND closed_at IS NULL RETURNING id`;

const TAKE_OFFICE = 'UPDATE circles SET spokesperson_id = $2, spokesperson_since = $3, term_ends_at = $4 WHERE id = $1';

/** Closes elections when their time is up: dated by it, however late the worker wakes; once each, however many try. */
@Injectable()
export class ElectionClosing {
  constructor(
    schedules: Schedules,
    private readonly circles: CirclesAccess,
    private readonly elections: ElectionsQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    schedules.every(5 * SECOND, CLOSE_ELECTIONS, (tx) => this.closeAllDue(tx));
  }

  /** Closes those that are due, a batch of them. */
  async closeAllDue(tx: Tx): Promise<void | typeof MORE> {
    const due = await this.elections.due(tx, this.clock.now(), AT_ONCE);
    for (const { circleId } of due.toSorted((a, b) => (a.circleId < b.circleId ? -1 : 1))) {
      await this.circles.lock(tx, circleId); // voters hold it too: who was told that their vote counts is in
      await this.closeIfDue(tx, circleId);
    }
    return due.length === AT_ONCE ? MORE : undefined;
  }

  /** For whoever holds the circle: an election whose time is up is decided by who was there then. */
  async closeIfDue(tx: Tx, circleId: string): Promise<void> {
    const election = (await this.elections.running([circleId], tx)).get(circleId);
    if (election && election.closesAt <= this.clock.now()) await this.close(tx, election);
  }

  private async close(tx: Tx, election: ElectionRow): Promise<void> {
    const counted = await this.elections.count(tx, election.id);
    const { outcome, winner } = resultOf(counted);
    const turnout = counted.reduce((sum, { votes }) => sum + votes, 0);
    await tx.query(COUNTED, [election.id, counted.map(({ memberId }) => memberId), counted.map(({ votes }) => votes)]);
    const closed = await rowsOf(tx, CLOSE, [election.id, outcome, turnout, winner]);
    if (closed.length === 0) return;
    await tx.query('DELETE FROM circle_ballots WHERE election_id = $1', [election.id]);
    await tx.query('DELETE FROM circle_election_calls WHERE circle_id = $1', [election.circleId]);
    const since = election.closesAt;
    if (winner) await tx.query(TAKE_OFFICE, [election.circleId, winner, since, new Date(since.getTime() + TERM_MS)]);
    await this.events.append(tx, ElectionClosed, {
      communityId: election.communityId,
      subjectId: election.circleId,
      payload: { electionId: election.id, outcome, winner, turnout },
      at: since,
    });
  }
}
