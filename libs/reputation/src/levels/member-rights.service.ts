import { Injectable } from '@nestjs/common';
import { type LevelRights } from '@fanfare/communities';
import { type Actor, Clock, isStaff } from '@fanfare/kernel';
import type { MemberRow } from '@fanfare/members';
import { VotesQueries } from '@fanfare/votes';
import { type Footing, type Missing, missingTo } from './level.js';
import type { MemberRightModel, MemberRightsModel } from './member-rights.model.js';

type Right = 'links' | 'images' | 'markHelpful' | 'applyToCalls';

/** What a member may do by their level, and what is missing for the rest: said before anything is refused. */
@Injectable()
export class MemberRightsService {
  constructor(
    private readonly votes: VotesQueries,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, { id, communityId, level }: MemberRow, footing: Footing, table: readonly LevelRights[]): Promise<MemberRightsModel> {
    const staff = isStaff(actor, communityId);
    const own = table.find((right) => right.level === level)!;
    const right = (key: Right): MemberRightModel => (staff || own[key] ? { open: true, missing: null } : { open: false, missing: opening(key, footing, table) });
    const votesPerDay = staff ? null : own.votesPerDay;
    const votesLeft = votesPerDay === null ? null : Math.max(0, votesPerDay - (await this.votes.castOn(id, this.clock.now(), votesPerDay)));
    return { links: right('links'), images: right('images'), markHelpful: right('markHelpful'), applyToCalls: right('applyToCalls'), votesPerDay, votesLeft };
  }
}

function opening(key: Right, footing: Footing, table: readonly LevelRights[]): Missing | null {
  const first = table.find((step) => step[key]);
  return first ? missingTo(footing, first) : null;
}
