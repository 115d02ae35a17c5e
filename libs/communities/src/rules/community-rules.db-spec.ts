import { type Actor, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, anAccount, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CommunitiesModule } from '../communities.module.js';
import { CommunitiesService } from '../communities.service.js';
import { CommunityRulesQueries } from './community-rules.queries.js';
import { CommunityRulesService } from './community-rules.service.js';
import { DEFAULT_RULES } from './default-rules.js';

let rooms: Rooms;
let service: CommunityRulesService;
let queries: CommunityRulesQueries;
beforeAll(async () => {
  rooms = await bootRooms([CommunitiesModule]);
  service = rooms.get(CommunityRulesService);
  queries = rooms.get(CommunityRulesQueries);
});
afterAll(() => rooms?.close());

let community: { id: string; slug: string };
let owner: Actor;
beforeEach(async () => {
  community = await aCommunity(rooms.database);
  await rooms.database.query('DELETE FROM community_rules WHERE community_id = $1', [community.id]);
  const account = await anAccount(rooms.database);
  await aRole(rooms.database, community.id, account.id, 'OWNER');
  owner = { ...VISITOR, accountId: account.id, grants: [{ communityId: community.id, role: 'OWNER' }] };
});

const rule = (number: number, body = 'Be kind.') => ({ number, title: `Rule ${number}`, body });
const put = (rules: ReturnType<typeof rule>[], more: object = {}, actor = owner) => service.update(actor, { community: community.slug, rules, ...more });
const problemOf = (work: Promise<unknown>) => work.then(() => null, (problem: Problem) => ({ code: problem.code, params: problem.params }));
const inForce = async () => ((await queries.inForce([community.id])).get(community.id) ?? []).map(({ number, version, body }) => `${number}.${version} ${body}`);

describe('the rules of a community', () => {
  it('are eight at first, in its language', async () => {
    for (const locale of ['en', 'fr', 'fr-CA', 'pt'] as const) {
      const id = newId();
      const settings = { slug: `rules-${locale.toLowerCase()}`, name: 'Rules', locale, terms: 'The author keeps the idea.' };
      await rooms.transactor.run((tx) => rooms.get(CommunitiesService).make(tx, id, settings, null));
      const titles = (await queries.inForce([id])).get(id)!.map(({ title }) => title);
      expect(titles).toEqual(DEFAULT_RULES[locale.startsWith('fr') ? 'fr' : 'en'].map(({ title }) => title));
      expect(titles).toHaveLength(8);
    }
  });

  it('are added, reworded, renumbered and retired, and every wording stays', async () => {
    await put([rule(1), rule(2)]);
    await put([rule(1), rule(2, 'Be brief.'), rule(7)]);
    await put([rule(1), rule(2, 'Be brief.'), rule(7)]); // the same again is no change
    rooms.clock.advance(1_000);
    await put([rule(7)]);
    await put([rule(2, 'Be back.'), rule(7)]);
    expect(await inForce()).toEqual(['2.3 Be back.', '7.1 Be kind.']);
    const history = (await queries.histories([{ communityId: community.id, number: 2 }])).values().next().value!;
    expect(history.map(({ version, body, until }) => [version, body, until !== null])).toEqual([[3, 'Be back.', false], [2, 'Be brief.', true], [1, 'Be kind.', true]]);
    const [wording] = [...(await queries.wordings([{ communityId: community.id, number: 2, version: 1 }])).values()];
    expect(wording).toMatchObject({ body: 'Be kind.', until: expect.any(Date) });
    const acts = await rooms.database.query<{ payload: object; staff: boolean }>(`SELECT payload, staff_act AS staff FROM events WHERE type = 'community.rulesChanged' AND community_id = $1 ORDER BY sequence`, [community.id]);
    expect(acts.map(({ payload }) => payload)).toEqual([
      { added: [1, 2], reworded: [], retired: [] },
      { added: [7], reworded: [2], retired: [] },
      { added: [], reworded: [], retired: [1, 2] },
      { added: [2], reworded: [], retired: [] },
    ]);
    expect(acts.every(({ staff }) => staff)).toBe(true);
  });

  it('are an owner’s, and nobody writes over another’s change', async () => {
    await put([rule(1)]);
    const version = (await queries.versions([community.id])).get(community.id)!;
    await put([rule(1), rule(2)], { version });
    expect(await problemOf(put([rule(1)], { version }))).toMatchObject({ code: 'STALE_VERSION' });
    const moderator = { ...owner, grants: [{ communityId: community.id, role: 'MODERATOR' as const }] };
    expect(await problemOf(put([rule(1)], {}, moderator))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await problemOf(put([rule(1)], {}, VISITOR))).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('none forbids criticism, and one cannot be slipped in among others', async () => {
    await put([rule(1)]);
    const gag = { number: 3, title: 'Tone', body: 'Be kind. Negative comments about our products will be removed.' };
    expect(await problemOf(put([rule(1), gag]))).toEqual({ code: 'RULE_AGAINST_CRITICISM', params: { number: 3, words: 'Negative comments about our products will be removed' } });
    expect(await inForce()).toEqual(['1.1 Be kind.']);
  });

  it('have a number of their own, and words', async () => {
    for (const rules of [[], [rule(1), rule(1)], [rule(0)], [rule(100)], Array.from({ length: 31 }, (_, at) => rule(at + 1))]) {
      expect(await problemOf(put(rules))).toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(await problemOf(put([rule(1, ' ')]))).toMatchObject({ code: 'EMPTY_TEXT' });
  });
});
