import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { IdeaMoves, type IdeaRow, IdeasAccess } from '@fanfare/ideas';
import { Clock, VISITOR } from '@fanfare/kernel';
import { climb, type Climb, type Granted } from './climb.js';
import { RungReached } from './ladder.events.js';
import { type ClimberRow, LadderQueries } from './ladder.queries.js';

const GRANT = `
  INSERT INTO rung_grants (idea_id, community_id, position, support, reached_at, granted_at)
  SELECT $1, $2, g.position, g.support, g.reached_at, $6
  FROM unnest($3::int[], $4::int[], $5::timestamptz[]) AS g (position, support, reached_at)
  ON CONFLICT (idea_id, position) DO NOTHING RETURNING position`;

/** Added to whichever clock there is: the running one, or what is left of one that stands. */
const STEP = `
  UPDATE ideas SET rung = greatest(rung, $2), clock_days = $3,
    deadline = deadline + make_interval(hours => 24 * $4),
    clock_left = clock_left + make_interval(hours => 24 * $4)
  WHERE id = $1`;

const STOP_CLOCK = 'UPDATE ideas SET deadline = NULL WHERE id = $1';

/** Gives ideas what the ladder owes them. */
@Injectable()
export class LadderService {
  constructor(
    private readonly ideas: IdeasAccess,
    private readonly moves: IdeaMoves,
    private readonly queries: LadderQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Grants these ideas the rungs they have reached, sends those at the top to review and expires those whose time is up.
   * Whoever asks, whenever and however often, the result is the same: everything is decided behind the ideas' gates by the
   * vote rows and the clock, and a rung is granted by the row that the primary key lets in once.
   */
  async settle(tx: Tx, ideaIds: readonly string[]): Promise<void> {
    if (ideaIds.length === 0) return;
    const held = new Map((await this.ideas.lockManyForMove(tx, VISITOR, ideaIds)).map((idea) => [idea.id, idea]));
    const now = this.clock.now(); // behind the gates: who voted before it is in the table
    const ahead = await this.queries.ahead(tx, [...held.keys()]);
    for (const climber of await this.queries.climbers(tx, [...held.keys()])) {
      const step = climb(climber, ahead.get(climber.id) ?? [], now);
      await this.take(tx, climber, step, now);
      await this.conclude(tx, held.get(climber.id)!, climber, step, now);
    }
  }

  private async take(tx: Tx, { id, communityId, rung, clockDays }: ClimberRow, step: Climb, now: Date): Promise<void> {
    if (step.grants.length === 0 && step.longerByDays === 0) return;
    const fresh = await this.grant(tx, { id, communityId }, step.grants, now);
    const days = step.longerByDays + fresh.reduce((sum, { addsDays }) => sum + addsDays, 0);
    const top = Math.max(rung, ...step.grants.map(({ position }) => position));
    await tx.query(STEP, [id, top, step.clockDays ?? clockDays, days]);
    for (const { position, support } of fresh) {
      const isLast = step.outcome === 'COMPLETED' && position === top;
      await this.events.append(tx, RungReached, { communityId, subjectId: id, payload: { position, support, isLast } });
    }
  }

  /** @returns those that nobody granted before */
  private async grant(tx: Tx, { id, communityId }: Pick<ClimberRow, 'id' | 'communityId'>, grants: readonly Granted[], now: Date) {
    const columns = [grants.map(({ position }) => position), grants.map(({ support }) => support), grants.map(({ reachedAt }) => reachedAt)];
    const rows = await rowsOf<{ position: number }>(tx, GRANT, [id, communityId, ...columns, now]);
    const written = new Set(rows.map(({ position }) => position));
    return grants.filter(({ position }) => written.has(position));
  }

  private async conclude(tx: Tx, idea: IdeaRow, { lastMovedAt }: ClimberRow, step: Climb, now: Date): Promise<void> {
    const move = { mover: 'SYSTEM', memberId: null } as const;
    if (step.outcome === 'STANDS_STILL') await tx.query(STOP_CLOCK, [idea.id]);
    if (step.outcome === 'EXPIRED') await this.moves.move(tx, VISITOR, idea, { ...move, to: 'EXPIRED', at: step.deadline! });
    if (step.outcome === 'COMPLETED') {
      const reachedAt = step.grants.at(-1)?.reachedAt ?? now;
      const at = new Date(Math.max(reachedAt.getTime(), lastMovedAt.getTime())); // a history goes forward
      await this.moves.move(tx, VISITOR, idea, { ...move, to: 'UNDER_REVIEW', at });
    }
  }
}
