import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, Problem } from '@fanfare/kernel';
import { MissionEntryJudged } from '@fanfare/reputation';
import { EntryAccepted, EntryUnaccepted } from '../ambassadors.events.js';
import { MissionsQueries } from '../missions/missions.queries.js';
import { RewardsService } from '../rewards/rewards.service.js';
import type { EntryRow } from './entry.row.js';

const ACCEPT = `UPDATE entries SET state = 'ACCEPTED', published_at = $2 WHERE id = $1`;

/** Makes an entry count, and takes that back; its reward comes and goes in the same transaction. The entry is held by the caller. */
@Injectable()
export class EntryAcceptance {
  constructor(
    private readonly missions: MissionsQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly rewards: RewardsService,
  ) {}

  /**
   * Accepts an entry and pays for it.
   *
   * @param owedBecause why it is paid even where a budget is empty
   * @throws Problem `WITHHELD`, and what the ledger refuses: nothing is accepted then
   */
  async accept(tx: Tx, entry: EntryRow, actor: Actor, owedBecause?: string): Promise<void> {
    if (entry.withheld !== null) throw new Problem('WITHHELD');
    const mission = (await this.missions.byIds([entry.missionId], tx)).get(entry.missionId)!;
    await tx.query(ACCEPT, [entry.id, this.clock.now()]);
    const { rewardPoints: points, rewardPerk: perkId, budgetId } = mission;
    const { missionId, memberId, termId, communityId } = entry;
    await this.tell(tx, entry, actor, true);
    const payload = { missionId, memberId, termId, points, perkId, budgetId };
    await this.events.append(tx, EntryAccepted, { communityId, actorId: actor.accountId, subjectId: entry.id, payload });
    await this.rewards.pay(tx, { entryId: entry.id, communityId, memberId, points, budgetId, perkId, by: actor.accountId, owedBecause });
  }

  /**
   * Takes an acceptance back, with what it brought. The caller writes the state that follows.
   *
   * @param actor null when its author left
   * @param reason what the member reads in their rewards
   */
  async undo(tx: Tx, entry: EntryRow, actor: Actor | null, reason: string): Promise<void> {
    const { missionId, memberId, termId, communityId } = entry;
    await this.tell(tx, entry, actor, false);
    await this.events.append(tx, EntryUnaccepted, { communityId, actorId: actor?.accountId ?? null, subjectId: entry.id, payload: { missionId, memberId, termId } });
    await this.rewards.reverse(tx, entry.id, reason, actor?.accountId ?? null);
  }

  /** The ledger of reputation hears of it. */
  private async tell(tx: Tx, { id, communityId, memberId }: EntryRow, actor: Actor | null, accepted: boolean): Promise<void> {
    await this.events.append(tx, MissionEntryJudged, { communityId, actorId: actor?.accountId ?? null, subjectId: id, payload: { memberId, accepted } });
  }
}
