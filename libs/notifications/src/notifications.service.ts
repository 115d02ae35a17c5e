import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import { Transactor } from '@fanfare/database';
import { type Actor, Clock, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { NotificationsQueries } from './notifications.queries.js';

export interface Reading {
  /** The slug. */
  readonly community: string;
  readonly ids?: readonly string[] | null;
  readonly upTo?: Date | null;
}

const READ_THESE = 'UPDATE notifications SET read_at = $2 WHERE recipient_id = $1 AND id = ANY ($3::uuid[]) AND read_at IS NULL';

const READ_UNTIL = 'UPDATE notifications SET read_at = $2 WHERE recipient_id = $1 AND happened_at <= $3 AND read_at IS NULL';

@Injectable()
export class NotificationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly queries: NotificationsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks the actor's own notifications as read; others' ids change nothing.
   *
   * @returns how many are still unread, counted up to 100
   * @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `INVALID_INPUT` without ids and without a time
   */
  async markRead(actor: Actor, { community: slug, ids, upTo }: Reading): Promise<number> {
    if (!ids && !upTo) throw new Problem('INVALID_INPUT', { field: 'ids' });
    const community = await this.communities.requireBySlug(slug);
    return this.transactor.run(async (tx) => {
      const member = await this.members.requireMember(tx, actor, community.id, 'ANYWAY');
      const now = this.clock.now();
      if (ids) await tx.query(READ_THESE, [member.id, now, ids]);
      if (upTo) await tx.query(READ_UNTIL, [member.id, now, upTo]);
      return this.queries.unread(member.id, tx);
    });
  }
}
