import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { TOLD_TITLE } from '@fanfare/ideas';
import { VoteWithdrawn } from './vote.events.js';
import type { VoteStanding } from './vote.row.js';

const VOTES = `
  SELECT c.name AS community, ${TOLD_TITLE} AS idea, v.cast_at, v.standing FROM votes v JOIN members me ON me.id = v.member_id AND me.account_id = $1
  JOIN ideas i ON i.id = v.idea_id JOIN communities c ON c.id = v.community_id ORDER BY v.cast_at, v.idea_id`;

// In one statement, so that the triggers hold all counts in their order.
const WITHDRAW = `
  DELETE FROM votes WHERE member_id = ANY ($1) RETURNING idea_id AS "ideaId", member_id AS "memberId", community_id AS "communityId", standing`;

interface Withdrawn {
  readonly ideaId: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly standing: VoteStanding;
}

/** Votes go with the person, those on closed ideas too; every count follows. Rungs that were reached stay. */
@Injectable()
export class VotesPersonalData {
  constructor(
    personal: PersonalData,
    private readonly events: EventLog,
  ) {
    personal.register('votes', {
      tables: {
        votes: 'deleted; counts follow',
        vote_quarantines: 'deleted',
        duplicate_suggestions: 'stay, dismissed by a former member',
      },
      sections: [{ name: 'votes', sql: VOTES }],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { memberIds, at }: Leaving): Promise<void> {
    const withdrawn = await rowsOf<Withdrawn>(tx, WITHDRAW, [memberIds]);
    for (const { ideaId, communityId, memberId, standing } of withdrawn) {
      await this.events.append(tx, VoteWithdrawn, { communityId, actorId: null, subjectId: ideaId, payload: { memberId, standing }, at });
    }
    await tx.query('DELETE FROM vote_quarantines WHERE member_id = ANY ($1)', [memberIds]);
  }
}
