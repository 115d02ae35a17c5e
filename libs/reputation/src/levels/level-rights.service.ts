import { Injectable } from '@nestjs/common';
import { canUpdateCommunity, CommunitiesQueries, type CommunityRow, type LevelRights, LevelRightsTable } from '@fanfare/communities';
import { Transactor } from '@fanfare/database';
import { EventLog, Handlers } from '@fanfare/events';
import { type Actor, enforce } from '@fanfare/kernel';
import { LevelRightsChanged } from '../api/reputation.events.js';
import { LevelsService } from './levels.service.js';
import { risingRights } from './rights-order.js';

/** The table of levels, set by owners. Members' levels follow from the event: there may be very many of them. */
@Injectable()
export class LevelRightsService {
  constructor(
    handlers: Handlers,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly table: LevelRightsTable,
    private readonly levels: LevelsService,
    private readonly events: EventLog,
  ) {
    handlers.on(LevelRightsChanged, 'reputation.followRights', (tx, event) => this.levels.followCommunity(tx, event.communityId!));
  }

  /** @throws Problem `NOT_FOUND`, `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `INVALID_INPUT` with the `field` and its `level` */
  async update(actor: Actor, slug: string, given: readonly LevelRights[]): Promise<CommunityRow> {
    const community = await this.communities.requireBySlug(slug);
    enforce(canUpdateCommunity(actor, community.id));
    const rights = risingRights(given.map((right) => ({ ...right, votesPerDay: right.votesPerDay ?? null })));
    await this.transactor.run(async (tx) => {
      await tx.query('SELECT FROM communities WHERE id = $1 FOR NO KEY UPDATE', [community.id]);
      const now = (await this.table.of([community.id], tx)).get(community.id)!;
      const changed = rights.filter((right, at) => !same(right, now[at]!)).map(({ level }) => level);
      if (changed.length === 0) return;
      await this.table.write(tx, community.id, rights);
      await this.events.append(tx, LevelRightsChanged, { communityId: community.id, actorId: actor.accountId, subjectId: community.id, payload: { levels: changed } });
    });
    return community;
  }
}

const KEYS = ['score', 'identityLevel', 'links', 'images', 'votesPerDay', 'reportWeight', 'applyToCalls', 'markHelpful'] as const;

function same(one: LevelRights, other: LevelRights): boolean {
  return KEYS.every((key) => one[key] === other[key]);
}
