import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy } from '@fanfare/graphql';
import { type IdentityLevel, type Level, LEVELS } from '@fanfare/kernel';

/** What a level asks for and opens in one community. */
export interface LevelRights {
  readonly level: Level;
  /** The least score, and the least identity level. */
  readonly score: number;
  readonly identityLevel: IdentityLevel;
  /** Links and pictures from elsewhere in what they write. */
  readonly links: boolean;
  readonly images: boolean;
  /** Null: as many as they like. */
  readonly votesPerDay: number | null;
  /** How much a report of theirs weighs when the review queue is sorted, 1 to 10. */
  readonly reportWeight: number;
  readonly applyToCalls: boolean;
  readonly markHelpful: boolean;
}

/** What the house proposes, in the order of the levels. Newcomers take part in everything but what advertisers come for. */
export const DEFAULT_LEVEL_RIGHTS: readonly LevelRights[] = [
  { level: 'NEWCOMER', score: 0, identityLevel: 'ANONYMOUS', links: false, images: false, votesPerDay: 100, reportWeight: 1, applyToCalls: false, markHelpful: true },
  { level: 'FAN', score: 10, identityLevel: 'CONFIRMED', links: true, images: false, votesPerDay: 300, reportWeight: 2, applyToCalls: true, markHelpful: true },
  { level: 'REGULAR', score: 60, identityLevel: 'CONFIRMED', links: true, images: true, votesPerDay: null, reportWeight: 3, applyToCalls: true, markHelpful: true },
  { level: 'ADVOCATE', score: 200, identityLevel: 'LINKED', links: true, images: true, votesPerDay: null, reportWeight: 4, applyToCalls: true, markHelpful: true },
  { level: 'CHAMPION', score: 600, identityLevel: 'VERIFIED', links: true, images: true, votesPerDay: null, reportWeight: 5, applyToCalls: true, markHelpful: true },
];

/** SQL: how many votes a day a level has in a community; null for any number. */
export function votesPerDaySql(communityId: string, level: string): string {
  const proposed = DEFAULT_LEVEL_RIGHTS.filter(({ votesPerDay }) => votesPerDay !== null).map((right) => `WHEN '${right.level}' THEN ${right.votesPerDay}`);
  return `(SELECT CASE WHEN r.level IS NOT NULL THEN r.votes_per_day ELSE CASE asked.level ${proposed.join(' ')} END END
    FROM (SELECT ${level}::text AS level) asked LEFT JOIN level_rights r ON r.community_id = ${communityId} AND r.level = asked.level)`;
}

const RIGHTS = `
  SELECT community_id AS "communityId", level, score, identity_level AS "identityLevel", links, images, votes_per_day AS "votesPerDay",
    report_weight AS "reportWeight", apply_to_calls AS "applyToCalls", mark_helpful AS "markHelpful"
  FROM level_rights WHERE community_id = ANY ($1::uuid[])`;

const FORGET = 'DELETE FROM level_rights WHERE community_id = $1';

const WRITE = `
  INSERT INTO level_rights (community_id, level, score, identity_level, links, images, votes_per_day, report_weight, apply_to_calls, mark_helpful)
  SELECT $1, * FROM unnest($2::text[], $3::int[], $4::text[], $5::bool[], $6::bool[], $7::int[], $8::int[], $9::bool[], $10::bool[])`;

/** What the levels of communities ask and open. Every community has all five. */
@Injectable()
export class LevelRightsTable {
  constructor(private readonly database: Database) {}

  /** By community, from the lowest level up. */
  async of(communityIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, readonly LevelRights[]>> {
    const rows = await rowsOf<LevelRights & { communityId: string }>(tx, RIGHTS, [communityIds]);
    const own = groupedBy(rows, ({ communityId }) => communityId);
    const inOrder = (rights: readonly LevelRights[]) => LEVELS.map((level) => rights.find((right) => right.level === level)!);
    return new Map(communityIds.map((id) => [id, own.has(id) ? inOrder(own.get(id)!) : DEFAULT_LEVEL_RIGHTS]));
  }

  /** Replaces a community's levels: all five. */
  async write(tx: Tx, communityId: string, rights: readonly LevelRights[]): Promise<void> {
    await tx.query(FORGET, [communityId]);
    const column = (key: keyof LevelRights) => rights.map((right) => right[key]);
    const columns = (['level', 'score', 'identityLevel', 'links', 'images', 'votesPerDay', 'reportWeight', 'applyToCalls', 'markHelpful'] as const).map(column);
    await tx.query(WRITE, [communityId, ...columns]);
  }
}
