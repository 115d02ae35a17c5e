import { Injectable, Logger } from '@nestjs/common';
import { CommunityUpdated } from '@fanfare/communities';
import { isRetryable, rowsOf, type Tx } from '@fanfare/database';
import { type EventType, Handlers, MORE, type RecordedEvent, Schedules } from '@fanfare/events';
import { IdeaMoved, IdeaReleased } from '@fanfare/ideas';
import { Clock, MINUTE, SECOND } from '@fanfare/kernel';
import { VoteCast, VotesRestood } from '@fanfare/votes';
import { LadderQueries } from './ladder.queries.js';
import { LadderService } from './ladder.service.js';

/** Names of our work, as the database keeps them. */
export const CLIMB = 'ladder.climb';
export const DEADLINES = 'ladder.deadlines';
export const OWED = 'ladder.owed';
const FOLLOW_SETTINGS = 'ladder.followSettings';

/** Events looked at in one transaction: a storm on one idea is one look. */
const LARGEST_BATCH = 500;
/** A rung is granted so much later at most than the worker could. */
const PAUSE_MS = 1_000;
/** Ideas held in one transaction: voters on them wait for some tenths of a second at worst. */
const IDEAS_AT_ONCE = 50;

const TARGETS = `SELECT merged_into_id AS id FROM ideas WHERE id = ANY ($1::uuid[]) AND merged_into_id IS NOT NULL`;

/**
 * Who looks at the ladder, and when: after votes and merges, when a deadline passes, and now and then at everything, for
 * what no event told of. Several may look at once; see `LadderService.settle`.
 */
@Injectable()
export class LadderHandlers {
  private readonly log = new Logger('Ladder');
  /** How far the look at everything has come. Lost with the process, which then begins anew. */
  private owedAfter: string | null = null;

  constructor(
    handlers: Handlers,
    private readonly schedules: Schedules,
    private readonly ladder: LadderService,
    private readonly queries: LadderQueries,
    private readonly clock: Clock,
  ) {
    const tellings: readonly EventType<object>[] = [VoteCast, VotesRestood, IdeaMoved, IdeaReleased];
    for (const type of tellings) {
      handlers.onMany(type, CLIMB, LARGEST_BATCH, (tx, events) => this.climb(tx, ideasOf(events)), PAUSE_MS);
    }
    handlers.on(CommunityUpdated, FOLLOW_SETTINGS, (tx, event) => this.followSettings(tx, event));
    schedules.every(5 * SECOND, DEADLINES, (tx) => this.settleDue(tx));
    schedules.every(MINUTE, OWED, (tx) => this.settleOwed(tx));
  }

  /** The schedule's row comes before any gate, as the schedule itself takes them. */
  private async climb(tx: Tx, ideaIds: readonly string[]): Promise<void> {
    const targets = await rowsOf<{ id: string }>(tx, TARGETS, [ideaIds]);
    const near = await this.queries.near(tx, [...new Set([...ideaIds, ...targets.map(({ id }) => id)])]);
    if (near.length > IDEAS_AT_ONCE) await this.schedules.hasten(tx, OWED);
    await this.ladder.settle(tx, near.sort().slice(0, IDEAS_AT_ONCE));
  }

  private async followSettings(tx: Tx, event: RecordedEvent<{ fields: string[] }>): Promise<void> {
    if (event.payload.fields.includes('ladder')) await this.schedules.hasten(tx, OWED);
  }

  private async settleDue(tx: Tx): Promise<void | typeof MORE> {
    const due = await this.queries.due(tx, this.clock.now(), IDEAS_AT_ONCE);
    const settled = await this.settleEach(tx, due);
    return due.length === IDEAS_AT_ONCE && settled > 0 ? MORE : undefined;
  }

  private async settleOwed(tx: Tx): Promise<void | typeof MORE> {
    const owed = await this.queries.owed(tx, this.owedAfter, this.clock.now(), IDEAS_AT_ONCE);
    await this.settleEach(tx, owed);
    const isFull = owed.length === IDEAS_AT_ONCE;
    this.owedAfter = isFull ? owed.at(-1)! : null;
    return isFull ? MORE : undefined;
  }

  /** All at once; where one of them fails, one by one, so that it holds back nobody else. @returns how many were settled */
  private async settleEach(tx: Tx, ideaIds: readonly string[]): Promise<number> {
    if (await this.tried(tx, ideaIds)) return ideaIds.length;
    let settled = 0;
    for (const id of ideaIds) if (await this.tried(tx, [id])) settled += 1;
    return settled;
  }

  private async tried(tx: Tx, ideaIds: readonly string[]): Promise<boolean> {
    await tx.query('SAVEPOINT ladder');
    try {
      await this.ladder.settle(tx, ideaIds);
      await tx.query('RELEASE SAVEPOINT ladder');
      return true;
    } catch (error) {
      if (isRetryable(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT ladder');
      this.log.warn(`${ideaIds.length} ideas could not be settled: ${(error as Error).message}`);
      return false;
    }
  }
}

/** The ideas that events of any of our kinds are about. */
function ideasOf(events: readonly RecordedEvent<object>[]): string[] {
  return [...new Set(events.flatMap((event) => ('ideaIds' in event.payload ? (event.payload.ideaIds as string[]) : [event.subjectId!])))];
}
