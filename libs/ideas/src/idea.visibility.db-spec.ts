import type { Database } from '@fanfare/database';
import { type Actor, isListed, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canRead, canSee, type PolicyIdea } from './idea.policy.js';
import { IDEA_COLUMNS, IDEA_TABLES, type IdeaRow } from './idea.row.js';
import { IDEA_STATUSES } from './idea.status.js';
import { readableIdeas, visibleIdeas } from './idea.visibility.js';
import { IdeasModule } from './ideas.module.js';
import { SqlParameters } from './sql-parameters.js';
import { listedWithheld } from './withheld.visibility.js';

let rooms: Rooms;
let db: Database;
let rows: IdeaRow[];
let actors: Record<string, Actor>;

/** Every status, withheld or not, by a member, by an imported person and by nobody, in two communities. */
beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
  db = rooms.database;
  const [here, there] = [(await aCommunity(db)).id, (await aCommunity(db)).id];
  const author = await aMember(db, here);
  await makeEvery(here, author.id);
  await makeEvery(there, (await aMember(db, there)).id);
  rows = await db.query<IdeaRow>(`SELECT ${IDEA_COLUMNS} FROM ${IDEA_TABLES}`);
  const stranger = { ...VISITOR, accountId: (await aMember(db, here)).account_id };
  actors = {
    visitor: VISITOR,
    author: { ...VISITOR, accountId: author.account_id },
    stranger,
    moderator: { ...stranger, grants: [{ communityId: here, role: 'MODERATOR' }] },
    'brand manager': { ...stranger, grants: [{ communityId: here, role: 'BRAND_MANAGER' }] },
    'owner here, moderator there': { ...stranger, grants: [{ communityId: here, role: 'OWNER' }, { communityId: there, role: 'MODERATOR' }] },
    operator: { ...stranger, isOperator: true },
  };
});

afterAll(() => rooms?.close());

async function makeEvery(community: string, member: string): Promise<void> {
  const target = await anIdea(db, community);
  const imported = await aMember(db, community, { account_id: null, terms_version: null });
  for (const status of IDEA_STATUSES) {
    for (const author of status === 'DRAFT' ? [member] : [member, imported.id, null]) {
      for (const withheld of status === 'REMOVED' || status === 'DRAFT' ? [null] : [null, 'HOLD', 'HIDDEN']) {
        const columns = { status, author_id: author, merged_into_id: status === 'MERGED' ? target.id : null };
        await anIdea(db, community, { ...columns, withheld, withheld_at: withheld && new Date() });
      }
    }
  }
}

type Twin = (actor: Actor, parameters: SqlParameters) => string;

async function idsBySql(actor: Actor, twin: Twin): Promise<string[]> {
  const parameters = new SqlParameters();
  const found = await db.query<{ id: string }>(`SELECT i.id FROM ${IDEA_TABLES} WHERE ${twin(actor, parameters)}`, parameters.values);
  return found.map((row) => row.id).sort();
}

const idsByPolicy = (actor: Actor, policy: (actor: Actor, idea: PolicyIdea) => boolean) =>
  rows.filter((row) => policy(actor, row)).map((row) => row.id).sort();

describe('policy and SQL say the same of every row', () => {
  it.each(['visitor', 'author', 'stranger', 'moderator', 'brand manager', 'owner here, moderator there', 'operator'])('to a %s', async (name) => {
    const actor = actors[name]!;
    expect(await idsBySql(actor, visibleIdeas)).toEqual(idsByPolicy(actor, canSee));
    expect(await idsBySql(actor, readableIdeas)).toEqual(idsByPolicy(actor, canRead));
    const listed: Twin = (someone, parameters) => listedWithheld(someone, parameters, { text: 'i', author: 'a' });
    expect(await idsBySql(actor, listed)).toEqual(idsByPolicy(actor, isListed));
  });

  it('and differ between people, so that the comparison means something', () => {
    const sizes = Object.values(actors).map((actor) => idsByPolicy(actor, canRead).length);
    expect(new Set(sizes).size).toBeGreaterThan(2);
  });
});
