import { Injectable } from '@nestjs/common';
import { RoleGranted, RoleRevoked } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { MemberIdentityChanged } from '@fanfare/members';
import { PlacementService } from './placement.service.js';
import { StandingsService } from './standings.service.js';
import { VoteCast, VoteWithdrawn } from './vote.events.js';

/** Names of our handlers, as deliveries keep them. */
export const PLACE_IDEAS = 'votes.placeIdeas';
export const FOLLOW_IDENTITY = 'votes.followIdentity';
export const FOLLOW_ROLES = 'votes.followRoles';

/** Votes placed in one transaction: a storm on one idea ends in one rank. */
const LARGEST_BATCH = 500;
/** Votes that found their idea busy are seen in the orders so much later at most; each placing leaves a past rank for an hour. */
const PAUSE_MS = 1_000;

const MEMBER = 'SELECT id FROM members WHERE account_id = $1 AND community_id = $2';

/** What other rooms' events, and our own, mean for votes. */
@Injectable()
export class VotesHandlers {
  constructor(
    handlers: Handlers,
    private readonly standings: StandingsService,
    private readonly placement: PlacementService,
  ) {
    for (const type of [VoteCast, VoteWithdrawn]) {
      handlers.onMany(type, PLACE_IDEAS, LARGEST_BATCH, (tx, events) => this.placeIdeas(tx, events), PAUSE_MS);
    }
    handlers.on(MemberIdentityChanged, FOLLOW_IDENTITY, (tx, event) => this.standings.restand(tx, [event.subjectId!]));
    for (const type of [RoleGranted, RoleRevoked]) {
      handlers.on(type, FOLLOW_ROLES, (tx, event) => this.followRoles(tx, event));
    }
  }

  private async placeIdeas(tx: Tx, events: readonly RecordedEvent<object>[]): Promise<void> {
    await this.placement.place(tx, [...new Set(events.map((event) => event.subjectId!))]);
  }

  /** The subject is the account, which need not be a member. */
  private async followRoles(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const [member] = await rowsOf<{ id: string }>(tx, MEMBER, [event.subjectId, event.communityId]);
    if (member) await this.standings.restand(tx, [member.id]);
  }
}
