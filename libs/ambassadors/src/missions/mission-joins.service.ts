import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { isCheckViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, Handlers } from '@fanfare/events';
import { type Actor, Clock, enforce, Problem } from '@fanfare/kernel';
import { PictureUses } from '@fanfare/media';
import { MembersService } from '@fanfare/members';
import { MissionJoined, MissionLeft, TermEnded } from '../ambassadors.events.js';
import { TermsService } from '../terms/terms.service.js';
import { isOpenFor } from './mission.policy.js';
import { MissionsQueries } from './missions.queries.js';

const JOIN = `
  INSERT INTO mission_joins AS j (mission_id, member_id, community_id, term_id, joined_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (mission_id, member_id) DO UPDATE SET left_at = NULL, term_id = excluded.term_id, joined_at = excluded.joined_at WHERE j.left_at IS NOT NULL
  RETURNING mission_id`;
const LEAVE = 'UPDATE mission_joins SET left_at = $3 WHERE mission_id = $1 AND member_id = $2 AND left_at IS NULL RETURNING mission_id';
// An entry that is being handed in holds its place: whoever leaves sees what became of it.
const HOLD = 'SELECT FROM mission_joins WHERE mission_id = $1 AND member_id = $2 FOR NO KEY UPDATE';
const STANDING = `SELECT 1 FROM entries WHERE mission_id = $1 AND member_id = $2 AND state NOT IN ('DRAFT', 'WITHDRAWN')`;
const FORGET_DRAFT = `DELETE FROM entries WHERE mission_id = $1 AND member_id = $2 AND state = 'DRAFT' RETURNING id`;
// In the order of the missions, so that two of them never wait for each other in a circle.
const FREE_PLACES = `
  SELECT j.mission_id AS "missionId" FROM mission_joins j WHERE j.term_id = $1 AND j.left_at IS NULL
    AND NOT EXISTS (SELECT FROM entries e WHERE e.mission_id = j.mission_id AND e.member_id = j.member_id AND e.state NOT IN ('DRAFT', 'WITHDRAWN'))
  ORDER BY 1`;

/** Who has chosen which mission. A race for the last place ends at a constraint. */
@Injectable()
export class MissionJoinsService {
  constructor(
    handlers: Handlers,
    private readonly transactor: Transactor,
    private readonly queries: MissionsQueries,
    private readonly terms: TermsService,
    private readonly members: MembersService,
    private readonly uses: PictureUses,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    handlers.on(TermEnded, 'ambassadors.freePlaces', (tx, { subjectId, payload, communityId }) => this.free(tx, subjectId!, payload.memberId, communityId!));
  }

  /**
   * Chooses a mission; twice is once.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `RESTRICTED`, `TERM_ENDED`, `MISSION_NOT_OPEN`, `MISSION_FULL`
   */
  async join(actor: Actor, missionId: string): Promise<void> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    await this.activity.take(actor, 'joinMission');
    await this.transactor.run(async (tx) => {
      const mission = await this.queries.find(tx, missionId, actor);
      const { term, member } = await this.terms.requireActiveTerm(tx, actor, mission.communityId);
      const now = this.clock.now();
      enforce(isOpenFor(mission, now));
      const joined = await endingRaces(() => rowsOf(tx, JOIN, [mission.id, member.id, mission.communityId, term.id, now]));
      if (joined.length > 0) await this.tell(tx, MissionJoined, actor, mission, member.id);
    });
  }

  /**
   * Gives one's place back; twice is once. A draft goes with it.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `ENTRY_SUBMITTED`
   */
  async leave(actor: Actor, missionId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const mission = await this.queries.find(tx, missionId, actor);
      const member = await this.members.requireMember(tx, actor, mission.communityId, 'ANYWAY');
      await tx.query(HOLD, [mission.id, member.id]);
      if ((await rowsOf(tx, STANDING, [mission.id, member.id])).length > 0) throw new Problem('ENTRY_SUBMITTED');
      await this.giveBack(tx, actor, mission, member.id);
    });
  }

  private async free(tx: Tx, termId: string, memberId: string, communityId: string): Promise<void> {
    for (const { missionId } of await rowsOf<{ missionId: string }>(tx, FREE_PLACES, [termId])) {
      await this.giveBack(tx, null, { id: missionId, communityId }, memberId);
    }
  }

  private async giveBack(tx: Tx, actor: Actor | null, mission: { readonly id: string; readonly communityId: string }, memberId: string): Promise<void> {
    const left = await rowsOf(tx, LEAVE, [mission.id, memberId, this.clock.now()]);
    if (left.length === 0) return;
    const drafts = await rowsOf<{ id: string }>(tx, FORGET_DRAFT, [mission.id, memberId]);
    for (const { id } of drafts) await this.uses.release(tx, id, null);
    await this.tell(tx, MissionLeft, actor, mission, memberId);
  }

  private async tell(tx: Tx, type: typeof MissionJoined, actor: Actor | null, { id, communityId }: { readonly id: string; readonly communityId: string }, memberId: string): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor?.accountId ?? null, subjectId: id, payload: { memberId } });
  }
}

async function endingRaces<Row>(write: () => Promise<Row>): Promise<Row> {
  try {
    return await write();
  } catch (error) {
    throw isCheckViolation(error, 'missions_never_over_full') ? new Problem('MISSION_FULL') : error;
  }
}
