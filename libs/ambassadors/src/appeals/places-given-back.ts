import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, Handlers } from '@fanfare/events';
import { MissionJoined, TermReinstated } from '../ambassadors.events.js';

/** Missions whose place went with the term, by their id: two of them never wait for each other in a circle. */
const LOST = `
  SELECT j.mission_id AS id FROM mission_joins j JOIN term_revocations r ON r.id = $2 AND r.term_id = j.term_id
  WHERE j.term_id = $1 AND j.left_at >= r.revoked_at ORDER BY 1`;

const HOLD = `
  SELECT id FROM missions WHERE id = $1 AND state = 'PUBLISHED' AND closes_at > $2 AND (places IS NULL OR taken < places) FOR NO KEY UPDATE`;

const RETURN = 'UPDATE mission_joins SET left_at = NULL WHERE mission_id = $1 AND member_id = $2 AND term_id = $3 AND left_at IS NOT NULL RETURNING mission_id';

/** Whose term is given back has the places in missions again that went with it, where they are still open and not full. */
@Injectable()
export class PlacesGivenBack {
  constructor(
    handlers: Handlers,
    private readonly events: EventLog,
  ) {
    handlers.on(TermReinstated, 'ambassadors.placesGivenBack', (tx, { subjectId, payload, communityId, occurredAt }) =>
      this.giveBack(tx, { termId: subjectId!, communityId: communityId!, at: occurredAt, ...payload }));
  }

  private async giveBack(tx: Tx, back: { termId: string; memberId: string; revocationId: string; communityId: string; at: Date }): Promise<void> {
    const { termId, memberId, revocationId, communityId, at } = back;
    for (const { id } of await rowsOf<{ id: string }>(tx, LOST, [termId, revocationId])) {
      if ((await rowsOf(tx, HOLD, [id, at])).length === 0) continue;
      if ((await rowsOf(tx, RETURN, [id, memberId, termId])).length === 0) continue;
      await this.events.append(tx, MissionJoined, { communityId, actorId: null, subjectId: id, payload: { memberId } });
    }
  }
}
