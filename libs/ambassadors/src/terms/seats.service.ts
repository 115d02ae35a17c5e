import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { Clock, DAY, newId } from '@fanfare/kernel';
import { ApplicationDecided, TermEnded, TermOffered } from '../ambassadors.events.js';
import { CALL_COLUMNS, type CallRow } from '../calls/call.row.js';

const CALL_OF_TERM = 'SELECT a.call_id AS id FROM terms t JOIN applications a ON a.id = t.application_id WHERE t.id = $1';
const CALL_OF_APPLICATION = 'SELECT call_id AS id FROM applications WHERE id = $1';
const LOCK_CALL = 'SELECT id FROM calls WHERE id = $1 FOR NO KEY UPDATE';
const CALL = `SELECT ${CALL_COLUMNS} FROM calls c WHERE c.id = $1`;

const LEAVE = `UPDATE applications SET seat_left_at = $2 WHERE id = $1 AND state = 'SELECTED' AND seat_left_at IS NULL`;

/** Who waits longest and could serve: not whoever found another seat meanwhile, nor whose words wait for a moderator. */
const NEXT = `
  SELECT a.id, a.member_id AS "memberId", coalesce(p.locale, 'en') AS locale FROM applications a JOIN members m ON m.id = a.member_id
  LEFT JOIN accounts p ON p.id = m.account_id
  WHERE a.call_id = $1 AND a.state = 'WAITING' AND a.withheld IS NULL AND m.former_since IS NULL
    AND NOT EXISTS (SELECT FROM terms t WHERE t.member_id = a.member_id AND t.state IN ('ACTIVE', 'OFFERED'))
  ORDER BY a.waiting_place LIMIT 1 FOR NO KEY UPDATE OF a`;

const SELECT = `UPDATE applications SET state = 'SELECTED', waiting_place = NULL, decided_at = $2, changed_at = $2 WHERE id = $1`;

const DECIDE = `
  INSERT INTO application_decisions (id, application_id, community_id, state, reason, decided_by, decided_at) VALUES ($1, $2, $3, 'SELECTED', $4, NULL, $5)`;

const OFFER = `
  INSERT INTO terms (id, community_id, member_id, application_id, state, receives, months, offered_at, accept_until)
  SELECT o.id, $4, o.member_id, o.application_id, 'OFFERED', $5, $6, $7, $8 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS o (id, member_id, application_id)
  ON CONFLICT (member_id) WHERE state = 'OFFERED' DO NOTHING RETURNING id, member_id AS "memberId"`;

// An offer that somebody is accepting at this moment is waited for: nobody takes back what has become a term.
const OF_APPLICATIONS = `
  SELECT accepted_at AS "acceptedAt" FROM terms WHERE application_id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

const LAPSE = `
  UPDATE terms SET state = 'LAPSED', ended_at = $2 WHERE application_id = ANY ($1::uuid[]) AND state = 'OFFERED'
  RETURNING id, community_id AS "communityId", member_id AS "memberId"`;

/** Told to who moves up, in their language. */
const MOVED_UP: Readonly<Record<string, string>> = {
  en: 'A seat became free, and you were the next on the waiting list.',
  fr: 'Une place s’est libérée et vous étiez en tête de la liste d’attente.',
};

interface Waiting {
  readonly id: string;
  readonly memberId: string;
  readonly locale: string;
}

type Offering = Pick<CallRow, 'communityId' | 'receives' | 'termMonths' | 'acceptDays'>;
type Selected = Pick<Waiting, 'id' | 'memberId'>;

/** Seats: who has one, and who comes next. The caller holds the call; its CHECK holds the number. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Holds the call that a term came from: before the term itself, as everybody does. @returns its id, or null */
  async lockCallOf(tx: Tx, termId: string): Promise<string | null> {
    const [call] = await rowsOf<{ id: string }>(tx, CALL_OF_TERM, [termId]);
    if (call) await tx.query(LOCK_CALL, [call.id]);
    return call?.id ?? null;
  }

  /** A seat that somebody had is free: it goes on to who waits, in order. */
  async leave(tx: Tx, callId: string | null, applicationId: string | null): Promise<void> {
    if (callId === null || applicationId === null) return;
    await tx.query(LEAVE, [applicationId, this.clock.now()]);
    await this.fill(tx, callId);
  }

  /** Gives the free seats to those who wait. Nobody moves up in a call that everybody was declined in, since nobody waits. */
  async fill(tx: Tx, callId: string): Promise<void> {
    for (;;) {
      const [call] = await rowsOf<CallRow>(tx, CALL, [callId]);
      if (!call || call.seatsTaken >= call.seats) return;
      const [next] = await rowsOf<Waiting>(tx, NEXT, [callId]);
      if (!next) return;
      await this.moveUp(tx, call, next);
    }
  }

  /** Whether a term came of one of these, in force or over; offers stay as they are until the transaction ends. The caller holds the call. */
  async haveServed(tx: Tx, applicationIds: readonly string[]): Promise<boolean> {
    return (await rowsOf<{ acceptedAt: Date | null }>(tx, OF_APPLICATIONS, [applicationIds])).some(({ acceptedAt }) => acceptedAt !== null);
  }

  /** Whoever was passed over for words that waited may have a seat that is still free. */
  async fillAfter(tx: Tx, applicationId: string): Promise<void> {
    const [call] = await rowsOf<{ id: string }>(tx, CALL_OF_APPLICATION, [applicationId]);
    if (!call) return;
    await tx.query(LOCK_CALL, [call.id]);
    await this.fill(tx, call.id);
  }

  /** Offers a term to each who was selected. @returns false where another call offered one to any of them a moment ago */
  async offer(tx: Tx, call: Offering, selected: readonly Selected[], actorId: string | null): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + call.acceptDays * DAY);
    const columns = [selected.map(() => newId()), selected.map(({ memberId }) => memberId), selected.map(({ id }) => id)];
    const made = await rowsOf<{ id: string; memberId: string }>(tx, OFFER, [...columns, call.communityId, call.receives, call.termMonths, now, until]);
    const { communityId } = call;
    await this.events.appendAll(tx, TermOffered, made.map(({ id, memberId }) => ({ communityId, actorId, subjectId: id, payload: { memberId } })));
    return made.length === selected.length;
  }

  /** The offers to them are over: given up, taken back, or not accepted in time. */
  async lapse(tx: Tx, applicationIds: readonly string[], actorId: string | null): Promise<void> {
    const over = await rowsOf<{ id: string; communityId: string; memberId: string }>(tx, LAPSE, [applicationIds, this.clock.now()]);
    const ended = over.map(({ id, communityId, memberId }) => ({ communityId, actorId, subjectId: id, payload: { memberId, how: 'LAPSED' as const } }));
    await this.events.appendAll(tx, TermEnded, ended);
  }

  /** Who was offered a term elsewhere at this moment is not moved up: the next look passes over them. */
  private async moveUp(tx: Tx, call: CallRow, { id, memberId, locale }: Waiting): Promise<void> {
    if (!(await this.offer(tx, call, [{ id, memberId }], null))) return;
    const now = this.clock.now();
    const decision = newId();
    await tx.query(SELECT, [id, now]);
    await tx.query(DECIDE, [decision, id, call.communityId, MOVED_UP[locale.slice(0, 2)] ?? MOVED_UP['en'], now]);
    const payload = { callId: call.id, decisionId: decision, state: 'SELECTED' as const, reverses: null };
    await this.events.append(tx, ApplicationDecided, { communityId: call.communityId, actorId: null, subjectId: id, payload });
  }
}
