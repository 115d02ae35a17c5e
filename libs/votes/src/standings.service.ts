import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { IdeasAccess } from '@fanfare/ideas';
import { Clock } from '@fanfare/kernel';
import { PlacementService } from './placement.service.js';
import { VotesRestood } from './vote.events.js';
import { standingSql, type VoteStanding } from './vote.row.js';
import { VotesQueries } from './votes.queries.js';

/** Waits for votes of these members on their way and holds back their next ones. */
const LOCK_MEMBERS = 'SELECT id FROM members WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';

const RESTAND = `
  UPDATE votes v SET standing = n.standing FROM (
    SELECT v.idea_id, v.member_id, ${standingSql('v.idea_id')} AS standing
    FROM votes v JOIN members m ON m.id = v.member_id WHERE v.member_id = ANY ($1::uuid[]) AND ($2::uuid[] IS NULL OR v.idea_id = ANY ($2))
  ) n WHERE v.idea_id = n.idea_id AND v.member_id = n.member_id AND v.standing <> n.standing
  RETURNING v.idea_id AS "ideaId", v.member_id AS "memberId", v.community_id AS "communityId", v.standing`;

const QUARANTINE = `
  INSERT INTO vote_quarantines (idea_id, member_id, community_id, quarantined_at)
  SELECT i.id, m.id, i.community_id, $3 FROM ideas i JOIN members m ON m.community_id = i.community_id
  WHERE i.id = $1 AND m.id = ANY ($2::uuid[]) ORDER BY m.id ON CONFLICT DO NOTHING`;

/** An idea with what it is merged with: a suspicion is about all of these, and about nothing else they voted for. */
const FAMILY = `
  SELECT i.id FROM ideas asked JOIN ideas i ON i.id = coalesce(asked.merged_into_id, asked.id) OR i.merged_into_id = coalesce(asked.merged_into_id, asked.id) WHERE asked.id = $1`;

const RELEASE = 'DELETE FROM vote_quarantines WHERE idea_id = $1 AND member_id = ANY ($2::uuid[])';

/** Keeps one event small enough to read. */
const MOST_IDEAS_PER_EVENT = 500;

interface Restood {
  readonly ideaId: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly standing: VoteStanding;
}

/**
 * What votes count as, after they were cast. A standing always follows from what is true now (identity, role, quarantine),
 * never from an event's words, so it does not matter in which order or how often these run. The caller's transaction
 * calls one of them once, before any other lock but gates.
 */
@Injectable()
export class StandingsService {
  constructor(
    private readonly ideas: IdeasAccess,
    private readonly placement: PlacementService,
    private readonly queries: VotesQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Gives every vote of these members the standing it should have. */
  async restand(tx: Tx, memberIds: readonly string[]): Promise<void> {
    await tx.query(LOCK_MEMBERS, [memberIds]);
    await this.move(tx, memberIds);
  }

  /** Sets these members' support of an idea, and of what it is merged with, aside, now and if they vote for it again. */
  async quarantine(tx: Tx, ideaId: string, memberIds: readonly string[]): Promise<void> {
    await this.ideas.enter(tx, ideaId);
    await tx.query(LOCK_MEMBERS, [memberIds]);
    await tx.query(QUARANTINE, [ideaId, memberIds, this.clock.now()]);
    await this.move(tx, memberIds, await family(tx, ideaId));
  }

  /** Takes a suspicion back. */
  async release(tx: Tx, ideaId: string, memberIds: readonly string[]): Promise<void> {
    await this.ideas.enter(tx, ideaId);
    await tx.query(LOCK_MEMBERS, [memberIds]);
    await tx.query(RELEASE, [ideaId, memberIds]);
    await this.move(tx, memberIds, await family(tx, ideaId));
  }

  /** Holds these members' votes until the transaction ends, for `restandFor`. */
  async hold(tx: Tx, memberIds: readonly string[]): Promise<void> {
    await tx.query(LOCK_MEMBERS, [memberIds]);
  }

  /** `restand` for some ideas only, whose ranks and tallies the caller holds, after `hold`. */
  async restandFor(tx: Tx, memberIds: readonly string[], ideaIds: readonly string[]): Promise<void> {
    if (memberIds.length > 0) await this.move(tx, memberIds, ideaIds);
  }

  private async move(tx: Tx, memberIds: readonly string[], ideaIds: readonly string[] | null = null): Promise<void> {
    const moved = await rowsOf<Restood>(tx, RESTAND, [memberIds, ideaIds]);
    const groups = Map.groupBy(moved, (vote) => `${vote.memberId} ${vote.standing}`);
    for (const [, votes] of [...groups].sort()) await this.tell(tx, votes);
    await this.placement.place(tx, [...new Set(moved.map((vote) => vote.ideaId))]);
  }

  private async tell(tx: Tx, votes: readonly Restood[]): Promise<void> {
    const { memberId, communityId, standing } = votes[0]!;
    const ideaIds = [...(await this.queries.withRoots(votes.map((vote) => vote.ideaId), tx))].sort();
    for (let at = 0; at < ideaIds.length; at += MOST_IDEAS_PER_EVENT) {
      const payload = { standing, ideaIds: ideaIds.slice(at, at + MOST_IDEAS_PER_EVENT) };
      await this.events.append(tx, VotesRestood, { communityId, subjectId: memberId, payload });
    }
  }
}

async function family(tx: Tx, ideaId: string): Promise<string[]> {
  return (await rowsOf<{ id: string }>(tx, FAMILY, [ideaId])).map(({ id }) => id);
}
