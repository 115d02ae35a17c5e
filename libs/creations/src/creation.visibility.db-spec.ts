import type { Database } from '@fanfare/database';
import { type Actor, canReadWithheld, isListed, newId, VISITOR, WITHHOLDINGS } from '@fanfare/kernel';
import { aCommunity, aCreation, aMember, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CreationList, CreationPagesQueries, keyOfCreationPage } from './creation-pages.queries.js';
import { canReadResponse, creationAsSeenBy, responseAsSeenBy } from './creation.policy.js';
import { CREATION_COLUMNS, CREATION_TABLES, type CreationRow } from './creation.row.js';
import { type CreationResponseRow, RESPONSE_COLUMNS, RESPONSE_TABLES } from './creation-response.row.js';
import { CreationsModule } from './creations.module.js';

/** What its author took back has nothing left. */
const WITHDRAWN = { withdrawn_at: new Date(), title: '', story: '', product: '', author_id: null };

let rooms: Rooms;
let db: Database;
let works: CreationRow[];
let responses: CreationResponseRow[];
let lists: (readonly [CreationList, string])[];
let actors: Record<string, Actor>;

/** Works of every withholding, shown and withdrawn, each with responses of every withholding, by both authors, and erased. */
beforeAll(async () => {
  rooms = await bootRooms([CreationsModule]);
  db = rooms.database;
  const [here, there] = [(await aCommunity(db)).id, (await aCommunity(db)).id];
  const [author, other, stranger] = await Promise.all([1, 2, 3].map(() => aMember(db, here)));
  const root = await aCreation(db, here, other!.id);
  for (const withheld of [null, ...WITHHOLDINGS]) {
    for (const withdrawn of [false, true]) {
      const work = await aCreation(db, here, author!.id, { parent_id: root.id, root_id: root.id, depth: 1, withheld, withheld_at: withheld && new Date(), ...(withdrawn && WITHDRAWN) });
      for (const writer of [author!.id, other!.id, null]) for (const of of [null, ...WITHHOLDINGS]) await aResponse(work, writer, of);
    }
  }
  await aCreation(db, there, (await aMember(db, there)).id, { withheld: 'HIDDEN', withheld_at: new Date() });
  works = await db.query<CreationRow>(`SELECT ${CREATION_COLUMNS} FROM ${CREATION_TABLES}`);
  responses = await db.query<CreationResponseRow>(`SELECT ${RESPONSE_COLUMNS} FROM ${RESPONSE_TABLES}`);
  lists = [['COMMUNITY', here], ['COMMUNITY', there], ['MEMBER', author!.id], ['REMIXES', root.id]];
  const as = (member: { account_id: string | null }, more: Partial<Actor> = {}) => ({ ...VISITOR, accountId: member.account_id, ...more });
  actors = {
    visitor: VISITOR,
    author: as(author!),
    'writer of responses': as(other!),
    stranger: as(stranger!),
    moderator: as(stranger!, { grants: [{ communityId: here, role: 'MODERATOR' }] }),
    'brand manager': as(stranger!, { grants: [{ communityId: here, role: 'BRAND_MANAGER' }] }),
    'moderator next door': as(stranger!, { grants: [{ communityId: there, role: 'MODERATOR' }] }),
    operator: as(stranger!, { isOperator: true }),
  };
});
afterAll(() => rooms?.close());

const aResponse = (work: { id: string; community_id: string }, writer: string | null, withheld: string | null) =>
  db.query(
    `INSERT INTO creation_responses (id, creation_id, community_id, author_id, body, by_staff, created_at, withheld, withheld_at, deleted_at)
     VALUES ($1, $2, $3, $4, $5, false, now(), $6::text, CASE WHEN $6::text IS NOT NULL THEN now() END, CASE WHEN $4::uuid IS NULL THEN now() END)`,
    [newId(), work.id, work.community_id, writer, writer ? 'Hello.' : '', withheld]);

/** Which of all works a list is of, as a policy would say it. */
const IN: Readonly<Record<string, (work: CreationRow, owner: string) => boolean>> = {
  COMMUNITY: ({ communityId }, owner) => communityId === owner,
  MEMBER: ({ authorId }, owner) => authorId === owner,
  REMIXES: ({ parentId }, owner) => parentId === owner,
};
const listed = (actor: Actor, list: CreationList, owner: string) => works.filter((work) => work.withdrawnAt === null && IN[list]!(work, owner) && isListed(actor, work)).map(({ id }) => id).sort();
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

describe('policy and SQL say the same of every work', () => {
  it.each(['visitor', 'author', 'writer of responses', 'stranger', 'moderator', 'brand manager', 'moderator next door', 'operator'])('to a %s', async (name) => {
    const actor = actors[name]!;
    for (const order of ['NEW', 'MOST_APPRECIATED'] as const) {
      const keys = lists.map(([list, ownerId]) => ({ list, ownerId, order, limit: 100, after: null }));
      const pages = await rooms.get(CreationPagesQueries).pages(keys, actor);
      for (const key of keys) expect(ids(pages.get(keyOfCreationPage(key))!)).toEqual(listed(actor, key.list, key.ownerId));
    }
    for (const work of works) expect(creationAsSeenBy(actor, work).title).toBe(canReadWithheld(actor, work) ? work.title : '');
    for (const one of responses) expect(responseAsSeenBy(actor, one).authorId !== null).toBe(one.authorId !== null && canReadResponse(actor, one));
  });

  it('and counts what anybody may read, whoever asks: works in lists, remixes, and responses to works that are shown', async () => {
    for (const [list, owner] of lists) {
      const found = await rooms.get(CreationPagesQueries).lengths(list, [owner]);
      expect(found.get(owner) ?? 0).toBe(listed(VISITOR, list, owner).length);
    }
    for (const work of works) {
      const read = responses.filter((one) => one.creationId === work.id && one.deletedAt === null && canReadWithheld(VISITOR, one));
      expect(work.responseCount).toBe(read.length);
    }
  });

  it('and differ between people, so that the comparison means something', () => {
    const sizes = (policy: (actor: Actor) => number) => new Set(Object.values(actors).map(policy)).size;
    expect(sizes((actor) => listed(actor, ...lists[0]!).length)).toBe(2);
    expect(sizes((actor) => responses.filter((one) => canReadResponse(actor, one)).length)).toBeGreaterThan(3);
  });
});
