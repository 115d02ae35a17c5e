import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { keyedBy } from '@fanfare/graphql';
import { type Actor, cleanText, Clock, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { TermReinstated, TermRevoked } from '../ambassadors.events.js';
import { addMonths } from './months.js';
import { SeatsService } from './seats.service.js';
import type { TermRow } from './term.row.js';
import { by, enforceOfBrand, onlyTerm, TermsService } from './terms.service.js';

/** Why a term was taken away. */
export interface RevocationRow {
  readonly id: string;
  readonly termId: string;
  readonly communityId: string;
  /** The part of the agreement that was broken. */
  readonly clause: string;
  readonly facts: string;
  /** The words or the act it is about. */
  readonly passage: string;
  readonly revokedBy: string;
  readonly at: Date;
  readonly appealUntil: Date;
  readonly overturnedAt: Date | null;
  readonly overturnedBecause: string | null;
}

export interface Statement {
  readonly clause: string;
  readonly facts: string;
  readonly passage: string;
}

const COLUMNS = `
  r.id, r.term_id AS "termId", r.community_id AS "communityId", r.clause, r.facts, r.passage, r.revoked_by AS "revokedBy", r.revoked_at AS at,
  r.appeal_until AS "appealUntil", r.overturned_at AS "overturnedAt", r.overturned_because AS "overturnedBecause"`;

const WRITE = `
  INSERT INTO term_revocations (id, term_id, community_id, clause, facts, passage, revoked_by, revoked_at, appeal_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const OVERTURN = 'UPDATE term_revocations SET overturned_at = $2, overturned_by = $3, overturned_because = $4 WHERE id = $1';

const APPEAL_MONTHS = 6;

/** A term taken away, with a statement of reasons; and given back, when a moderator says so. */
@Injectable()
export class RevocationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly terms: TermsService,
    private readonly seats: SeatsService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends somebody's term for breaking the agreement. They read the clause, the facts and the passage, and have six months to appeal
   * to a moderator. Their seat goes to who waits.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `TERM_ENDED`, `NOT_IMPARTIAL` (their own), `EMPTY_TEXT`, `TOO_LONG`
   */
  async revoke(actor: Actor, termId: string, statement: Statement): Promise<void> {
    const clause = cleanText('clause', statement.clause, { max: 1_000 });
    const facts = cleanText('facts', statement.facts, { min: 10, max: 5_000 });
    const passage = cleanText('passage', statement.passage, { max: 5_000 });
    const id = newId();
    await this.activity.take(actor, 'runCall');
    await this.transactor.run(async (tx) => {
      const callId = await this.seats.lockCallOf(tx, termId);
      const term = await this.terms.lock(tx, termId);
      enforceOfBrand(actor, term);
      const revoker = await this.members.requireMember(tx, actor, term.communityId);
      if (revoker.id === term.memberId) throw new Problem('NOT_IMPARTIAL');
      if (term.state !== 'ACTIVE') throw new Problem('TERM_ENDED');
      const now = this.clock.now();
      await this.terms.end(tx, term, 'REVOKED', actor.accountId, now);
      await tx.query(WRITE, [id, term.id, term.communityId, clause, facts, passage, revoker.id, now, addMonths(now, APPEAL_MONTHS)]);
      await this.events.append(tx, TermRevoked, { ...by(actor, term), payload: { memberId: term.memberId, revocationId: id } });
      await this.seats.leave(tx, callId, term.applicationId);
    });
  }

  /**
   * Takes a revocation back, by whoever decides the appeal: the term goes on until the date it had, outside the call's seats, for
   * nobody loses a seat by it. A term whose date has passed is an ended one, not a revoked one. Call it in the decision's transaction.
   *
   * @throws Problem `NOT_FOUND`, `NOT_IN_FORCE`, `ALREADY_AMBASSADOR` (they have another term by now)
   */
  async reinstate(tx: Tx, actor: Actor, termId: string, reasons: string): Promise<void> {
    const term = await this.terms.lock(tx, termId);
    const [revocation] = await rowsOf<RevocationRow>(tx, `SELECT ${COLUMNS} FROM term_revocations r WHERE r.term_id = $1 AND r.overturned_at IS NULL`, [term.id]);
    if (term.state !== 'REVOKED' || !revocation) throw new Problem('NOT_IN_FORCE');
    const now = this.clock.now();
    await tx.query(OVERTURN, [revocation.id, now, actor.accountId, reasons]);
    await onlyTerm(() => goOn(tx, term, now));
    await this.events.append(tx, TermReinstated, { ...by(actor, term), payload: { memberId: term.memberId, revocationId: revocation.id } });
  }

  /** The revocation that a term ended by, or the last that was taken back; by term. */
  async ofTerms(termIds: readonly string[]): Promise<Map<string, RevocationRow>> {
    const sql = `SELECT DISTINCT ON (r.term_id) ${COLUMNS} FROM term_revocations r WHERE r.term_id = ANY ($1::uuid[]) ORDER BY r.term_id, r.revoked_at DESC`;
    return keyedBy(await this.database.query<RevocationRow>(sql, [termIds]), ({ termId }) => termId);
  }
}

function goOn(tx: Tx, { id, endsAt }: TermRow, now: Date): Promise<unknown> {
  if (endsAt! > now) return tx.query(`UPDATE terms SET state = 'ACTIVE', ended_at = NULL WHERE id = $1`, [id]);
  return tx.query(`UPDATE terms SET state = 'ENDED', ended_at = ends_at WHERE id = $1`, [id]);
}
