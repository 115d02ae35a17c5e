import type { Tx } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import type { DemoDuplicate, DemoMoments } from './content/moments.js';
import { insertAll } from './demo-store.js';
import { daysBefore, numbersFrom } from './demo-votes.js';

/** Where everybody and everything of a seeded community is. */
export interface DemoPlaces {
  readonly communityId: string;
  /** By handle. */
  readonly members: ReadonlyMap<string, string>;
  /** By key. */
  readonly ideas: ReadonlyMap<string, string>;
}

/** The support that opens a survey. */
const SURVEY_RUNG = 1;
const SURVEYED = 46;
const WITHOUT_PRICE = 0.2;

// When the votes stood that a rung asks, and inside its time: an idea that missed it would have expired.
const GRANTS = `
  INSERT INTO rung_grants (idea_id, community_id, position, support, reached_at, granted_at)
  SELECT i.id, i.community_id, r.position, r.support, least(v.cast_at, i.created_at + make_interval(days => r.days)), least(v.cast_at, i.created_at + make_interval(days => r.days))
  FROM ideas i JOIN rungs r ON r.community_id = i.community_id AND r.position <= i.rung
  JOIN LATERAL (
    SELECT cast_at FROM votes WHERE idea_id = i.id AND standing = 'VERIFIED' ORDER BY cast_at, member_id OFFSET r.support - 1 LIMIT 1
  ) v ON true
  WHERE i.community_id = $1`;

const MERGE = `
  UPDATE ideas SET status = 'MERGED', merged_into_id = $2, clock_left = greatest(deadline - $3::timestamptz, interval '0'), deadline = NULL WHERE id = $1`;

const REMEMBER_MERGE = `
  INSERT INTO merges (id, community_id, duplicate_id, target_id, note, merged_at, merged_by, pointed_at, contested_at, contest_reason, decided_at, decided_by, upheld, decision)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $8, $9, $10, $11, $12, $13)`;

const REMEMBER_MOVE = `
  INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at, actor_id, reason) VALUES ($1, $2, $3, 'OPEN', 'MERGED', 'STAFF', $4, $5, $6)`;

/** Supporters who answer, always the same ones. */
const ASKED = `SELECT member_id AS id FROM votes WHERE idea_id = $1 AND standing = 'VERIFIED' ORDER BY cast_at, member_id LIMIT ${SURVEYED}`;

/** Writes what happened beside the ideas, in the caller's transaction. */
export class DemoMomentsWriter {
  constructor(
    private readonly tx: Tx,
    private readonly places: DemoPlaces,
    private readonly staff: { readonly manager: string; readonly moderator: string },
    private readonly now: Date,
  ) {}

  async write(moments: DemoMoments): Promise<void> {
    await this.tx.query(GRANTS, [this.places.communityId]);
    for (const duplicate of moments.duplicates) await this.merge(duplicate);
    await this.tx.query('UPDATE communities SET survey_rung = $2 WHERE id = $1', [this.places.communityId, SURVEY_RUNG]);
    for (const idea of moments.survey.ideas) await this.survey(moments.survey, idea);
  }

  private async merge({ idea: { key }, into, note, mergedDaysAgo, contest }: DemoDuplicate): Promise<void> {
    const { communityId } = this.places;
    const [duplicate, target] = [this.idea(key), this.idea(into)];
    const [at, manager] = [daysBefore(this.now, mergedDaysAgo), this.member(this.staff.manager)];
    const decided = contest
      ? [daysBefore(this.now, contest.daysAgo), contest.reason, daysBefore(this.now, contest.decidedDaysAgo), this.member(this.staff.moderator), false, contest.decision]
      : [null, null, null, null, null, null];
    await this.tx.query(MERGE, [duplicate, target, at]);
    await this.tx.query(REMEMBER_MERGE, [newId(at.getTime()), communityId, duplicate, target, note, at, manager, ...decided]);
    await this.tx.query(REMEMBER_MOVE, [newId(at.getTime()), duplicate, communityId, at, manager, note]);
  }

  /** Most would buy, some perhaps, few not; whoever would not says no price. */
  private async survey({ currency, forWhom }: DemoMoments['survey'], { key, lowest, highest }: DemoMoments['survey']['ideas'][number]): Promise<void> {
    const ideaId = this.idea(key);
    const asked = (await this.tx.query(ASKED, [ideaId])) as { id: string }[];
    const random = numbersFrom(`${key} survey`);
    const answers = asked.map(({ id }) => {
      const wouldBuy = pick(['YES', 'YES', 'YES', 'MAYBE', 'MAYBE', 'NO'] as const, random());
      const price = Math.round((lowest + (random() + random()) * 0.5 * (highest - lowest)) / 5) * 5;
      const says = wouldBuy !== 'NO' && random() > WITHOUT_PRICE;
      const whom = random() > 0.4 ? pick(forWhom, random()) : null;
      return { id, wouldBuy, price: says ? price : null, currency: says ? currency : null, whom, at: daysBefore(this.now, random() * 6) };
    });
    await insertAll(this.tx, 'survey_answers', [
      ['idea_id', 'uuid', answers.map(() => ideaId)],
      ['member_id', 'uuid', answers.map(({ id }) => id)],
      ['community_id', 'uuid', answers.map(() => this.places.communityId)],
      ['would_buy', 'text', answers.map(({ wouldBuy }) => wouldBuy)],
      ['price', 'numeric', answers.map(({ price }) => price)],
      ['currency', 'text', answers.map((answer) => answer.currency)],
      ['for_whom', 'text', answers.map(({ whom }) => whom)],
      ['answered_at', 'timestamptz', answers.map(({ at }) => at)],
    ]);
  }

  private idea(key: string): string {
    return found(this.places.ideas, key);
  }

  private member(handle: string): string {
    return found(this.places.members, handle);
  }
}

export function found(map: ReadonlyMap<string, string>, name: string): string {
  const id = map.get(name);
  if (!id) throw new Error(`The demo names ${name}, which nobody knows`);
  return id;
}

function pick<T>(among: readonly T[], random: number): T {
  return among[Math.floor(random * among.length)]!;
}
