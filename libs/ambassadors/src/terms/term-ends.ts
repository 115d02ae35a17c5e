import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { MORE, Schedules } from '@fanfare/events';
import { Clock, SECOND } from '@fanfare/kernel';
import { SeatsService } from './seats.service.js';
import { TERM_COLUMNS, type TermRow } from './term.row.js';
import { TermsService } from './terms.service.js';

const END_TERMS = 'ambassadors.terms';
const AT_ONCE = 50;

const OVER = `
  SELECT ${TERM_COLUMNS} FROM terms t WHERE t.state = 'ACTIVE' AND t.ends_at <= $1 ORDER BY t.id LIMIT ${AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED`;

const UNACCEPTED = `
  SELECT t.application_id AS "applicationId", a.call_id AS "callId" FROM terms t JOIN applications a ON a.id = t.application_id
  WHERE t.state = 'OFFERED' AND t.accept_until <= $1 ORDER BY a.call_id, t.id LIMIT ${AT_ONCE}`;

const STILL = `SELECT FROM terms WHERE application_id = $1 AND state = 'OFFERED' AND accept_until <= $2`;

/** Ends terms when their time is up: dated by it, however late the worker; and hands on the seats of offers nobody accepted. */
@Injectable()
export class TermEnds {
  constructor(
    schedules: Schedules,
    private readonly terms: TermsService,
    private readonly seats: SeatsService,
    private readonly clock: Clock,
  ) {
    schedules.every(5 * SECOND, END_TERMS, (tx) => this.run(tx));
  }

  async run(tx: Tx): Promise<void | typeof MORE> {
    const now = this.clock.now();
    const lapsed = await rowsOf<{ applicationId: string; callId: string }>(tx, UNACCEPTED, [now]);
    for (const { applicationId, callId } of lapsed) await this.lapse(tx, callId, applicationId, now);
    const over = await rowsOf<TermRow>(tx, OVER, [now]);
    for (const term of over) await this.terms.end(tx, term, 'ENDED', null, term.endsAt!);
    return over.length === AT_ONCE || lapsed.length === AT_ONCE ? MORE : undefined;
  }

  /** Somebody may accept at this very moment: whoever holds the offer's row first. */
  private async lapse(tx: Tx, callId: string, applicationId: string, now: Date): Promise<void> {
    await tx.query('SELECT id FROM calls WHERE id = $1 FOR NO KEY UPDATE', [callId]);
    if ((await rowsOf(tx, `${STILL} FOR NO KEY UPDATE`, [applicationId, now])).length === 0) return;
    await this.seats.lapse(tx, [applicationId], null);
    await this.seats.leave(tx, callId, applicationId);
  }
}
