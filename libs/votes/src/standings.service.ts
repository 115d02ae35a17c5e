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

const RELEASE = 'DELETE FROM vote_quarantines WHERE idea_id = $1 AND member_id = ANY ($2::uuid[])';

/** Keeps one event small enough to read. */
const MOST_IDEAS_PER_EVENT = 500;

/** An idea of which the caller's transaction holds some members' support: see `holdSupport`. */
export interface HeldSupport {
  readonly ideaId: string;
}

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
    await this.quarantineHeld(tx, await this.holdSupport(tx, ideaId, memberIds), memberIds);
  }

  /** Takes a suspicion back. */
  async release(tx: Tx, ideaId: string, memberIds: readonly string[]): Promise<void> {
    await this.releaseHeld(tx, await this.holdSupport(tx, ideaId, memberIds), memberIds);
  }

  /**
   * Holds these members' support of an idea until the transaction ends: it is merged with nothing else, and none of them votes or
   * withdraws. For whoever looks before deciding about some of them.
   */
  async holdSupport(tx: Tx, ideaId: string, memberIds: readonly string[]): Promise<HeldSupport> {
    await this.ideas.enter(tx, ideaId);
    await tx.query(LOCK_MEMBERS, [memberIds]);
    return { ideaId };
  }

  /** `quarantine` of some whose support the caller holds. */
  async quarantineHeld(tx: Tx, { ideaId }: HeldSupport, memberIds: readonly string[]): Promise<void> {
    await tx.query(QUARANTINE, [ideaId, memberIds, this.clock.now()]);
    await this.moveFamily(tx, ideaId, memberIds);
  }

  /** `release` of some whose support the caller holds. */
  async releaseHeld(tx: Tx, { ideaId }: HeldSupport, memberIds: readonly string[]): Promise<void> {
    await tx.query(RELEASE, [ideaId, memberIds]);
    await this.moveFamily(tx, ideaId, memberIds);
  }

  /** Holds these members' votes until the transaction ends, for `restandFor`. */
  async hold(tx: Tx, memberIds: readonly string[]): Promise<void> {
    await tx.query(LOCK_MEMBERS, [memberIds]);
  }

  /** `restand` for some ideas only, whose ranks and tallies the caller holds, after `hold`. */
  async restandFor(tx: Tx, memberIds: readonly string[], ideaIds: readonly string[]): Promise<void> {
    if (memberIds.length > 0) await this.move(tx, memberIds, ideaIds);
  }

  /** A suspicion is about an idea and what it is merged with, and about nothing else that they voted for. */
  private async moveFamily(tx: Tx, ideaId: string, memberIds: readonly string[]): Promise<void> {
    await this.move(tx, memberIds, await this.ideas.familiesOf(tx, [ideaId]));
  }

  private async move(tx: Tx, memberIds: readonly string[], ideaIds: readonly string[] | null = null): Promise<void> {
    const moved = await rowsOf<Restood>(tx, RESTAND, [memberIds, ideaIds]);
    if (moved.length === 0) return;
    const movedIds = [...new Set(moved.map((vote) => vote.ideaId))];
    const roots = await this.queries.rootsOf(movedIds, tx);
    const groups = Map.groupBy(moved, (vote) => `${vote.memberId} ${vote.standing}`);
    for (const [, votes] of [...groups].sort()) await this.tell(tx, votes, roots);
    await this.placement.place(tx, movedIds);
  }

  /** One member's votes that stand alike now, with the ideas that count them through a merge. */
  private async tell(tx: Tx, votes: readonly Restood[], roots: ReadonlyMap<string, string>): Promise<void> {
    const { memberId, communityId, standing } = votes[0]!;
    const ideaIds = [...new Set(votes.flatMap(({ ideaId }) => [ideaId, roots.get(ideaId)!]))].sort();
    for (let at = 0; at < ideaIds.length; at += MOST_IDEAS_PER_EVENT) {
      const payload = { standing, ideaIds: ideaIds.slice(at, at + MOST_IDEAS_PER_EVENT) };
      await this.events.append(tx, VotesRestood, { communityId, subjectId: memberId, payload });
    }
  }
}
