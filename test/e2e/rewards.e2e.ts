import { RewardsService } from '@fanfare/ambassadors';
import { Transactor } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { statementsOf } from '../support/statements.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let app: App;
let brand: Brand;
let budget: string;

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  budget = (await brand.manager.mutate('createRewardBudget', { community: brand.slug, name: 'Summer' }, 'budget { id left }')).budget.id;
});
afterAll(() => app?.stop());

const pay = (points: number, perkId: string | null) =>
  app.get(Transactor).run((tx) => app.get(RewardsService).pay(tx, { entryId: newId(), communityId: brand.communityId, memberId: brand.fanId, points, budgetId: budget, perkId, by: null }));

const OWN = `{ community(slug: "SLUG") { member(handle: "fay-builds") { rewards {
  points transfers { totalCount nodes { kind amount perk { title } member { handle } } } deliveries { nodes { id state note perk { title stock } } }
} } } }`;
const ownOf = async (client: Client) => (await client.get(OWN.replace('SLUG', brand.slug)))['community'].member.rewards;

describe('rewards', () => {
  it('are set aside, paid, chosen and sent; a member reads their own, the brand its books', async () => {
    const funded = await brand.manager.mutate('fundBudget', { budget, amount: 100 }, 'budget { left funded }');
    expect(funded.budget).toEqual({ left: 100, funded: 100 });
    const { perk } = await brand.manager.mutate('createPerk', { budget, title: 'A mug', cost: 30, stock: 2 }, 'perk { id stock cost }');
    const { perk: prize } = await brand.manager.mutate('createPerk', { budget, title: 'A ride', stock: 1 }, 'perk { id }');
    await pay(40, prize.id);
    expect(await brand.fan.refusal('redeemPerk', { perk: prize.id }, 'delivery { id }')).toBe('NOT_FOUND');
    const { delivery } = await brand.fan.mutate('redeemPerk', { perk: perk.id, idempotencyKey: 'a' }, 'delivery { id state perk { stock } }');
    expect(delivery).toMatchObject({ state: 'OWED', perk: { stock: 1 } });
    expect((await brand.fan.mutate('redeemPerk', { perk: perk.id, idempotencyKey: 'a' }, 'delivery { id }')).delivery.id).toBe(delivery.id);
    expect(await brand.fan.refusal('redeemPerk', { perk: perk.id }, 'delivery { id }')).toBe('NOT_ENOUGH_POINTS');
    await brand.manager.mutate('updateDelivery', { delivery: delivery.id, state: 'SENT', note: 'Parcel 7' }, 'delivery { state }');
    const own = await ownOf(brand.fan);
    expect(own).toMatchObject({ points: 10, deliveries: { nodes: [{ state: 'SENT', note: 'Parcel 7', perk: { title: 'A mug' } }, { state: 'OWED', perk: { title: 'A ride', stock: 0 } }] } });
    expect(own.transfers.totalCount).toBe(4);
    expect(own.transfers.nodes.map((line: { kind: string; amount: number; perk: { title: string } | null }) => [line.kind, line.amount, line.perk?.title ?? 'points'])).toEqual(
      expect.arrayContaining([['PERK', -30, 'points'], ['PERK', 1, 'A mug'], ['PAYOUT', 40, 'points'], ['PAYOUT', 1, 'A ride']]));
    for (const other of [brand.manager, brand.rival, app.visitor()]) expect(await ownOf(other).catch(() => null)).toBeNull();
    const BOOKS = `{ community(slug: "${brand.slug}") { rewardBudgets { nodes { name left perks { title stock } transfers(first: 10) { nodes { kind amount perk { title } member { handle } } } } }
      perkDeliveries(state: OWED) { nodes { member { handle } perk { title } } } } }`;
    const books = (await brand.owner.get(BOOKS))['community'];
    expect(books).toMatchObject({ rewardBudgets: { nodes: [{ name: 'Summer', left: 60 }] }, perkDeliveries: { nodes: [{ member: { handle: 'fay-builds' }, perk: { title: 'A ride' } }] } });
    expect(books.rewardBudgets.nodes[0].transfers.nodes).toHaveLength(6); // both stocks, points, the payout's two lines, the mug
    for (const other of [brand.fan, brand.moderator, brand.rival]) expect((await other.ask(BOOKS)).errors?.[0]?.extensions?.['code']).toBe('NOT_ALLOWED');
    expect((await app.visitor().get(`{ community(slug: "${brand.slug}") { perks { nodes { title } } } }`))['community'].perks.nodes).toEqual([{ title: 'A mug' }]);
    expect(await brand.rival.refusal('fundBudget', { budget, amount: 1 }, 'budget { left }')).toBe('NOT_FOUND');
    const ONE = (id: string) => `{ community(slug: "${brand.slug}") { rewardBudget(id: "${id}") { name } } }`;
    expect([(await brand.owner.get(ONE(budget)))['community'], (await brand.owner.get(ONE(newId())))['community']]).toEqual([{ rewardBudget: { name: 'Summer' } }, { rewardBudget: null }]);
    expect((await brand.fan.ask(ONE(budget))).errors?.[0]?.extensions?.['code']).toBe('NOT_ALLOWED');
    expect(await brand.manager.refusal('fundBudget', { budget, amount: -61, reason: 'Too much.' }, 'budget { left }')).toBe('BUDGET_EMPTY');
    expect((await brand.manager.mutate('fundBudget', { budget, amount: -10, reason: 'Too much.' }, 'budget { left funded }')).budget).toEqual({ left: 50, funded: 90 });
    expect((await brand.manager.mutate('updatePerk', { perk: perk.id, title: 'A mug', cost: 5, retired: true }, 'perk { cost retiredAt }')).perk).toEqual({ cost: 5, retiredAt: expect.any(String) });
    expect(await brand.fan.refusal('redeemPerk', { perk: perk.id, cost: 5 }, 'delivery { id }')).toBe('PERK_GONE');
    expect((await app.visitor().get(`{ community(slug: "${brand.slug}") { perks { nodes { title } } } }`))['community'].perks.nodes).toEqual([]);
    expect(await brand.rival.refusal('updateDelivery', { delivery: delivery.id, state: 'RETURNED' }, 'delivery { id }')).toBe('NOT_FOUND');
  });
});

describe('lists of rewards', () => {
  const LISTS = () => `{ community(slug: "${brand.slug}") { rewardBudgets { nodes { left funded perks { stock } transfers(first: 20) { nodes { balance perk { title } mission { title } member { handle } madeBy { handle } } } } }
    perkDeliveries { nodes { member { handle } perk { title stock } } } trackingLinks { nodes { visitors robots days { day } member { handle } mission { title } } } } }`;

  it('ask no more of the database when they are longer', async () => {
    const few = await statementsOf(app, () => brand.manager.get(LISTS()));
    for (let n = 0; n < 8; n += 1) await pay(1, null);
    const perk = (await brand.manager.mutate('createPerk', { budget, title: 'A pin', stock: 9 }, 'perk { id }')).perk.id;
    for (let n = 0; n < 5; n += 1) await pay(0, perk);
    expect(await statementsOf(app, () => brand.manager.get(LISTS()))).toBeLessThanOrEqual(few);
  });
});

describe('a tracking link', () => {
  const link = { id: newId(), token: 'abcdefGHIJ_-' };
  const follow = (token: string, headers: Record<string, string> = {}, method = 'GET') => fetch(`${app.url}/r/${token}`, { method, redirect: 'manual', headers: { 'user-agent': FIREFOX, ...headers } });

  it('leads to where the mission sends people, leaves nothing with them, and counts people apart from programs', async () => {
    const mission = newId();
    await app.database.query(
      `INSERT INTO missions (id, community_id, kind, state, title, brief, opens_at, closes_at, evidence, created_by, created_at, published_at)
       VALUES ($1, $2, 'CREATE', 'PUBLISHED', 'A mission', 'Do it.', now() - interval '1 day', now() + interval '1 day', '{LINK}', $3, now(), now())`, [mission, brand.communityId, brand.fanId]);
    await app.database.query(
      `INSERT INTO tracking_links (id, token, community_id, mission_id, member_id, channel, created_at) VALUES ($1, $2, $3, $4, $5, 'Bluesky', now())`,
      [link.id, link.token, brand.communityId, mission, brand.fanId]);
    const first = await follow(link.token);
    expect([first.status, first.headers.get('location'), first.headers.get('set-cookie'), first.headers.get('cache-control')]).toEqual([302, `/c/${brand.slug}`, null, 'no-store']);
    await follow(link.token);
    await follow(link.token, { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' });
    await follow(link.token, {}, 'HEAD');
    await follow(link.token, { 'user-agent': `${FIREFOX} ahead`, 'sec-purpose': 'prefetch' });
    await brand.manager.mutate('setTrackingTarget', { mission, target: 'https://brand.example/new' }, 'missionId');
    expect((await follow(link.token)).headers.get('location')).toBe('https://brand.example/new');
    const LINKS = `{ community(slug: "${brand.slug}") { member(handle: "fay-builds") { trackingLinks { nodes { url channel visitors days { visitors robots } } } } } }`;
    const links = async (client: Client) => (await client.get(LINKS))['community'].member.trackingLinks;
    const mine = { nodes: [{ url: expect.stringContaining(`/r/${link.token}`), channel: 'Bluesky', visitors: 1, days: [{ visitors: 1, robots: 1 }] }] };
    expect([await links(brand.fan), await links(brand.manager), await links(brand.rival)]).toEqual([mine, mine, null]);
    const ALL = `{ community(slug: "${brand.slug}") { missions { nodes { trackingTarget } } trackingLinks(mission: "${mission}") { nodes { channel visitors robots member { handle } mission { title } } } } }`;
    expect((await brand.manager.get(ALL))['community']).toEqual({ missions: { nodes: [{ trackingTarget: 'https://brand.example/new' }] },
      trackingLinks: { nodes: [{ channel: 'Bluesky', visitors: 1, robots: 1, member: { handle: 'fay-builds' }, mission: { title: 'A mission' } }] } });
    for (const other of [brand.fan, brand.moderator, brand.rival]) expect((await other.ask(ALL)).errors?.[0]?.extensions?.['code']).toBe('NOT_ALLOWED');
    expect((await brand.fan.get(`{ community(slug: "${brand.slug}") { missions { nodes { trackingTarget } } } }`))['community'].missions.nodes).toEqual([{ trackingTarget: null }]);
  });

  it.each(['nobodysToken', 'x', `${'y'.repeat(90)}`, '%27%20OR%201=1', '..%2F..%2Fetc'])('that is none leads nowhere: %s', async (token) => {
    const answer = await follow(token);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/r']);
  });
});

describe('the numbers of a movement', () => {
  const DAYS = `from: "${new Date(Date.now() - 86_400_000).toISOString()}", to: "${new Date(Date.now() + 86_400_000).toISOString()}"`;
  const QUERY = () => `{ community(slug: "${brand.slug}") { ambassadorNumbers(${DAYS}) { missions { state count } reach { channel visitors robots } costs { points perks } amplification { visitors value } credibility { value } } } }`;
  const file = (name: string, client: Client, more = '') =>
    fetch(`${app.url}/c/${brand.slug}/movement/files/${name}?from=2026-01-01T00:00:00Z&to=2028-01-01T00:00:00Z${more}`, { headers: client.token ? { authorization: `Bearer ${client.token}` } : {} });

  it('are the brand’s team’s, with the files they are counted from', async () => {
    expect((await brand.manager.get(QUERY()))['community'].ambassadorNumbers).toMatchObject({ missions: [{ state: 'OPEN', count: 1 }], reach: [{ channel: 'bluesky', visitors: 1, robots: 1 }], costs: [{ points: 48, perks: 6 }] });
    for (const other of [brand.fan, brand.moderator, brand.rival]) expect((await other.ask(QUERY())).errors?.[0]?.extensions?.['code']).toBe('NOT_ALLOWED');
    const reach = await file('reach.csv', brand.owner);
    expect([reach.status, reach.headers.get('content-type'), reach.headers.get('cache-control')]).toEqual([200, 'text/csv; charset=utf-8', 'private, no-store']);
    expect((await reach.text()).split('\r\n')[1]).toMatch(/^\d{4}-\d\d-\d\d,[0-9a-f-]{36},[0-9a-f-]{36},A mission,,,bluesky,1,1,/);
    const statuses = [await file('reach.csv', brand.fan), await file('reach.csv', app.visitor()), await file('people.csv', brand.owner), await file('reach.csv', brand.owner, '&from=now')].map(({ status }) => status);
    expect(statuses).toEqual([403, 401, 404, 400]);
  });
});
