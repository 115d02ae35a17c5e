import { Injectable } from '@nestjs/common';
import { isUnavailable } from '@fanfare/database';
import { EventTail, type RecordedEvent } from '@fanfare/events';
import { isId, Problem } from '@fanfare/kernel';
import { EntryReleased, EntrySubmitted, EntryWithdrawn, EntryWithheld, MissionJoined, MissionLeft } from '../ambassadors.events.js';
import type { RallyModel } from './mission.model.js';
import { rallyOf } from './mission.row.js';
import { MissionsQueries } from './missions.queries.js';
import { SharedReading } from './shared-reading.js';

/** At most so often, however many act and however many watch. */
const PAUSE_MS = 500;
const OF_ENTRIES: readonly string[] = [EntrySubmitted.type, EntryWithdrawn.type];
/** Rare, and they name the entry alone: every rally that is watched is counted again. */
const OF_ANY: readonly string[] = [EntryWithheld.type, EntryReleased.type];
const OF_MISSIONS: readonly string[] = [MissionJoined.type, MissionLeft.type];

/**
 * Rallies as they go on, in whichever process people act. There is no counter to fight for: the log of events says that
 * something changed, and the entries of the hour are counted once for all who watch.
 */
@Injectable()
export class RallyChanges {
  private readonly rallies = new Map<string, SharedReading<RallyModel>>();
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly tail: EventTail,
    private readonly queries: MissionsQueries,
  ) {}

  /** How many watch. */
  get watching(): number {
    return [...this.rallies.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** The rally as it is now and again after changes. @throws Problem `NOT_FOUND` for what is no public rally */
  async watch(missionId: string): Promise<AsyncIterableIterator<RallyModel>> {
    const id = missionId.toLowerCase();
    if (!isId(id) || (await this.read(id)) === null) throw new Problem('NOT_FOUND', { what: 'mission' });
    const iterator = this.readingOf(id).open();
    this.stopListening ??= this.tail.listen([...OF_ENTRIES, ...OF_ANY, ...OF_MISSIONS], (event) => this.tell(event));
    await this.tail.listening();
    this.rallies.get(id)?.touch(); // what happened before the log was listened to
    return iterator;
  }

  private async read(id: string): Promise<RallyModel | null> {
    const mission = (await this.queries.byIds([id])).get(id);
    if (!mission || mission.state === 'DRAFT') return null;
    return rallyOf(mission, (await this.queries.ralliesOf([id])).get(id) ?? null);
  }

  private readingOf(id: string): SharedReading<RallyModel> {
    const known = this.rallies.get(id);
    if (known) return known;
    const fresh = new SharedReading(() => this.read(id), PAUSE_MS, isUnavailable, () => this.close(id));
    this.rallies.set(id, fresh);
    return fresh;
  }

  private tell({ type, subjectId, payload }: RecordedEvent): void {
    if (OF_ANY.includes(type)) return this.rallies.forEach((reading) => reading.touch());
    const id = OF_MISSIONS.includes(type) ? subjectId : (payload['missionId'] as string | undefined);
    if (id) this.rallies.get(id)?.touch();
  }

  private close(id: string): void {
    this.rallies.delete(id);
    if (this.rallies.size > 0) return;
    this.stopListening?.();
    this.stopListening = null;
  }
}
