import type { Database } from '@fanfare/database';
import { anIdea } from '@fanfare/testing';
import { type Fan, someFans } from './fans.js';

const IDEAS = 20;
const HOURS = 200;

const CROWD = `
  WITH crowd AS (
    INSERT INTO members (id, community_id, handle, display_name, identity_level, joined_at)
    SELECT gen_random_uuid(), $1, 'crowd-' || n, 'Crowd ' || n, 'CONFIRMED', $3 FROM generate_series(0, ${HOURS - 1}) AS n RETURNING id, substr(handle::text, 7)::int AS n)
  INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version)
  SELECT ($2::uuid[])[1 + (n * 7 + n % 11 + k * 4) % ${IDEAS}], id, $1, 'VERIFIED', $3::timestamptz + n * interval '1 hour' + k * interval '1 minute', 1
  FROM crowd, generate_series(0, 4) AS k`;

const RING = `
  INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version)
  SELECT DISTINCT ON (which, f.id) ($2::uuid[])[1 + which], f.id, $1::uuid, 'VERIFIED', $4::timestamptz + f.n * interval '1 minute', 1
  FROM unnest($3::uuid[]) WITH ORDINALITY AS f (id, n), unnest(ARRAY[$5::int, ($5::int + 1 + 3 * f.n::int) % ${IDEAS}, ($5::int + 2 + 5 * f.n::int) % ${IDEAS}]) AS which
  ON CONFLICT DO NOTHING`;

export interface Crowd {
  readonly communityId: string;
  /** Twenty, open, in the order in which rings count them. */
  readonly ideaIds: readonly string[];
}

/** Two hundred people, one an hour until a while ago, who each support five of twenty ideas in a fixed mixture: nobody stands out. */
export async function aCrowd(database: Pick<Database, 'query'>, communityId: string, columns: object = {}): Promise<Crowd> {
  const start = new Date(Date.now() - (HOURS + 10) * 3_600_000);
  const ideaIds: string[] = [];
  for (let n = 0; n < IDEAS; n += 1) ideaIds.push((await anIdea(database as Database, communityId, { created_at: start, ...columns })).id);
  await database.query(CROWD, [communityId, ideaIds, start]);
  return { communityId, ideaIds };
}

/** So many new members, a minute apart, for one idea of the crowd's and two others each; they can sign in. */
export async function aRing(database: Pick<Database, 'query'>, crowd: Crowd, size: number, idea: number): Promise<Fan[]> {
  const fans = await someFans(database, crowd.communityId, size);
  const ids = fans.map(({ memberId }) => memberId);
  await database.query(`UPDATE members SET identity_level = 'CONFIRMED' WHERE id = ANY ($1::uuid[])`, [ids]);
  await database.query(`UPDATE accounts SET identity_level = 'CONFIRMED', email_confirmed_at = now() WHERE id = ANY ($1::uuid[])`, [fans.map(({ accountId }) => accountId)]);
  await database.query(RING, [crowd.communityId, crowd.ideaIds, ids, new Date(Date.now() - 2 * 3_600_000), idea]);
  return fans;
}

/** As if votes had rested for longer than a minute. */
export async function rest(database: Pick<Database, 'query'>): Promise<void> {
  await database.query(`UPDATE genuineness_ideas SET moved_at = moved_at - interval '2 minutes'`);
}
