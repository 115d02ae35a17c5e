import { DAY } from '@fanfare/kernel';
import { WebClient } from '@fanfare/outbound';
import { aRole, aTermOf } from '@fanfare/testing';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BRIEFS } from '../../libs/ambassadors/src/briefs/briefs.fixture.js';
import { HOSTILE_ADDRESSES } from '../../libs/outbound/src/hostile-addresses.fixture.js';
import { type App, startApp } from '../support/app.js';
import { aBrand, accountOf, type Brand } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';
import { newcomers, someFans } from '../support/fans.js';

let app: App;
let brand: Brand;
/** Whoever knocks here was led to a private place. */
let canary: Server;
let hits = 0;

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  canary = http.createServer((_request, response) => {
    hits += 1;
    response.end('Sponsored by the maker.');
  });
  await new Promise<void>((ready) => canary.listen(0, '127.0.0.1', ready));
});
afterAll(async () => {
  vi.restoreAllMocks();
  canary?.closeAllConnections();
  canary?.close();
  await app?.stop();
});

const day = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const MISSION = {
  kind: 'REVIEW', title: 'Two weeks with the van', brief: 'Drive it for two weeks and say what works and what does not.',
  opensAt: day(-1), closesAt: day(30), evidence: ['TEXT'], disclosures: [{ channel: 'Blog', language: 'en', words: ['sponsored by'] }],
};
const PUBLISH = 'mutation ($input: PublishMissionInput!) { publishMission(input: $input) { mission { id } } }';
const asked = (by: Client, more: object) => by.ask(PUBLISH, { input: { community: brand.slug, ...MISSION, ...more } });
const publish = async (more: object = {}) => (await asked(brand.manager, more)).data!['publishMission'].mission.id as string;
const ENTRY = 'entry { id state }';

interface Ambassador {
  readonly client: Client;
  readonly id: string;
  readonly termId: string;
}

/** No two of them look alike. */
const LETTERS = 'abcdefghjkpqstuxyz';
let handles = 0;
async function ambassadors(count: number): Promise<Ambassador[]> {
  return Promise.all((await newcomers(app, count)).map(async (client) => {
    const id = await client.join(brand.slug, `driver-${LETTERS[Math.floor(handles / 18)]}${LETTERS[handles++ % 18]}`);
    return { client, id, termId: await aTermOf(app.database, { id, community_id: brand.communityId }) };
  }));
}

const answer = (client: Client, mission: string, text = 'A quiet answer, to a question that somebody asked on day four.') =>
  client.mutate('submitEntry', { mission, evidence: [{ kind: 'TEXT', text }], disclosed: true }, ENTRY).then(({ entry }) => entry.id as string);

describe('a brief', () => {
  it.each(['en', 'fr'] as const)('in %s that asks for praise is refused with the sentence and why, twenty times; twenty honest ones pass', async (language) => {
    await app.database.query('UPDATE communities SET locale = $2 WHERE id = $1', [brand.communityId, language]);
    const by = language === 'en' ? brand.manager : brand.owner;
    const all = (briefs: readonly string[]) => Promise.all(briefs.slice(0, 20).map(async (brief) => ({ brief, ...(await asked(by, { brief: `${MISSION.brief}\n\n${brief}` })) })));
    for (const { brief, errors } of await all(BRIEFS[language].refused)) {
      expect(errors[0]?.extensions, brief).toMatchObject({ code: 'BRIEF_ASKS_FOR_PRAISE', params: { sentence: expect.any(String), why: expect.any(String) } });
      expect(brief).toContain((errors[0]!.extensions.params!['sentence'] as string).replace(/[.!]$/, ''));
    }
    for (const { brief, code } of await all(BRIEFS[language].honest)) expect(code, brief).toBeNull();
    await app.database.query(`UPDATE communities SET locale = 'en' WHERE id = $1`, [brand.communityId]);
  });

  it('finds no way round: not by its title, its audience or its rubric, not by changing a draft, not by the reason of a review', async () => {
    const praise = 'Only share positive impressions.';
    for (const more of [{ title: praise }, { audience: praise }, { rubric: [{ criterion: praise, points: 5 }] }, { brief: `${MISSION.brief} ${praise}`, draft: true }]) {
      expect((await asked(brand.manager, more)).code).toBe('BRIEF_ASKS_FOR_PRAISE');
    }
    const draft = await publish({ draft: true });
    expect(await brand.manager.refusal('updateMission', { mission: draft, ...MISSION, brief: `${MISSION.brief} ${praise}` }, 'mission { id }')).toBe('BRIEF_ASKS_FOR_PRAISE');
    const [one] = await ambassadors(1);
    const mission = await publish();
    await one!.client.mutate('joinMission', { mission }, 'mission { id }');
    const entry = await answer(one!.client, mission);
    for (const outcome of ['CHANGE', 'REFUSE']) expect(await brand.manager.refusal('reviewEntry', { entry, outcome, reason: praise }, ENTRY)).toBe('BRIEF_ASKS_FOR_PRAISE');
    expect((await brand.manager.mutate('reviewEntry', { entry, outcome: 'ACCEPT' }, ENTRY)).entry.state).toBe('ACCEPTED');
  });
});

describe('an application', () => {
  const CALL = { title: 'A hundred agents', story: 'Six months, one car.', perks: 'The car.', seats: 2, selection: 'PANEL', questions: [{ kind: 'TEXT', text: 'Why you?' }], publish: true };
  const open = async (more: object = {}) => {
    const input = { community: brand.slug, ...CALL, opensAt: day(-1), closesAt: day(30), ...more };
    return (await brand.manager.mutate('openCall', input, 'call { id questions { id } }')).call as { id: string; questions: { id: string }[] };
  };
  const close = (call: string) => app.database.query(`UPDATE calls SET closes_at = now() - interval '1 second' WHERE id = $1`, [call]);

  it('is refused to who may not or comes too early or late, by name; also who began in time and was somebody else when they ended', async () => {
    const fans = (await someFans(app.database, brand.communityId, 5)).filter(({ isAnonymous }) => !isAnonymous).map((fan) => ({ ...fan, client: Object.assign(app.visitor(), { token: fan.token }) }));
    await app.database.query(`UPDATE members SET level = 'FAN' WHERE id = ANY ($1)`, [fans.map(({ memberId }) => memberId)]);
    const [fan, slow, served] = fans as [(typeof fans)[0], (typeof fans)[0], (typeof fans)[0]];
    const call = await open();
    const start = (client: Client, id = call.id) => client.refusal('startApplication', { call: id, ofAge: true }, 'application { id }');
    await aTermOf(app.database, { id: served.memberId, community_id: brand.communityId });
    expect(await start(brand.fan)).toBe('LEVEL_TOO_LOW');
    expect(await start(brand.manager)).toBe('STAFF_CANNOT_APPLY');
    expect(await start(served.client)).toBe('ALREADY_AMBASSADOR');
    expect(await start((await newcomers(app, 1))[0]!)).toBe('NOT_A_MEMBER');
    expect(await start(fan.client, (await open({ opensAt: day(1) })).id)).toBe('CALL_NOT_OPEN');
    expect(await start(fan.client, (await open({ publish: false })).id)).toBe('NOT_FOUND');

    const begin = async (client: Client) => {
      const { application } = await client.mutate('startApplication', { call: call.id, ofAge: true }, 'application { id }');
      await client.mutate('saveApplication', { application: application.id, answers: [{ question: call.questions[0]!.id, answer: 'I drive every day.' }] }, 'application { id }');
      return application.id as string;
    };
    const submit = (client: Client, application: string) => client.refusal('submitApplication', { application }, 'application { id }');
    const [first, second] = [await begin(fan.client), await begin(slow.client)];
    await app.database.query(`UPDATE members SET level = 'NEWCOMER' WHERE id = $1`, [fan.memberId]);
    expect(await submit(fan.client, first)).toBe('LEVEL_TOO_LOW');
    await app.database.query(`UPDATE members SET level = 'FAN' WHERE id = $1`, [fan.memberId]);
    await fan.client.mutate('submitApplication', { application: first }, 'application { state }');
    await close(call.id);
    expect(await submit(slow.client, second)).toBe('CALL_NOT_OPEN');
    expect(await fan.client.refusal('saveApplication', { application: first, answers: [] }, 'application { id }')).toBe('CALL_NOT_OPEN');
    await brand.manager.mutate('decideApplication', { applications: [first], outcome: 'DECLINED', reason: 'Two wrote more.' }, 'applications { id }');
    expect(await start(fan.client, (await open()).id)).toBe('REAPPLY_LATER');
  });
});

/** Whether somebody is given an appeal, in the list and by itself. */
async function readBy(by: Client, id: string): Promise<{ listed: boolean; read: boolean }> {
  const ask = 'query ($slug: String!, $id: ID!) { ambassadorAppeal(id: $id) { id } community(slug: $slug) { ambassadorAppeals(first: 50) { totalCount nodes { id } } } }';
  const { ambassadorAppeal: read, community } = await by.get(ask, { slug: brand.slug, id });
  const { totalCount, nodes } = community.ambassadorAppeals;
  expect(nodes).toHaveLength(totalCount);
  return { listed: nodes.some((node: { id: string }) => node.id === id), read: read !== null };
}

describe('nobody judges their own', () => {
  it('entry, term or appeal, whatever office they are given meanwhile', async () => {
    const [author, moderator] = await ambassadors(2) as [Ambassador, Ambassador];
    const mission = await publish();
    const entries: string[] = [];
    for (const { client } of [author, moderator]) {
      await client.mutate('joinMission', { mission }, 'mission { id }');
      entries.push(await answer(client, mission, `What ${client.token!.slice(0, 4)} answered, on the ${entries.length + 3}rd day of the trip.`));
    }
    await aRole(app.database, brand.communityId, await accountOf(author.client), 'BRAND_MANAGER');
    await aRole(app.database, brand.communityId, await accountOf(moderator.client), 'MODERATOR');
    for (const outcome of ['ACCEPT', 'REFUSE']) expect(await author.client.refusal('reviewEntry', { entry: entries[0], outcome, reason: 'Mine.' }, ENTRY)).toBe('OWN_ENTRY');
    expect(await author.client.refusal('revokeTerm', { term: author.termId, clause: 'Disclosure', facts: 'Three posts without it.', passage: 'Mine.' }, 'term { id }')).toBe('NOT_IMPARTIAL');
    await brand.manager.mutate('reviewEntry', { entry: entries[1], outcome: 'REFUSE', reason: 'The second week is missing.' }, ENTRY);
    const { entry } = await moderator.client.mutate('appealEntry', { entry: entries[1], text: 'It is there.' }, 'entry { appeals { id } }');
    const verdict = { appeal: entry.appeals[0].id, outcome: 'OVERTURNED', reasons: 'It is there, I wrote it.' };
    expect(await moderator.client.refusal('decideAmbassadorAppeal', verdict, 'appeal { outcome }')).toBe('NOT_IMPARTIAL');
    expect(await readBy(moderator.client, verdict.appeal), 'one’s own stands in no list of what is to be judged').toEqual({ listed: false, read: true });
    expect(await readBy(brand.moderator, verdict.appeal)).toEqual({ listed: true, read: true });
    expect(await brand.moderator.mutate('decideAmbassadorAppeal', { ...verdict, reasons: 'It is there.' }, 'appeal { outcome }')).toEqual({ appeal: { outcome: 'OVERTURNED' } });
  });

  it('refusal: who refused a work and moderates now neither reads the appeal nor decides it', async () => {
    const [author, turncoat] = await ambassadors(2) as [Ambassador, Ambassador];
    const account = await accountOf(turncoat.client);
    await aRole(app.database, brand.communityId, account, 'BRAND_MANAGER');
    const mission = await publish();
    await author.client.mutate('joinMission', { mission }, 'mission { id }');
    const refused = await answer(author.client, mission, 'What the author answered, on the ninth day of the trip.');
    await turncoat.client.mutate('reviewEntry', { entry: refused, outcome: 'REFUSE', reason: 'The second week is missing.' }, ENTRY);
    const { entry } = await author.client.mutate('appealEntry', { entry: refused, text: 'It is there.' }, 'entry { appeals { id } }');
    const appeal = entry.appeals[0].id as string;
    await app.database.query('UPDATE role_grants SET revoked_at = now() WHERE account_id = $1', [account]);
    await aRole(app.database, brand.communityId, account, 'MODERATOR');
    expect(await readBy(turncoat.client, appeal)).toEqual({ listed: false, read: false });
    expect(await turncoat.client.refusal('decideAmbassadorAppeal', { appeal, outcome: 'UPHELD', reasons: 'I said so.' }, 'appeal { outcome }')).toBe('NOT_IMPARTIAL');
    expect(await readBy(brand.moderator, appeal)).toEqual({ listed: true, read: true });

    const panelist = await app.visitor().signUp();
    const alone = `UPDATE role_grants SET revoked_at = now() WHERE community_id = $1 AND role = 'MODERATOR' AND revoked_at IS NULL AND account_id <> $2`;
    await app.database.query(alone, [brand.communityId, await accountOf(brand.moderator)]);
    await app.database.query('INSERT INTO moderation_panel (account_id, appointed_at) VALUES ($1, now())', [await accountOf(panelist)]);
    const whole = 'query ($id: ID!) { ambassadorAppeal(id: $id) { mission { id title } entry { id } evidence { text } decision { facts } viewerMayDecide { allowed } } }';
    expect((await panelist.get(whole, { id: appeal })).ambassadorAppeal, 'to who judges from outside, all that it takes').toEqual({
      mission: { id: mission, title: MISSION.title }, entry: null, evidence: [{ text: expect.stringContaining('ninth day') }], decision: { facts: 'The second week is missing.' }, viewerMayDecide: { allowed: true },
    });
  });
});

describe('a mission with few places', () => {
  it('is never over-full: of sixteen at once three get in, and one more for each who leaves', async () => {
    const people = await ambassadors(16);
    const mission = await publish({ places: 3 });
    const race = async (those: readonly Ambassador[]) => {
      const join = 'mutation ($input: JoinMissionInput!) { joinMission(input: $input) { mission { taken } } }';
      const answers = await Promise.all(those.map(async (one) => ({ one, code: (await one.client.ask(join, { input: { mission } })).code })));
      expect(answers.filter(({ code }) => code !== null && code !== 'MISSION_FULL')).toEqual([]);
      return answers.filter(({ code }) => code === null).map(({ one }) => one);
    };
    const inside = await race(people);
    expect(inside).toHaveLength(3);
    await inside[0]!.client.mutate('leaveMission', { mission }, 'mission { id }');
    expect(await race(people.filter((one) => !inside.includes(one)))).toHaveLength(1);
    expect(await app.database.query('SELECT taken, (SELECT count(*)::int FROM mission_joins j WHERE j.mission_id = m.id AND j.left_at IS NULL) AS joined FROM missions m WHERE id = $1', [mission])).toEqual([{ taken: 3, joined: 3 }]);
  });
});

describe('a term that is over', () => {
  it('opens nothing from its hour on, before anybody has written that it ended; what was handed in before is still answered', async () => {
    const [one, other] = await ambassadors(2) as [Ambassador, Ambassador];
    const [mission, next] = [await publish(), await publish()];
    for (const { client } of [one, other]) await client.mutate('joinMission', { mission }, 'mission { id }');
    const entry = await answer(one.client, mission, 'What I said to a newcomer about the third gear.');
    await app.schedules.stop(); // whoever writes that terms end
    await app.database.query(`UPDATE terms SET ends_at = now() - interval '1 second' WHERE id = ANY ($1)`, [[one.termId, other.termId]]);
    expect(await one.client.refusal('joinMission', { mission: next }, 'mission { id }')).toBe('TERM_ENDED');
    expect(await other.client.refusal('submitEntry', { mission, evidence: [{ kind: 'TEXT', text: 'Too late, and said so.' }], disclosed: true }, ENTRY)).toBe('TERM_ENDED');
    expect(await other.client.refusal('saveEntry', { mission, evidence: [], disclosed: false }, ENTRY)).toBe('TERM_ENDED');
    expect(await app.database.query('SELECT DISTINCT state FROM terms WHERE id = ANY ($1)', [[one.termId, other.termId]])).toEqual([{ state: 'ACTIVE' }]);
    expect((await brand.manager.mutate('reviewEntry', { entry, outcome: 'ACCEPT' }, ENTRY)).entry.state).toBe('ACCEPTED');
  });
});

describe('a link to a private place', () => {
  it('is refused when it looks like one, never read when it leads to one, and never paid', async () => {
    const port = (canary.address() as AddressInfo).port;
    const client = app.get(WebClient);
    vi.spyOn(client as unknown as { resolve: (name: string) => Promise<string[]> }, 'resolve').mockImplementation(async () => ['127.0.0.1']); // whatever a name is, it is us
    const [one] = await ambassadors(1) as [Ambassador];
    const mission = await publish({ evidence: ['LINK'] });
    await one.client.mutate('joinMission', { mission }, 'mission { id }');
    const passed: string[] = [];
    const submit = 'mutation ($input: SubmitEntryInput!) { submitEntry(input: $input) { entry { id } } }';
    for (const address of HOSTILE_ADDRESSES.map((text) => text.replaceAll('PORT', String(port)))) {
      const { code, data } = await one.client.ask(submit, { input: { mission, evidence: [{ kind: 'LINK', url: address }], disclosed: true } });
      if (code === null) passed.push(data!['submitEntry'].entry.id);
      else expect(['WEBSITE_REFUSED', 'INVALID_INPUT', 'TOO_LONG'], `${address}: ${code}`).toContain(code);
    }
    expect(passed.length).toBeLessThan(HOSTILE_ADDRESSES.length / 10);
    const { entry } = await one.client.mutate('submitEntry', { mission, evidence: [{ kind: 'LINK', url: 'https://pages.example.org/' }], disclosed: true }, ENTRY);
    const reason = 'query ($id: ID!) { entry(id: $id) { evidence { verdict checks { reason } } } }';
    const read = await eventually(async () => (await one.client.get(reason, { id: entry.id }))['entry'].evidence[0], ({ verdict }) => verdict !== null);
    expect(read).toEqual({ verdict: 'UNREACHABLE', checks: [{ reason: 'ADDRESS' }] });
    expect(await brand.manager.refusal('reviewEntry', { entry: entry.id, outcome: 'ACCEPT', sawDisclosure: true }, ENTRY)).toBe('DISCLOSURE_MISSING');
    await app.dispatcher.drain();
    expect(hits).toBe(0);
    await fetch(`http://127.0.0.1:${port}/`);
    expect(hits).toBe(1); // somebody listens there
  });
});
