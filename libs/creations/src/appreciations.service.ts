import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, enforce, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { CreationAppreciated, CreationUnappreciated } from './creation.events.js';
import { canAppreciate } from './creation.policy.js';
import type { CreationRow } from './creation.row.js';
import { CreationsQueries } from './creations.queries.js';

const APPRECIATE = `
  INSERT INTO creation_appreciations (creation_id, member_id, community_id, author_id, appreciated_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING RETURNING creation_id`;

const TAKE_BACK = 'DELETE FROM creation_appreciations WHERE creation_id = $1 AND member_id = $2 RETURNING creation_id';

/** One appreciation per member and work: twice is the same. Either way may answer `TOO_MANY_ATTEMPTS`. */
@Injectable()
export class AppreciationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly queries: CreationsQueries,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `OWN_CREATION`, `CREATION_WITHDRAWN` */
  appreciate(actor: Actor, id: string): Promise<CreationRow> {
    return this.change(actor, id, 'VOTING', async (tx, creation, memberId) => {
      enforce(canAppreciate(actor, { id: memberId }, creation));
      const { communityId, authorId } = creation;
      const made = await rowsOf(tx, APPRECIATE, [creation.id, memberId, communityId, authorId, this.clock.now()]);
      return made.length > 0 ? CreationAppreciated : null;
    });
  }

  /** Takes it back. @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER` */
  unappreciate(actor: Actor, id: string): Promise<CreationRow> {
    return this.change(actor, id, 'ANYWAY', async (tx, creation, memberId) => {
      const gone = await rowsOf(tx, TAKE_BACK, [creation.id, memberId]);
      return gone.length > 0 ? CreationUnappreciated : null;
    });
  }

  /** The work's row is held, so that nobody appreciates what is being withdrawn. */
  private async change(
    actor: Actor,
    id: string,
    use: 'VOTING' | 'ANYWAY',
    write: (tx: Tx, creation: CreationRow, memberId: string) => Promise<typeof CreationAppreciated | null>,
  ): Promise<CreationRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    await this.activity.take(actor, 'appreciateCreation');
    return this.transactor.run(async (tx) => {
      const creation = await this.queries.lock(tx, id);
      const { communityId, id: subjectId } = creation;
      const { id: by } = await this.members.requireMember(tx, actor, communityId, use);
      const happened = await write(tx, creation, by);
      if (happened) await this.events.append(tx, happened, { communityId, actorId: actor.accountId, subjectId, payload: { by } });
      return (await this.queries.byIds([subjectId], tx)).get(subjectId)!;
    });
  }
}
