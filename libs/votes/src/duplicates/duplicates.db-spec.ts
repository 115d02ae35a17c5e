import { SearchWords } from '@fanfare/ideas';
import { type Actor, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, aVote, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MergesService } from '../merges/merges.service.js';
import { VotesModule } from '../votes.module.js';
import { DuplicateFinder } from './duplicate-finder.service.js';
import { DuplicatesQueries } from './duplicates.queries.js';
import { DuplicatesService } from './duplicates.service.js';

let rooms: Rooms;
let communityId: string;
let brand: Actor;

beforeAll(async () => {
  rooms = await bootRooms([VotesModule]);
});
afterAll(() => rooms.close());

beforeEach(async () => {
  communityId = (await aCommunity(rooms.database, { locale: 'fr' })).id;
  const { account_id } = await aMember(rooms.database, communityId);
  brand = { ...VISITOR, accountId: account_id, grants: [{ communityId, role: 'OWNER' }] };
});

const write = async (title: string, body: string) => (await anIdea(rooms.database, communityId, { title, body })).id;

async function look() {
  await rooms.transactor.run((tx) => rooms.get(SearchWords).learn(tx));
  await rooms.transactor.run((tx) => rooms.get(DuplicateFinder).look(tx));
  return pairs();
}

async function pairs() {
  const { nodes } = await rooms.get(DuplicatesQueries).page(communityId, {});
  return nodes;
}

async function twoAlike() {
  const older = await write('Un pont plus long pour les vélos', 'Le pont actuel est trop étroit, les vélos ne s’y croisent pas : [plan](https://exemple.fr/plan/pont).');
  const younger = await write('Pont élargi : un pont pour les vélos', 'Élargir le pont, afin que deux vélos s’y croisent. https://exemple.fr/plan/pont');
  await write('Des couleurs nouvelles', 'Du violet, du doré et du turquoise, s’il vous plaît.');
  return { older, younger };
}

it('two that say the same are suggested with the words they share, once, the younger one first', async () => {
  const { older, younger } = await twoAlike();
  const found = await look();
  expect(found).toMatchObject([{ ideaId: younger, otherId: older }]);
  expect(found[0]!.sharedWords).toEqual(expect.arrayContaining(['pont', 'vélos']));
  expect(found[0]!.sharedWords).not.toContain('les');
  expect(found[0]!.sharedWords.join(' ')).not.toMatch(/[/.]/);
  expect(await look()).toEqual(found);
});

it('the same supporters on both sides make it likelier', async () => {
  const { older, younger } = await twoAlike();
  const [before] = await look();
  for (let n = 0; n < 4; n += 1) {
    const fan = await aMember(rooms.database, communityId);
    for (const id of [older, younger]) await aVote(rooms.database, { id, community_id: communityId }, fan.id);
  }
  await rooms.database.query('INSERT INTO duplicate_backlog (idea_id) VALUES ($1)', [younger]);
  const [after] = await look();
  expect(after!.score).toBe(Math.min(1000, before!.score + 100));
  expect([...(await rooms.get(DuplicatesQueries).sharedSupporters([after!])).values()]).toEqual([4]);
});

it('what was dismissed stays away, also after an edit', async () => {
  const { older, younger } = await twoAlike();
  await look();
  await rooms.get(DuplicatesService).dismiss(brand, older, younger);
  await rooms.get(DuplicatesService).dismiss(brand, younger, older);
  await rooms.database.query(`UPDATE ideas SET title = title || ' !' WHERE id = $1`, [younger]);
  expect(await look()).toEqual([]);
  const events = await rooms.database.query(`SELECT 1 FROM events WHERE type = 'duplicate.dismissed'`);
  expect(events).toHaveLength(1);
  await expect(rooms.get(DuplicatesService).dismiss({ ...brand, grants: [] }, older, younger)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
});

it('what was merged is gone from the list, and back when it is restored', async () => {
  const { older, younger } = await twoAlike();
  await look();
  await rooms.get(MergesService).merge(brand, { duplicate: younger, target: older });
  expect(await pairs()).toEqual([]);
  await rooms.get(MergesService).unmerge(brand, younger);
  expect(await pairs()).toHaveLength(1);
});

it('an edit that makes them differ takes the suggestion away', async () => {
  const { younger } = await twoAlike();
  await look();
  await rooms.database.query(`UPDATE ideas SET title = 'Une gare sous la mer', body = 'Avec des poissons autour des quais.' WHERE id = $1`, [younger]);
  expect(await look()).toEqual([]);
});

it('one that cannot be looked at holds back nobody else’s', async () => {
  const { older } = await twoAlike();
  const others = [await write('Une gare sous la mer', 'Avec des poissons autour des quais.'), await write('Une gare sous-marine, sous la mer', 'Des quais avec des poissons autour.')];
  await rooms.database.query(`
    CREATE FUNCTION odd() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'odd'; END $$;
    CREATE TRIGGER odd BEFORE INSERT ON duplicate_suggestions FOR EACH ROW WHEN (NEW.other_id = '${older}') EXECUTE FUNCTION odd()`);
  expect(await look()).toMatchObject([{ ideaId: others[1], otherId: others[0] }]);
  expect(await rooms.database.query('SELECT FROM duplicate_backlog')).toEqual([]);
  await rooms.database.query('DROP TRIGGER odd ON duplicate_suggestions; DROP FUNCTION odd()');
});
