import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { isUniqueViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, enforce, enforceHidden, hasRole, isId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import type { TermState } from '../ambassadors.enums.js';
import { TermAccepted, TermEnded, TermRenewalProposed, TermRenewed } from '../ambassadors.events.js';
import { canRunCalls } from '../calls/call.policy.js';
import { SeatsService } from './seats.service.js';
import { addMonths } from './months.js';
import { ACTIVE_TERM_COLUMNS, type ActiveTerm, isPublicTerm, TERM_COLUMNS, type TermRow } from './term.row.js';

const ACTIVE = `SELECT ${ACTIVE_TERM_COLUMNS} FROM terms t WHERE t.member_id = $1 AND t.state = 'ACTIVE' AND t.starts_at <= $2 AND t.ends_at > $2`;

const ACCEPT = `
  UPDATE terms SET state = 'ACTIVE', agreement_id = $2, agreement_hash = $3, accepted_at = $4, starts_at = $4, ends_at = $5 WHERE id = $1`;

const CURRENT_AGREEMENT = `
  SELECT g.id FROM agreements g WHERE g.community_id = $1 AND g.hash = $2
    AND g.version = (SELECT max(n.version) FROM agreements n WHERE n.community_id = $1)`;

const PROPOSE = `
  UPDATE terms SET renewal_months = $2, renewal_by_brand_at = $3, renewal_by_member_at = $4 WHERE id = $1`;

const RENEW = `
  UPDATE terms SET ends_at = $2, renewal_months = NULL, renewal_by_brand_at = NULL, renewal_by_member_at = NULL, agreement_id = $3, agreement_hash = $4
  WHERE id = $1`;

/** How long before its end a term can be renewed. */
const RENEWABLE_MS = 60 * 86_400_000;

/** From when on either side may propose to go on. */
export function renewableFrom(endsAt: Date): Date {
  return new Date(endsAt.getTime() - RENEWABLE_MS);
}

/** An ambassador's service: accepted, renewed by both sides, resigned. How it is taken away: see `RevocationsService`. */
@Injectable()
export class TermsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly seats: SeatsService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The member's term in force, or null. @param at now when left out */
  async activeTerm(tx: Tx, memberId: string, at: Date = this.clock.now()): Promise<ActiveTerm | null> {
    return (await rowsOf<ActiveTerm>(tx, ACTIVE, [memberId, at]))[0] ?? null;
  }

  /**
   * The actor's own term in force. Until the transaction ends it stays in force: a resignation or revocation waits for what they
   * write, and whoever comes after it is refused here.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_A_MEMBER`, `RESTRICTED`, `TERM_ENDED` (also of who never had one)
   */
  async requireActiveTerm(tx: Tx, actor: Actor, communityId: string): Promise<{ readonly term: ActiveTerm; readonly member: MemberRow }> {
    const member = await this.members.requireMember(tx, actor, communityId);
    const [term] = await rowsOf<ActiveTerm>(tx, `${ACTIVE} FOR SHARE OF t`, [member.id, this.clock.now()]);
    if (!term) throw new Problem('TERM_ENDED');
    return { term, member };
  }

  /**
   * Accepts an offered term with the agreement in force, named by the hash of the words that were read. The term starts now.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `TERM_NOT_OFFERED`, `AGREEMENT_CHANGED`, `ALREADY_AMBASSADOR`, `RESTRICTED`
   */
  async accept(actor: Actor, id: string, agreementHash: string): Promise<void> {
    await this.activity.take(actor, 'applyToCall');
    await this.transactor.run(async (tx) => {
      const term = await this.own(tx, actor, id);
      const now = this.clock.now();
      if (term.state !== 'OFFERED' || term.acceptUntil <= now) throw new Problem('TERM_NOT_OFFERED');
      const endsAt = addMonths(now, term.months);
      const agreement = await this.agreement(tx, term.communityId, agreementHash);
      await onlyTerm(() => tx.query(ACCEPT, [term.id, agreement, agreementHash, now, endsAt]));
      await this.events.append(tx, TermAccepted, { ...by(actor, term), payload: { memberId: term.memberId, endsAt: endsAt.toISOString() } });
    });
  }

  /** Gives the service up, at once and without a reason. The seat goes to the next who waits. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `TERM_ENDED` */
  async resign(actor: Actor, id: string): Promise<void> {
    await this.activity.take(actor, 'applyToCall');
    await this.transactor.run(async (tx) => {
      const callId = await this.seats.lockCallOf(tx, id);
      const term = await this.own(tx, actor, id, 'ANYWAY');
      if (term.state !== 'ACTIVE') throw new Problem('TERM_ENDED');
      await this.end(tx, term, 'RESIGNED', actor.accountId);
      await this.seats.leave(tx, callId, term.applicationId);
    });
  }

  /**
   * One side wants to go on; once the other says so too, for as many months, the term is longer. The member agrees to the
   * agreement in force by its hash.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `TERM_ENDED`, `AGREEMENT_CHANGED`, `INVALID_INPUT` (more than 60 days before the end)
   */
  async renew(actor: Actor, id: string, { months, agreementHash }: { readonly months?: number | null; readonly agreementHash?: string | null }): Promise<void> {
    await this.activity.take(actor, 'applyToCall');
    await this.transactor.run(async (tx) => {
      const term = await this.lock(tx, id);
      const now = this.clock.now();
      const owner = await this.isOwn(tx, actor, term);
      if (!owner) enforceOfBrand(actor, term);
      if (term.state !== 'ACTIVE' || term.endsAt! <= now) throw new Problem('TERM_ENDED');
      const opensAt = renewableFrom(term.endsAt!);
      if (opensAt > now) throw new Problem('INVALID_INPUT', { field: 'term', opensAt: opensAt.toISOString() });
      await this.propose(tx, actor, term, { owner, now, months: months ?? term.renewalMonths ?? term.months, agreementHash });
    });
  }

  /** Ends a term, however. The caller holds it. */
  async end(tx: Tx, term: Pick<TermRow, 'id' | 'communityId' | 'memberId'>, how: Exclude<TermState, 'OFFERED' | 'ACTIVE'>, actorId: string | null, at: Date = this.clock.now()): Promise<void> {
    await tx.query('UPDATE terms SET state = $2, ended_at = $3, renewal_months = NULL, renewal_by_brand_at = NULL, renewal_by_member_at = NULL WHERE id = $1', [term.id, how, at]);
    await this.events.append(tx, TermEnded, { communityId: term.communityId, actorId, subjectId: term.id, payload: { memberId: term.memberId, how }, at });
  }

  /** The term, held until the transaction ends. @throws Problem `NOT_FOUND` */
  async lock(tx: Tx, id: string): Promise<TermRow> {
    const found = isId(id) ? await rowsOf<TermRow>(tx, `SELECT ${TERM_COLUMNS} FROM terms t WHERE t.id = $1 FOR NO KEY UPDATE OF t`, [id]) : [];
    if (!found[0]) throw new Problem('NOT_FOUND', { what: 'term' });
    return found[0];
  }

  private async own(tx: Tx, actor: Actor, id: string, use?: 'ANYWAY'): Promise<TermRow> {
    const term = await this.lock(tx, id);
    const member = await this.members.requireMember(tx, actor, term.communityId, use);
    if (member.id !== term.memberId) throw isPublicTerm(term) ? new Problem('NOT_ALLOWED') : new Problem('NOT_FOUND', { what: 'term' });
    return term;
  }

  private async isOwn(tx: Tx, actor: Actor, { memberId }: TermRow): Promise<boolean> {
    const sql = 'SELECT FROM members WHERE id = $1 AND account_id = $2';
    return actor.accountId !== null && (await rowsOf(tx, sql, [memberId, actor.accountId])).length > 0;
  }

  private async agreement(tx: Tx, communityId: string, hash: string): Promise<string> {
    const [found] = await rowsOf<{ id: string }>(tx, CURRENT_AGREEMENT, [communityId, hash]);
    if (!found) throw new Problem('AGREEMENT_CHANGED');
    return found.id;
  }

  private async propose(tx: Tx, actor: Actor, term: TermRow, said: { owner: boolean; now: Date; months: number; agreementHash?: string | null }): Promise<void> {
    const { owner, now } = said;
    const months = owner && term.renewalByBrandAt ? term.renewalMonths! : said.months; // the brand's offer is what they take
    const agreement = owner ? await this.agreement(tx, term.communityId, said.agreementHash ?? '') : null;
    const same = term.renewalMonths === months;
    const [byBrand, byMember] = owner ? [same ? term.renewalByBrandAt : null, now] : [now, same ? term.renewalByMemberAt : null];
    await tx.query(PROPOSE, [term.id, months, byBrand, byMember]);
    if (!byBrand || !byMember) {
      const payload = { memberId: term.memberId, by: owner ? ('MEMBER' as const) : ('BRAND' as const) };
      return void (await this.events.append(tx, TermRenewalProposed, { ...by(actor, term), payload }));
    }
    const endsAt = addMonths(term.endsAt!, months);
    const kept = agreement ?? term.agreementId;
    const hash = agreement ? said.agreementHash : term.agreementHash;
    await tx.query(RENEW, [term.id, endsAt, kept, hash]);
    await this.events.append(tx, TermRenewed, { ...by(actor, term), payload: { memberId: term.memberId, endsAt: endsAt.toISOString() } });
  }
}

export function by(actor: Actor, { id, communityId }: Pick<TermRow, 'id' | 'communityId'>) {
  return { communityId, actorId: actor.accountId, subjectId: id };
}

/** For the brand. An offer, or what was taken away, is nothing to whoever may not read of it. @throws Problem `NOT_FOUND`, `NOT_ALLOWED` */
export function enforceOfBrand(actor: Actor, term: TermRow): void {
  const may = canRunCalls(actor, term.communityId);
  if (!isPublicTerm(term) && !hasRole(actor, term.communityId, 'MODERATOR')) enforceHidden(may, { what: 'term' });
  enforce(may);
}

/** One term in force per member: races end at the index. */
export async function onlyTerm<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'terms_one_active')) throw new Problem('ALREADY_AMBASSADOR');
    throw error;
  }
}

