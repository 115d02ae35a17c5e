import type { Database } from '@fanfare/database';
import { listedWithheld, SqlParameters } from '@fanfare/ideas';
import { type Actor, canReadWithheld, isListed, newId, VISITOR, WITHHOLDINGS } from '@fanfare/kernel';
import { aCircle, aCommunity, aMember, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CirclePostRow, POST_COLUMNS, POST_TABLES } from './circle-post.row.js';
import { CirclePostsQueries } from './circle-posts.queries.js';
import { canSeePost, visiblePosts } from './circle.policy.js';
import type { CircleJoining } from './circle.row.js';
import { CirclesModule } from './circles.module.js';

type Post = CirclePostRow & { readonly joining: CircleJoining };
interface Reader {
  readonly actor: Actor;
  /** The circles they are in. */
  readonly inside: ReadonlySet<string>;
}

let rooms: Rooms;
let db: Database;
let posts: Post[];
let readers: Record<string, Reader>;

/** Every withholding, said when the circle was open or not, by one who is in it, by one who left, and by nobody any more; in open circles and others of two communities. */
beforeAll(async () => {
  rooms = await bootRooms([CirclesModule]);
  db = rooms.database;
  const [here, there] = [(await aCommunity(db)).id, (await aCommunity(db)).id];
  const [author, formerly, companion, stranger] = await Promise.all([1, 2, 3, 4].map(() => aMember(db, here)));
  const own = await makeCircles(here, [author!.id, companion!.id], [author!.id, formerly!.id, null]);
  const neighbour = await aMember(db, there);
  await makeCircles(there, [neighbour.id], [neighbour.id]);
  posts = await db.query<Post>(`SELECT ${POST_COLUMNS}, o.joining FROM ${POST_TABLES}`);
  const as = (member: { account_id: string | null }, more: Partial<Actor> = {}) => ({ ...VISITOR, accountId: member.account_id, ...more });
  const reader = (actor: Actor, inside: readonly string[] = []) => ({ actor, inside: new Set(inside) });
  const ban = { communityId: here, kind: 'BAN', right: null, endsAt: null, decisionId: newId() } as const;
  readers = {
    visitor: reader(VISITOR),
    author: reader(as(author!), own),
    'writer who left': reader(as(formerly!)),
    'member of the circles': reader(as(companion!), own),
    'banned author': reader(as(author!, { restrictions: [ban] }), own),
    stranger: reader(as(stranger!)),
    moderator: reader(as(stranger!, { grants: [{ communityId: here, role: 'MODERATOR' }] })),
    'brand manager': reader(as(stranger!, { grants: [{ communityId: here, role: 'BRAND_MANAGER' }] })),
    'moderator next door': reader(as(stranger!, { grants: [{ communityId: there, role: 'MODERATOR' }] })),
    operator: reader(as(stranger!, { isOperator: true })),
  };
});
afterAll(() => rooms?.close());

async function makeCircles(community: string, members: readonly [string, ...string[]], writers: readonly (string | null)[]): Promise<string[]> {
  const made: string[] = [];
  for (const joining of ['OPEN', 'BY_REQUEST']) {
    const { id } = await aCircle(db, community, members, { joining });
    made.push(id);
    for (const membersOnly of [false, true]) for (const writer of writers) for (const withheld of [null, ...WITHHOLDINGS]) await aPost(community, id, { writer, membersOnly, withheld });
  }
  return made;
}

const aPost = (community: string, circle: string, { writer, membersOnly, withheld }: { writer: string | null; membersOnly: boolean; withheld: string | null }) =>
  db.query(
    `INSERT INTO circle_posts (id, circle_id, community_id, author_id, body, members_only, created_at, withheld, withheld_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'Hello.', $4, now(), $5::text, CASE WHEN $5::text IS NOT NULL THEN now() END)`,
    [circle, community, writer, membersOnly, withheld]);

const idsBySql = async (twin: (parameters: SqlParameters) => string): Promise<string[]> => {
  const parameters = new SqlParameters();
  const found = await db.query<{ id: string }>(`SELECT p.id FROM ${POST_TABLES} WHERE ${twin(parameters)}`, parameters.values);
  return found.map(({ id }) => id).sort();
};
const idsByPolicy = (policy: (post: Post) => boolean) => posts.filter(policy).map(({ id }) => id).sort();
const seenBy = ({ actor, inside }: Reader) => (post: Post) => canSeePost(actor, post, inside.has(post.circleId) ? { joinedAt: post.createdAt } : null, post);

describe('policy and SQL say the same of every post', () => {
  it.each([
    'visitor', 'author', 'writer who left', 'member of the circles', 'banned author', 'stranger', 'moderator', 'brand manager', 'moderator next door', 'operator',
  ])('to a %s', async (name) => {
    const reader = readers[name]!;
    const seen = idsByPolicy(seenBy(reader));
    expect(await idsBySql((parameters) => visiblePosts(reader.actor, parameters))).toEqual(seen);
    expect(await idsBySql((parameters) => listedWithheld(reader.actor, parameters, { text: 'p', author: 'w' }))).toEqual(idsByPolicy((post) => isListed(reader.actor, post)));
    const given = await rooms.get(CirclePostsQueries).visibleByIds(posts.map(({ id }) => id), reader.actor);
    expect([...given.keys()].sort()).toEqual(seen);
    expect([...given.values()].filter(({ body }) => body !== '').map(({ id }) => id).sort()).toEqual(idsByPolicy((post) => seen.includes(post.id) && canReadWithheld(reader.actor, post)));
  });

  it('and differ between people, so that the comparison means something', () => {
    expect(new Set(Object.values(readers).map((reader) => idsByPolicy(seenBy(reader)).length)).size).toBeGreaterThan(4);
  });
});
