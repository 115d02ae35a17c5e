import { Injectable } from '@nestjs/common';
import { LevelRightsTable } from '@fanfare/communities';
import { rowsOf, type Tx } from '@fanfare/database';
import type { MemberRow } from '@fanfare/members';
import type { ReporterStanding } from './report-weight.js';

const RECORD = `
  SELECT count(*) FILTER (WHERE r.verdict = 'UPHELD')::int AS upheld, count(*) FILTER (WHERE r.verdict = 'UNFOUNDED')::int AS unfounded,
    count(*) FILTER (WHERE r.verdict = 'ABUSIVE')::int AS abusive,
    EXISTS (SELECT FROM role_grants g WHERE g.community_id = $2 AND g.account_id = $3 AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')) AS brand
  FROM reports r WHERE r.reporter_id = $1`;

/** What a member's reports have been worth so far. */
@Injectable()
export class ReportersQueries {
  constructor(private readonly levels: LevelRightsTable) {}

  async standingOf(tx: Tx, member: Pick<MemberRow, 'id' | 'communityId' | 'accountId' | 'level' | 'identityLevel'>): Promise<ReporterStanding> {
    const [record] = await rowsOf<Omit<ReporterStanding, 'level' | 'levelWeight' | 'identity'>>(tx, RECORD, [member.id, member.communityId, member.accountId]);
    const rights = (await this.levels.of([member.communityId], tx)).get(member.communityId)!;
    const levelWeight = rights.find(({ level }) => level === member.level)!.reportWeight;
    return { ...record!, level: member.level, levelWeight, identity: member.identityLevel };
  }
}
