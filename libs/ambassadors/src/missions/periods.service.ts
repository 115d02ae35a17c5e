import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanLine, cleanText, Clock, enforce, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { MissionPeriodSaved } from '../ambassadors.events.js';
import { canRunProgramme } from './mission.policy.js';
import { requireNoPraise } from './mission.text.js';

export interface NewPeriod {
  /** The slug. */
  readonly community: string;
  readonly theme: string;
  /** Markdown. */
  readonly story?: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly idempotencyKey?: string | null;
}

const INSERT = `
  INSERT INTO mission_periods (id, community_id, theme, story, starts_at, ends_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const UPDATE = 'UPDATE mission_periods SET theme = $3, story = $4, starts_at = $5, ends_at = $6 WHERE id = $1 AND community_id = $2 RETURNING id';

/** Stretches of time with a theme, in which missions are chosen. */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a period, or changes one.
   *
   * @param period the one to change; null for a new one
   * @returns its id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `NOT_FOUND`, `EMPTY_TEXT`, `TOO_LONG`, `INVALID_INPUT`, `BRIEF_ASKS_FOR_PRAISE`
   */
  async save(actor: Actor, input: NewPeriod, period: string | null = null): Promise<string> {
    const community = await this.communities.requireBySlug(input.community);
    enforce(canRunProgramme(actor, community.id));
    await this.activity.take(actor, 'runMissions');
    const values = valuesOf(input, community.locale);
    const fresh = newId();
    const { id } = await this.transactor.run(async (tx) => {
      await this.members.requireMember(tx, actor, community.id);
      if (period !== null) return { id: await this.change(tx, actor, community.id, period, values) };
      const retryable = { accountId: actor.accountId!, key: input.idempotencyKey, operation: 'createPeriod', input };
      return makeOnce(tx, retryable, fresh, async () => {
        await tx.query(INSERT, [fresh, community.id, ...values, this.clock.now()]);
        await this.tell(tx, actor, community.id, fresh);
      });
    });
    return id;
  }

  private async change(tx: Tx, actor: Actor, communityId: string, id: string, values: readonly unknown[]): Promise<string> {
    const changed = await rowsOf(tx, UPDATE, [id, communityId, ...values]);
    if (changed.length === 0) throw new Problem('NOT_FOUND', { what: 'period' });
    await this.tell(tx, actor, communityId, id);
    return id.toLowerCase();
  }

  private async tell(tx: Tx, actor: Actor, communityId: string, subjectId: string): Promise<void> {
    await this.events.append(tx, MissionPeriodSaved, { communityId, actorId: actor.accountId, subjectId, payload: {} });
  }
}

function valuesOf({ theme, story, startsAt, endsAt }: NewPeriod, language: string) {
  if (startsAt >= endsAt) throw new Problem('INVALID_INPUT', { field: 'endsAt' });
  const clean = { theme: cleanLine('theme', theme, { min: 3, max: 120 }), story: cleanText('story', story ?? '', { min: 0, max: 5_000 }) };
  requireNoPraise(clean, language);
  return [clean.theme, clean.story, startsAt, endsAt];
}
