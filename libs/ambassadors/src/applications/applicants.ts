import { Injectable } from '@nestjs/common';
import { LevelRightsTable } from '@fanfare/communities';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Decision, LEVELS } from '@fanfare/kernel';
import type { MemberRow } from '@fanfare/members';
import { type Applicant, isEligible } from '../calls/call.policy.js';
import type { CallRow } from '../calls/call.row.js';

const FACTS = `
  SELECT EXISTS (SELECT FROM role_grants g WHERE g.community_id = m.community_id AND g.account_id = m.account_id AND g.revoked_at IS NULL) AS "isStaff",
    EXISTS (SELECT FROM terms t WHERE t.member_id = m.id AND t.state IN ('OFFERED', 'ACTIVE')) AS "hasTerm",
    (SELECT max(a.decided_at) FROM applications a WHERE a.member_id = m.id AND a.state = 'DECLINED' AND a.call_id <> $2) AS "lastDeclinedAt"
  FROM members m WHERE m.id = $1`;

/** Who may apply, by who they are. */
@Injectable()
export class Applicants {
  constructor(
    private readonly database: Database,
    private readonly rights: LevelRightsTable,
  ) {}

  /** Whether a member is who a call looks for; the first thing that is missing is named. */
  async eligibility(call: CallRow, member: Pick<MemberRow, 'id' | 'communityId' | 'level' | 'identityLevel'>, now: Date, tx: Tx = this.database.reader): Promise<Decision> {
    const [facts] = await rowsOf<Pick<Applicant, 'isStaff' | 'hasTerm' | 'lastDeclinedAt'>>(tx, FACTS, [member.id, call.id]);
    const rights = (await this.rights.of([member.communityId], tx)).get(member.communityId)!;
    const levelForCalls = rights.find(({ applyToCalls }) => applyToCalls)?.level ?? LEVELS.at(-1)!;
    return isEligible(call, { ...facts!, level: member.level, identityLevel: member.identityLevel, levelForCalls }, now);
  }
}
