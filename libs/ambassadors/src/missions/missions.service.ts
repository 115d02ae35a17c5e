import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries, type CommunityRow } from '@fanfare/communities';
import { isForeignKeyViolation, makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, enforceHidden, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { MissionClosed, MissionDiscarded, MissionDrafted, MissionPublished, MissionUpdated } from '../ambassadors.events.js';
import { canRunProgramme } from './mission.policy.js';
import type { MissionRow } from './mission.row.js';
import { type CleanMission, type MissionText, missionText, requireComplete } from './mission.text.js';
import { MissionsQueries } from './missions.queries.js';

export interface NewMission extends MissionText {
  /** The slug. */
  readonly community: string;
  /** Kept for later instead of shown. */
  readonly draft?: boolean | null;
  readonly idempotencyKey?: string | null;
}

const COLUMNS = `period_id, kind, title, brief, audience, places, opens_at, closes_at, rally_at, rally_until, evidence, tracked, rubric,
  reward_points, reward_perk, budget_id`;
const INSERT = `
  INSERT INTO missions (id, community_id, ${COLUMNS}, state, created_by, created_at, published_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`;
const REWRITE = `
  UPDATE missions SET (${COLUMNS}) = ROW ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17),
    state = $18, published_at = $19 WHERE id = $1`;
const DISCLOSE = 'INSERT INTO mission_disclosures (mission_id, channel, language, words) VALUES ($1, $2, $3, $4) ON CONFLICT (mission_id, channel, language) DO UPDATE SET words = excluded.words';
const CLOSE = `UPDATE missions SET state = 'CLOSED', closed_at = $2, close_notice = $3 WHERE id = $1`;

/** What was written beside a draft, and what goes with it by itself: words of disclosure. */
const DISCARD = ['DELETE FROM tracking_targets WHERE mission_id = $1', 'DELETE FROM missions WHERE id = $1'];

/** What the brand asks of its ambassadors. */
@Injectable()
export class MissionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly queries: MissionsQueries,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Shows a new mission to the ambassadors, or keeps it as a draft.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `NOT_FOUND` (community, period), `EMPTY_TEXT`, `TOO_LONG`, `INVALID_INPUT`,
   * `MISSION_INCOMPLETE`, `BRIEF_ASKS_FOR_PRAISE` `{ sentence, why }`
   */
  async publish(actor: Actor, input: NewMission): Promise<MissionRow> {
    const community = await this.communities.requireBySlug(input.community);
    enforce(canRunProgramme(actor, community.id));
    await this.activity.take(actor, 'runMissions');
    const text = this.clean(input, community, input.draft ?? false);
    const fresh = newId();
    const retryable = { accountId: actor.accountId!, key: input.idempotencyKey, operation: 'publishMission', input };
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, fresh, community, text, input.draft ?? false)));
    return this.existing(id);
  }

  /**
   * Changes a draft, and shows it unless it stays one. What is public stays as it was read.
   *
   * @throws Problem as `publish`, and `MISSION_NOT_DRAFT`
   */
  async update(actor: Actor, id: string, input: Omit<NewMission, 'community'>): Promise<MissionRow> {
    await this.activity.take(actor, 'runMissions');
    const mission = await this.transactor.run(async (tx) => {
      const locked = await this.queries.lock(tx, id);
      enforceHidden(canRunProgramme(actor, locked.communityId), { what: 'mission' });
      if (locked.state !== 'DRAFT') throw new Problem('MISSION_NOT_DRAFT');
      const community = (await this.communities.byIds([locked.communityId], tx)).get(locked.communityId)!;
      const stays = input.draft ?? false;
      const text = this.clean(input, community, stays);
      await knownOnes(() => tx.query(REWRITE, [locked.id, ...valuesOf(text), stays ? 'DRAFT' : 'PUBLISHED', stays ? null : this.clock.now()]));
      await tx.query('DELETE FROM mission_disclosures WHERE mission_id = $1', [locked.id]);
      await this.disclose(tx, locked.id, text);
      await this.tell(tx, actor, locked, stays ? MissionUpdated : MissionPublished);
      return locked;
    });
    return this.existing(mission.id);
  }

  /** Throws a draft away: nobody but the brand's team has read it. @throws Problem `NOT_FOUND`, `MISSION_NOT_DRAFT` */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.activity.take(actor, 'runMissions');
    await this.transactor.run(async (tx) => {
      const locked = await this.queries.lock(tx, id);
      const may = canRunProgramme(actor, locked.communityId);
      if (locked.state === 'DRAFT') enforceHidden(may, { what: 'mission' });
      enforce(may);
      if (locked.state !== 'DRAFT') throw new Problem('MISSION_NOT_DRAFT');
      for (const sql of DISCARD) await tx.query(sql, [locked.id]);
      await this.tell(tx, actor, locked, MissionDiscarded);
    });
  }

  /**
   * Ends a mission early. What was submitted is still reviewed.
   *
   * @param notice for those who chose it: why
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `NOT_FOUND`, `MISSION_NOT_OPEN`, `EMPTY_TEXT`, `TOO_LONG`
   */
  async close(actor: Actor, id: string, notice: string): Promise<MissionRow> {
    const words = cleanText('notice', notice, { min: 3, max: 1_000 });
    const mission = await this.transactor.run(async (tx) => {
      const locked = await this.queries.lock(tx, id);
      const may = canRunProgramme(actor, locked.communityId);
      if (locked.state === 'DRAFT') enforceHidden(may, { what: 'mission' });
      enforce(may);
      if (locked.state !== 'PUBLISHED') throw new Problem('MISSION_NOT_OPEN');
      await tx.query(CLOSE, [locked.id, this.clock.now(), words]);
      await this.tell(tx, actor, locked, MissionClosed);
      return locked;
    });
    return this.existing(mission.id);
  }

  private clean(input: MissionText, { locale }: CommunityRow, isDraft: boolean): CleanMission {
    const text = missionText(input, locale);
    if (!isDraft) requireComplete(text, this.clock.now());
    return text;
  }

  private async insert(tx: Tx, actor: Actor, id: string, { id: communityId }: CommunityRow, text: CleanMission, isDraft: boolean): Promise<void> {
    const { id: createdBy } = await this.members.requireMember(tx, actor, communityId);
    const now = this.clock.now();
    const values = [id, communityId, ...valuesOf(text), isDraft ? 'DRAFT' : 'PUBLISHED', createdBy, now, isDraft ? null : now];
    await knownOnes(() => tx.query(INSERT, values));
    await this.disclose(tx, id, text);
    await this.tell(tx, actor, { id, communityId }, isDraft ? MissionDrafted : MissionPublished);
  }

  private async disclose(tx: Tx, missionId: string, { disclosures }: CleanMission): Promise<void> {
    for (const { channel, language, words } of disclosures) await tx.query(DISCLOSE, [missionId, channel, language, words]);
  }

  private async tell(tx: Tx, actor: Actor, { id, communityId }: Pick<MissionRow, 'id' | 'communityId'>, type: EventType): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor.accountId, subjectId: id, payload: {} });
  }

  private async existing(id: string): Promise<MissionRow> {
    const found = (await this.queries.byIds([id])).get(id);
    if (!found) throw new Problem('NOT_FOUND', { what: 'mission' }); // a draft that was thrown away since
    return found;
  }
}

/** In the order of the columns. */
function valuesOf(text: CleanMission): unknown[] {
  const { periodId, kind, title, brief, audience, places, opensAt, closesAt, rallyAt, rallyUntil } = text;
  const asked = [text.evidence, text.tracked, JSON.stringify(text.rubric)];
  return [periodId, kind, title, brief, audience, places, opensAt, closesAt, rallyAt, rallyUntil, ...asked, text.rewardPoints, text.rewardPerk, text.budgetId];
}

/** A period, budget or perk that is not this community's. */
async function knownOnes(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isForeignKeyViolation(error, 'missions_budget_id_community_id_fkey')) throw new Problem('NOT_FOUND', { what: 'budget' });
    if (isForeignKeyViolation(error, 'missions_reward_perk_community_id_fkey')) throw new Problem('NOT_FOUND', { what: 'perk' });
    throw isForeignKeyViolation(error) ? new Problem('NOT_FOUND', { what: 'period' }) : error;
  }
}

