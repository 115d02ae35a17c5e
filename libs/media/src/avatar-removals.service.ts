import { Injectable } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, Schedules } from '@fanfare/events';
import { type Actor, cleanText, Clock, DAY, enforce, isId, newId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersQueries, MembersService } from '@fanfare/members';
import { canRemoveAvatar } from './avatar-removals.policy.js';
import { PicturesOnShow } from './pictures-on-show.js';
import { PictureUses } from './picture-uses.service.js';
import { AvatarRemoved } from './picture.events.js';

/** An objection may be made within six months; the picture is there a little longer. */
const KEPT_DAYS = 200;
const REASON = { max: 1000 } as const;

const REMEMBER = `
  INSERT INTO avatar_removals (id, community_id, member_id, picture_id, source_digest, reason, removed_at, removed_by)
  SELECT $1, $2, $3, p.id, p.source_digest, $5, $6, $7 FROM pictures p WHERE p.id = $4`;

// Another community that shows the same picture judges for itself.
const HIDE = `
  UPDATE pictures p SET hidden = true WHERE p.id = $1 AND NOT EXISTS (
    SELECT FROM picture_uses u WHERE u.picture_id = p.id AND NOT EXISTS (SELECT FROM avatar_removals r WHERE r.id = u.subject_id))`;

const OVER = `
  SELECT id, picture_id AS "pictureId" FROM avatar_removals WHERE picture_id IS NOT NULL AND removed_at < $1
  ORDER BY removed_at LIMIT 1000 FOR UPDATE`;

const LET_GO = 'UPDATE avatar_removals SET picture_id = NULL, source_digest = NULL WHERE id = $1';

/** A moderator takes a member's picture down: it is hidden and kept, its member hears the reason. */
@Injectable()
export class AvatarRemovalsService {
  constructor(
    schedules: Schedules,
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly queries: MembersQueries,
    private readonly uses: PictureUses,
    private readonly onShow: PicturesOnShow,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    schedules.every(DAY, 'media.forgetRemovedAvatars', (tx) => this.forget(tx));
  }

  /** @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND` (no such member, or one without a picture), `NOT_ALLOWED`, `EMPTY_TEXT`, `TOO_LONG` */
  async remove(actor: Actor, memberId: string, reason: string): Promise<MemberRow> {
    const said = cleanText('reason', reason, REASON);
    const member = isId(memberId) ? (await this.queries.byIds([memberId])).get(memberId.toLowerCase()) : undefined;
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    if (!member) throw new Problem('NOT_FOUND', { what: 'member' });
    enforce(canRemoveAvatar(actor, member));
    const removalId = newId();
    const hidden = await this.transactor.run((tx) => this.removeIn(tx, actor, member, removalId, said));
    this.onShow.forget(hidden);
    return (await this.queries.byIds([member.id])).get(member.id)!;
  }

  private async removeIn(tx: Tx, actor: Actor, member: MemberRow, removalId: string, reason: string): Promise<string> {
    const { communityId } = member;
    const moderator = await this.members.requireMember(tx, actor, communityId);
    const pictureId = await this.members.setAvatar(tx, member, null, actor.accountId);
    if (pictureId === null) throw new Problem('NOT_FOUND', { what: 'picture' });
    await tx.query(REMEMBER, [removalId, communityId, member.id, pictureId, reason, this.clock.now(), moderator.id]);
    await this.uses.keep(tx, pictureId, removalId);
    await this.uses.release(tx, member.id, pictureId);
    await tx.query(HIDE, [pictureId]);
    await this.events.append(tx, AvatarRemoved, { communityId, actorId: actor.accountId, subjectId: member.id, payload: { removalId } });
    return pictureId;
  }

  private async forget(tx: Tx): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY);
    for (const { id, pictureId } of await rowsOf<{ id: string; pictureId: string }>(tx, OVER, [before])) {
      await tx.query(LET_GO, [id]);
      await this.uses.release(tx, id, pictureId);
    }
  }
}
