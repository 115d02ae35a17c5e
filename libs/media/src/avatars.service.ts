import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { type Actor, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersQueries, MembersService } from '@fanfare/members';
import { PictureUses } from './picture-uses.service.js';

/** The same upload, whoever brings it again. */
const TAKEN_DOWN = `
  SELECT FROM avatar_removals r JOIN pictures p ON p.source_digest = r.source_digest WHERE r.community_id = $1 AND p.id = $2 LIMIT 1`;

/** The picture of a member, one for each community. */
@Injectable()
export class AvatarsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly queries: MembersQueries,
    private readonly activity: ActivityService,
    private readonly uses: PictureUses,
  ) {}

  /**
   * Gives the actor's own member a picture they uploaded as AVATAR, or takes it away.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `PICTURE_TAKEN_DOWN`, `TOO_MANY_ATTEMPTS`
   */
  async set(actor: Actor, slug: string, pictureId: string | null): Promise<MemberRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const community = await this.communities.requireBySlug(slug);
    await this.activity.take(actor, 'setAvatar');
    const id = await this.transactor.run(async (tx) => {
      const member = await this.members.requireMember(tx, actor, community.id, pictureId ? 'POSTING' : 'ANYWAY');
      if (pictureId && (await rowsOf(tx, TAKEN_DOWN, [community.id, pictureId])).length > 0) throw new Problem('PICTURE_TAKEN_DOWN');
      await this.change(tx, member, pictureId);
      return member.id;
    });
    return (await this.queries.byIds([id])).get(id)!;
  }

  /** Takes a member's picture away in the caller's transaction: what leaving asks for. A moderator's way: `AvatarRemovalsService`. */
  remove(tx: Tx, member: MemberRow): Promise<void> {
    return this.change(tx, member, null);
  }

  private async change(tx: Tx, member: MemberRow, pictureId: string | null): Promise<void> {
    const next = pictureId && (await this.uses.take(tx, { pictureId, kind: 'AVATAR', accountId: member.accountId!, subjectId: member.id }));
    const before = await this.members.setAvatar(tx, member, next ? next.id : null);
    if (before && before !== (next ? next.id : null)) await this.uses.release(tx, member.id, before);
  }
}
