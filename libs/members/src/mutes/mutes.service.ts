import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { Transactor } from '@fanfare/database';
import { type Actor, Clock, isId, Problem } from '@fanfare/kernel';
import type { MemberRow } from '../member.row.js';
import { MembersQueries } from '../members.queries.js';
import { MembersService } from '../members.service.js';

const MUTE = 'INSERT INTO member_mutes (member_id, muted_id, community_id, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
const UNMUTE = 'DELETE FROM member_mutes WHERE member_id = $1 AND muted_id = $2';

/**
 * What a member does not want to read. It is between them and the page: no event tells of it, the other one is not told, nothing
 * counts it. A moderator's mute is another thing (`RestrictionsService`).
 */
@Injectable()
export class MutesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly queries: MembersQueries,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Mutes somebody, or hears them again; either twice is once.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `INVALID_INPUT` (oneself), `TOO_MANY_ATTEMPTS`
   */
  async mute(actor: Actor, memberId: string, muted: boolean): Promise<MemberRow> {
    const other = isId(memberId) ? (await this.queries.byIds([memberId])).get(memberId.toLowerCase()) : undefined;
    if (!other) throw new Problem('NOT_FOUND', { what: 'member' });
    await this.activity.take(actor, 'follow');
    await this.transactor.run(async (tx) => {
      const member = await this.members.requireMember(tx, actor, other.communityId, 'ANYWAY');
      if (member.id === other.id) throw new Problem('INVALID_INPUT', { field: 'member' });
      if (muted) await tx.query(MUTE, [member.id, other.id, other.communityId, this.clock.now()]);
      else await tx.query(UNMUTE, [member.id, other.id]);
    });
    return other;
  }
}
