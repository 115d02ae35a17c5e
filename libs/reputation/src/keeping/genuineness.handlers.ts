import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, Handlers, Schedules } from '@fanfare/events';
import { Clock, DAY, SECOND } from '@fanfare/kernel';
import { MemberIdentityChanged } from '@fanfare/members';
import { VoteCast, VoteWithdrawn } from '@fanfare/votes';
import { GenuinenessDue } from './genuineness.events.js';
import { GenuinenessService } from './genuineness.service.js';

/** Names of our work, as the database keeps them. */
export const NOTE_CHANGES = 'genuineness.noteChanges';
export const JUDGE = 'genuineness.judge';
export const ASK = 'genuineness.ask';
export const ASK_ALL = 'genuineness.askAll';

const LARGEST_BATCH = 500;
const PAUSE_MS = 2_000;
/** A community is judged so often at most; with the looks at what is due, a vote is judged within a minute. */
const REST = 30 * SECOND;
const ASK_EVERY = 10 * SECOND;
const AT_ONCE = 200;

const NOTE = `
  INSERT INTO genuineness_communities AS g (community_id, changed_at) SELECT id, $2 FROM communities WHERE id = ANY ($1::uuid[]) ORDER BY id
  ON CONFLICT (community_id) DO UPDATE SET changed_at = coalesce(g.changed_at, excluded.changed_at)`;
const TAKE_DUE = `
  UPDATE genuineness_communities SET changed_at = NULL, asked_at = $1 WHERE community_id IN (
    SELECT community_id FROM genuineness_communities WHERE changed_at IS NOT NULL AND (asked_at IS NULL OR asked_at <= $2)
    ORDER BY changed_at LIMIT $3 FOR UPDATE)
  RETURNING community_id AS id`;
const TAKE_ALL = 'UPDATE genuineness_communities SET full_asked_at = $1 RETURNING community_id AS id';

/**
 * When estimates are made: soon after votes, and of everything at night. Asking is an event, and answering it happens outside
 * any transaction, for it may take minutes.
 */
@Injectable()
export class GenuinenessHandlers {
  constructor(
    handlers: Handlers,
    schedules: Schedules,
    private readonly events: EventLog,
    private readonly service: GenuinenessService,
    private readonly clock: Clock,
  ) {
    const note = (tx: Tx, events: readonly { communityId: string | null }[]) => this.note(tx, events);
    handlers.onMany(VoteCast, NOTE_CHANGES, LARGEST_BATCH, note, PAUSE_MS);
    handlers.onMany(VoteWithdrawn, NOTE_CHANGES, LARGEST_BATCH, note, PAUSE_MS);
    handlers.onMany(MemberIdentityChanged, NOTE_CHANGES, LARGEST_BATCH, note, PAUSE_MS);
    handlers.send(GenuinenessDue, JUDGE, (event) => this.service.judge(event.subjectId!, event.payload.full));
    schedules.every(ASK_EVERY, ASK, (tx) => this.ask(tx));
    schedules.every(DAY, ASK_ALL, (tx) => this.askAll(tx));
  }

  private async note(tx: Tx, events: readonly { communityId: string | null }[]): Promise<void> {
    await tx.query(NOTE, [[...new Set(events.map((event) => event.communityId))], this.clock.now()]);
  }

  private async ask(tx: Tx): Promise<void> {
    const now = this.clock.now();
    await this.tell(tx, await rowsOf<{ id: string }>(tx, TAKE_DUE, [now, new Date(now.getTime() - REST), AT_ONCE]), false);
  }

  private async askAll(tx: Tx): Promise<void> {
    await this.tell(tx, await rowsOf<{ id: string }>(tx, TAKE_ALL, [this.clock.now()]), true);
  }

  private async tell(tx: Tx, communities: readonly { id: string }[], full: boolean): Promise<void> {
    for (const { id } of communities) await this.events.append(tx, GenuinenessDue, { communityId: id, subjectId: id, payload: { full } });
  }
}
