import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { Transactor } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { IdeasAccess, type IdeaRow } from '@fanfare/ideas';
import { type Actor, Clock, enforce, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { asBrand } from '../merges/merge.policy.js';
import { DuplicateDismissed } from './duplicate.events.js';
import { DuplicatesQueries } from './duplicates.queries.js';

/** What the brand makes of a suggestion, beside merging. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly ideas: IdeasAccess,
    private readonly members: MembersService,
    private readonly queries: DuplicatesQueries,
    private readonly events: EventLog,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Two ideas are not the same: they are not suggested again. Twice is fine.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_A_MEMBER`, `TOO_MANY_ATTEMPTS`
   */
  async dismiss(actor: Actor, ideaId: string, otherId: string): Promise<IdeaRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    await this.activity.take(actor, 'judgeDuplicate');
    return this.transactor.run(async (tx) => {
      const idea = await this.ideas.requireVisible(tx, actor, ideaId);
      const other = await this.ideas.requireVisible(tx, actor, otherId);
      enforce(asBrand(actor, idea.communityId));
      const member = await this.members.requireMember(tx, actor, idea.communityId);
      if (await this.queries.dismiss(tx, idea.id, other.id, this.clock.now(), member.id)) {
        const payload = { otherId: other.id };
        await this.events.append(tx, DuplicateDismissed, { communityId: idea.communityId, actorId: actor.accountId, subjectId: idea.id, payload });
      }
      return idea;
    });
  }
}
