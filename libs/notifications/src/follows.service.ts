import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, isId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { FollowEnded, FollowStarted } from './follow.events.js';
import { FollowsQueries, type Subject } from './follows.queries.js';

const FOLLOW = `
  INSERT INTO follows (follower_id, kind, subject_id, community_id, followed_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING RETURNING subject_id`;

/** By the account: what one may no longer know of can still be left. */
const UNFOLLOW = `
  DELETE FROM follows f USING members m WHERE m.id = f.follower_id AND m.account_id = $1 AND f.subject_id = $2
  RETURNING f.subject_id AS id, f.kind, f.community_id AS "communityId", f.follower_id AS follower`;

/** Following and no longer following. Doing either twice changes nothing. */
@Injectable()
export class FollowsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly queries: FollowsQueries,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `FOLLOWING_ONESELF`, `TOO_MANY_ATTEMPTS` */
  async follow(actor: Actor, subjectId: string): Promise<Subject> {
    await this.activity.take(actor, 'follow');
    return this.transactor.run(async (tx) => {
      const subject = await this.requireSubject(tx, actor, subjectId);
      const { id: follower } = await this.members.requireMember(tx, actor, subject.communityId);
      if (subject.id === follower) throw new Problem('FOLLOWING_ONESELF');
      const made = await rowsOf(tx, FOLLOW, [follower, subject.kind, subject.id, subject.communityId, this.clock.now()]);
      if (made.length > 0) await this.tell(tx, actor, FollowStarted, subject, follower);
      return subject;
    });
  }

  /** @throws Problem `NOT_FOUND` for what can neither be followed nor was */
  async unfollow(actor: Actor, subjectId: string): Promise<Subject> {
    return this.transactor.run(async (tx) => {
      const [gone] = isId(subjectId) ? await rowsOf<Subject & { follower: string }>(tx, UNFOLLOW, [actor.accountId, subjectId]) : [];
      if (!gone) return this.requireSubject(tx, actor, subjectId);
      await this.tell(tx, actor, FollowEnded, gone, gone.follower);
      return gone;
    });
  }

  private async requireSubject(tx: Tx, actor: Actor, id: string): Promise<Subject> {
    const subject = isId(id) ? await this.queries.subject(tx, actor, id) : null;
    if (!subject) throw new Problem('NOT_FOUND', { what: 'subject' });
    return subject;
  }

  private async tell(tx: Tx, actor: Actor, type: typeof FollowStarted, { id, kind, communityId }: Subject, follower: string): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor.accountId, subjectId: id, payload: { follower, kind } });
  }
}
