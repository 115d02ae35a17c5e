import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Actor, Clock, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import { ACTIVE_TERM_COLUMNS, type ActiveTerm } from './term.row.js';

const ACTIVE = `SELECT ${ACTIVE_TERM_COLUMNS} FROM terms t WHERE t.member_id = $1 AND t.state = 'ACTIVE' AND t.starts_at <= $2 AND t.ends_at > $2`;

/** Who is an ambassador now, for whatever only ambassadors do. */
@Injectable()
export class TermsService {
  constructor(
    private readonly members: MembersService,
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
}
