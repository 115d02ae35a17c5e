import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, DAY, enforce, isId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersQueries } from '@fanfare/members';
import { RealNameAttested, RealNameWithdrawn } from '../evidence.events.js';
import { canAttest } from '../evidence.policy.js';
import type { EvidenceRow } from '../evidence.row.js';
import { EvidenceService } from '../evidence.service.js';

const LONGEST_NOTE = 1_000;
/** People change: whoever vouches says so again after two years. */
const TERM_MS = 2 * 365 * DAY;

const MEMBER = 'SELECT m.id FROM members m WHERE m.account_id = $1 AND m.community_id = $2';

const STANDING = `SELECT id FROM evidence WHERE account_id = $1 AND community_id = $2 AND kind = 'REAL_NAME' AND attested_by = $3 AND ended_at IS NULL`;

/** Staff vouch that a member goes by their real name with the platform. The name itself is kept nowhere. */
@Injectable()
export class RealNamesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly activity: ActivityService,
    private readonly members: MembersQueries,
    private readonly communities: CommunitiesQueries,
    private readonly evidence: EvidenceService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Vouches for a member's name. Each member of the staff vouches once; doing it again renews the term and nothing else.
   *
   * @param note how they know; for staff and the member, never public
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED` (no staff, or oneself), `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async attest(actor: Actor, memberId: string, note: string): Promise<{ evidence: EvidenceRow; member: MemberRow }> {
    const said = cleanText('note', note, { max: LONGEST_NOTE });
    const member = isId(memberId) ? (await this.members.byIds([memberId])).get(memberId.toLowerCase()) : undefined;
    if (!member?.accountId) throw new Problem('NOT_FOUND', { what: 'member' });
    enforce(canAttest(actor, member));
    await this.activity.take(actor, 'attestRealName');
    const { name } = (await this.communities.byIds([member.communityId])).get(member.communityId)!;
    const evidence = await this.transactor.run((tx) => this.attestIn(tx, actor.accountId!, member, { said, name }));
    return { evidence, member: (await this.members.byIds([member.id])).get(member.id)! };
  }

  /** Tells that staff took the brand's word back, in the transaction that did. */
  async tellWithdrawn(tx: Tx, actor: Actor, { id, accountId, communityId }: EvidenceRow): Promise<void> {
    const [member] = await rowsOf<{ id: string }>(tx, MEMBER, [accountId, communityId]);
    await this.events.append(tx, RealNameWithdrawn, { communityId, actorId: actor.accountId, subjectId: member?.id ?? null, payload: { evidenceId: id } });
  }

  private async attestIn(tx: Tx, by: string, member: MemberRow, { said, name }: { said: string; name: string }): Promise<EvidenceRow> {
    const { communityId } = member;
    const accountId = member.accountId!;
    await tx.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [accountId]); // two clicks are one attestation
    const before = await rowsOf(tx, STANDING, [accountId, communityId, by]);
    const expiresAt = new Date(this.clock.now().getTime() + TERM_MS);
    const proof = { accountId, kind: 'REAL_NAME', communityId, subject: `${accountId} ${by}`, label: name, attestedBy: by, note: said, expiresAt } as const;
    const evidence = await this.evidence.establish(tx, proof);
    if (before.length > 0) return evidence;
    await this.events.append(tx, RealNameAttested, { communityId, actorId: by, subjectId: member.id, payload: { evidenceId: evidence.id } });
    return evidence;
  }
}
