import type { Database } from '@fanfare/database';
import { RequestContext } from '@fanfare/graphql';
import { type Actor, type Problem, type StaffRole, VISITOR } from '@fanfare/kernel';
import { Benches, PanelDuties } from '@fanfare/moderation';
import { aCommunity, aMember, anAmbassador, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AmbassadorsModule } from '../ambassadors.module.js';
import { RevocationsService } from '../terms/revocations.service.js';
import { judgedIn } from './ambassador-appeal.row.js';
import { AmbassadorAppealLists } from './ambassador-appeal-lists.queries.js';
import { AmbassadorAppealsLoaders } from './ambassador-appeals.loaders.js';
import { AmbassadorAppealsQueries } from './ambassador-appeals.queries.js';
import { AmbassadorAppealsService } from './ambassador-appeals.service.js';

let rooms: Rooms;
let db: Database;
let community: { id: string };
/** Revoked the second term, and is no longer of the brand; was one of the brand when the others were revoked. */
let judge: string;
let brand: string;
let [max, mia, panelist, operator] = ['', '', '', ''];
let fans: readonly { readonly account: string; readonly appeal: string }[];

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule]);
  db = rooms.database;
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  community = await aCommunity(db);
  const somebody = async (of = community.id) => (await aMember(db, of)).account_id!;
  const elsewhere = (await aCommunity(db)).id;
  [brand, judge, max, mia, panelist, operator] = [await somebody(), await somebody(), await somebody(), await somebody(), await somebody(elsewhere), await somebody(elsewhere)];
  await db.query('UPDATE accounts SET is_operator = true WHERE id = $1', [operator]);
  for (const account of [brand, judge]) await aRole(db, community.id, account, 'BRAND_MANAGER');
  fans = [await anAppellant(brand), await anAppellant(judge), await anAppellant(brand)];
  await db.query('UPDATE role_grants SET revoked_at = now() WHERE account_id = $1', [judge]);
});

/** An ambassador whose term somebody of the brand revoked, and who appeals. */
async function anAppellant(by: string): Promise<{ account: string; appeal: string }> {
  const { account_id: account, termId } = await anAmbassador(db, community.id, rooms.clock.now());
  const revoker: Actor = { ...VISITOR, accountId: by, grants: [{ communityId: community.id, role: 'BRAND_MANAGER' }] };
  await rooms.get(RevocationsService).revoke(revoker, termId, { clause: 'What you always do', facts: 'Three posts without a word of it.', passage: 'Best car ever!' });
  rooms.clock.advance(1_000);
  const appeal = await rooms.get(AmbassadorAppealsService).appeal({ ...VISITOR, accountId: account }, 'TERM', termId, { text: 'Every post says it.' });
  return { account: account!, appeal };
}

let moderating: readonly string[];

async function staffed(moderators: readonly string[], panel: readonly string[]): Promise<void> {
  moderating = moderators;
  await db.query(`UPDATE role_grants SET revoked_at = now() WHERE role = 'MODERATOR' AND community_id = $1 AND revoked_at IS NULL`, [community.id]);
  await db.query('DELETE FROM moderation_panel');
  for (const account of moderators) await aRole(db, community.id, account, 'MODERATOR');
  for (const account of panel) await db.query('INSERT INTO moderation_panel (account_id, appointed_at) VALUES ($1, now())', [account]);
}

function actorOf(accountId: string): Actor {
  const roles: StaffRole[] = accountId === brand ? ['BRAND_MANAGER'] : moderating.includes(accountId) ? ['MODERATOR'] : [];
  return { ...VISITOR, accountId, isOperator: accountId === operator, grants: roles.map((role) => ({ communityId: community.id, role })) };
}

const contextOf = (actor: Actor) => Object.assign(new RequestContext({ headers: {}, ip: '192.0.2.1' }), { actor });
const named = (ids: readonly string[]) => ids.map((id) => fans.findIndex(({ appeal }) => appeal === id));

/** What a reader's list holds, by whose appeal it is, with its count; or why there is none. */
async function listOf(account: string, which: 'open' | 'decided' = 'open'): Promise<readonly number[] | string> {
  try {
    const { nodes, totalCount } = await rooms.get(AmbassadorAppealLists)[which](actorOf(account), community.id, {});
    expect(await totalCount()).toBe(nodes.length);
    return named(nodes.map(({ id }) => id));
  } catch (problem) {
    return (problem as Problem).code ?? problem;
  }
}

/** What a reader may judge, asked one by one. */
async function judgedBy(account: string): Promise<readonly number[]> {
  const rows = await rooms.get(AmbassadorAppealsQueries).byIds(fans.map(({ appeal }) => appeal));
  const context = contextOf(actorOf(account));
  const may = await Promise.all(fans.map(async ({ appeal }) => (await rooms.get(Benches).refusal(context, judgedIn(rows.get(appeal)!), true)) === null));
  return [0, 1, 2].filter((at) => may[at]);
}

/** What a reader is given, asked for one by one. */
async function readBy(account: string): Promise<readonly number[]> {
  const context = contextOf(actorOf(account));
  const read = await Promise.all(fans.map(({ appeal }) => rooms.get(AmbassadorAppealsLoaders).readable(context, appeal)));
  return [0, 1, 2].filter((at) => read[at]);
}

/** Of how many a reader is told once a day, as one of the panel or who runs the deployment. */
async function toldTo(account: string): Promise<number> {
  const told = await rooms.transactor.run((tx) => rooms.get(PanelDuties).ofEach(tx));
  return told.get(account)?.find(({ communityId, kind }) => communityId === community.id && kind === 'AMBASSADOR_APPEAL')?.waiting ?? 0;
}

const NO = 'NOT_ALLOWED';

describe('appeals of ambassadors', () => {
  it('are to each reader those that they may judge, in the list, one by one and in the panel’s mail, whoever judges there', async () => {
    const third = fans[2]!.account;
    const staffings: [moderators: string[], panel: string[], lists: [reader: string, list: readonly number[] | string][]][] = [
      [[max, mia], [panelist], [[max, [0, 1, 2]], [panelist, NO], [operator, NO], [brand, NO], [judge, NO], [third, NO]]],
      [[max, third], [panelist], [[max, [0, 1, 2]], [third, [0, 1]], [panelist, [2]], [operator, NO]]],
      [[max, judge], [panelist], [[max, [0, 1, 2]], [judge, [0, 2]], [panelist, NO]]],
      [[third, judge], [panelist], [[judge, [0, 2]], [third, [0, 1]], [panelist, [2]]]],
      [[max], [panelist, judge, brand], [[max, [0, 1, 2]], [panelist, [0, 1, 2]], [judge, [0, 2]], [brand, NO], [operator, NO]]],
      [[], [judge, third], [[judge, [0, 2]], [third, [0, 1]], [operator, NO]]],
      [[], [judge], [[judge, [0, 2]], [operator, [1]]]],
      [[], [], [[operator, [0, 1, 2]], [panelist, NO], [judge, NO]]],
    ];
    for (const [moderators, panel, lists] of staffings) {
      await staffed(moderators, panel);
      for (const [reader, list] of lists) {
        const which = `${staffings.findIndex((staffing) => staffing[2] === lists)}, ${lists.findIndex(([one]) => one === reader)}`;
        expect(await listOf(reader), which).toEqual(list);
        const own = typeof list === 'string' ? [] : list;
        expect(await judgedBy(reader), which).toEqual(own);
        expect(await readBy(reader), which).toEqual(reader === third ? [...own, 2] : own); // one's own is never judged, and always read
        expect(await toldTo(reader), which).toBe(moderators.includes(reader) ? 0 : own.length); // whoever moderates there has an inbox
      }
    }
  });

  it('are so when they were decided, the latest first; the operator’s seat and the panel’s wait for their second factor', async () => {
    await staffed([max, fans[2]!.account], [panelist]);
    for (const { appeal } of fans) {
      await db.query(`UPDATE ambassador_appeals SET decided_at = $2, decided_as = 'MODERATOR', outcome = 'UPHELD', reasons = 'They stand.' WHERE id = $1`, [appeal, rooms.clock.now()]);
      rooms.clock.advance(1_000);
    }
    expect([await listOf(max, 'decided'), await listOf(panelist, 'decided'), await listOf(panelist)]).toEqual([[2, 1, 0], [2], NO]);
    await db.query(`UPDATE moderation_panel SET appointed_at = now() - interval '300 days'`);
    await db.query(`UPDATE deployment SET second_factor_since = now() - interval '300 days'`);
    expect(await listOf(panelist, 'decided')).toBe('SECOND_FACTOR_NEEDED');
    expect(await listOf(panelist)).toBe(NO);
  });

  it('come page by page, each once, with the count of the reader’s own', async () => {
    await staffed([max, judge], []);
    const lists = rooms.get(AmbassadorAppealLists);
    const first = await lists.open(actorOf(judge), community.id, { first: 1 });
    const second = await lists.open(actorOf(judge), community.id, { first: 1, after: first.pageInfo.endCursor });
    expect([named(first.nodes.map(({ id }) => id)), named(second.nodes.map(({ id }) => id))]).toEqual([[0], [2]]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, await second.totalCount()]).toEqual([true, false, 2]);
    await expect(lists.open(VISITOR, community.id, {})).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });
});
