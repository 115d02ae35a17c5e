import { DAY } from '@fanfare/kernel';
import { WebClient } from '@fanfare/outbound';
import { aTermOf } from '@fanfare/testing';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';
import { newcomers } from '../support/fans.js';
import { Live } from '../support/live.js';
import { statementsOf } from '../support/statements.js';

let app: App;
let brand: Brand;
let site: Server;
/** What the ambassadors' site says, by path; no path answers 404. */
const pages: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  site = http.createServer(({ url }, response) => {
    const html = pages[url ?? '/'];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html ?? '');
  });
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  // A server on loopback passes for the ambassadors': an explicit allowance, of the test's own client.
  const port = (site.address() as AddressInfo).port;
  const allowed = new WebClient({ resolve: async () => ['127.0.0.1'], allow: (place) => place.address === '127.0.0.1' && place.port === port });
  vi.spyOn(app.get(WebClient), 'get').mockImplementation((url, wanted) => allowed.get(url.replace(/^https:\/\/([a-z.-]+)/, `http://$1:${port}`), wanted));
});
afterAll(async () => {
  vi.restoreAllMocks();
  site?.closeAllConnections();
  site?.close();
  await app?.stop();
});

const day = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const MISSION = {
  kind: 'REVIEW', title: 'Two weeks with the van', brief: 'Drive it for two weeks and say what works and what does not.',
  opensAt: day(-1), closesAt: day(30), evidence: ['LINK'], disclosures: [{ channel: 'Blog', language: 'en', words: ['#ad', 'sponsored by'] }],
};
const publish = async (more: object = {}) => (await brand.manager.mutate('publishMission', { community: brand.slug, ...MISSION, ...more }, 'mission { id }')).mission.id as string;
const ENTRY = 'entry { id state revision }';
const READ = `query ($id: ID!) { entry(id: $id) { state note member { handle } evidence { url pageTitle verdict nextCheckAt checks { verdict hash lookedFor { kind found } } } reviews { outcome reason by { handle } } viewerCan { edit { allowed } review { allowed reason } } } }`;
const read = async (client: Client, id: string) => (await client.get(READ, { id }))['entry'];
const inState = (client: Client, id: string, state: string) => eventually(() => read(client, id), (entry) => entry.state === state);
const rewardOf = async (client: Client) => (await client.get('query ($slug: String!) { viewer { membership(community: $slug) { rewards { points } } } }', { slug: brand.slug }))['viewer'].membership.rewards.points;

async function anAmbassador(handle: string): Promise<Client> {
  const [client] = await newcomers(app, 1);
  const id = await client!.join(brand.slug, handle);
  await aTermOf(app.database, { id, community_id: brand.communityId });
  return client!;
}

const send = (client: Client, mission: string, path: string, more: object = {}) =>
  client.mutate('submitEntry', { mission, evidence: [{ kind: 'LINK', url: `https://anna.example.org${path}` }], disclosed: true, ...more }, ENTRY);

describe('a mission', () => {
  it('is refused with the sentence when it asks for praise, in both languages', async () => {
    for (const [brief, why] of [
      ['Drive it for two weeks. Only share positive impressions.', 'NO_CRITICISM'],
      ['Conduisez-la deux semaines. Dites que vous adorez la couleur.', 'POSITIVE_OPINION'],
    ] as const) {
      const { errors } = await brand.manager.ask('mutation ($input: PublishMissionInput!) { publishMission(input: $input) { mission { id } } }', { input: { community: brand.slug, ...MISSION, brief } });
      expect(errors[0]!.extensions).toMatchObject({ code: 'BRIEF_ASKS_FOR_PRAISE', params: { sentence: brief.split('. ')[1], why } });
    }
  });

  it('stands in the catalogue with its places; drafts are the team’s, and only ambassadors choose', async () => {
    const id = await publish({ places: 2, title: 'A catalogue of one' });
    await publish({ title: 'Still a draft', draft: true });
    const asked = 'query ($slug: String!) { community(slug: $slug) { missions { nodes { title state placesLeft viewerCan { join { allowed reason } } } } } }';
    const titles = async (client: Client) => (await client.get(asked, { slug: brand.slug }))['community'].missions.nodes.map(({ title }: { title: string }) => title);
    expect(await titles(app.visitor())).toEqual(['A catalogue of one']);
    expect((await titles(brand.manager)).sort()).toEqual(['A catalogue of one', 'Still a draft']);
    expect(await brand.fan.refusal('joinMission', { mission: id }, 'mission { id }')).toBe('TERM_ENDED');
    const people = await Promise.all(['one-of-two', 'two-of-two', 'three-of-two'].map((handle) => anAmbassador(handle)));
    const joined = await Promise.all(people.map((client) => client.ask('mutation ($input: JoinMissionInput!) { joinMission(input: $input) { mission { taken viewerJoined } } }', { input: { mission: id } })));
    expect(joined.map(({ code }) => code).filter((code) => code !== null)).toEqual(['MISSION_FULL']);
  });
});

describe('an entry', () => {
  it('goes from its author to the brand and the wall: sent back without its disclosure, mended, accepted with criticism in it, and paid once', async () => {
    const { budget } = await brand.manager.mutate('createRewardBudget', { community: brand.slug, name: 'Autumn' }, 'budget { id }');
    await brand.manager.mutate('fundBudget', { budget: budget.id, amount: 500 }, 'budget { left }');
    const mission = await publish({ budget: budget.id, rewardPoints: 120, rubric: [{ criterion: 'Both weeks are there', points: 5 }] });
    const anna = await anAmbassador('anna-drives');
    await anna.mutate('joinMission', { mission }, 'mission { viewerJoined }');
    pages['/van'] = '<title>Two weeks</title><p>The brakes squeal and the seats are awful. An #adventure.</p>';
    const { entry } = await send(anna, mission, '/van', { note: 'The second week is on page two.' });
    expect((await inState(anna, entry.id, 'NEEDS_DISCLOSURE')).evidence[0]).toMatchObject({ verdict: 'MISSING', checks: [{ lookedFor: [{ kind: 'DISCLOSURE', found: null }] }] });
    expect(await read(app.visitor(), entry.id)).toBeNull();
    expect(await brand.manager.refusal('reviewEntry', { entry: entry.id, outcome: 'ACCEPT' }, ENTRY)).toBe('ENTRY_NOT_REVIEWABLE');

    pages['/van'] = pages['/van'].replace('An #adventure', '<em>Sponsored&nbsp;by the maker.</em>');
    await send(anna, mission, '/van', { note: 'Now it says so.' });
    const found = await eventually(() => read(anna, entry.id), ({ evidence }) => evidence[0].verdict === 'FOUND');
    expect(Date.parse(found.evidence[0].nextCheckAt) - Date.now()).toBeGreaterThan(6 * 86_400_000);
    const desk = 'query ($slug: String!) { community(slug: $slug) { missionEntries(filter: { state: [SUBMITTED] }) { nodes { id note viewerCan { review { allowed } } } } } }';
    expect((await brand.manager.get(desk, { slug: brand.slug }))['community'].missionEntries.nodes).toEqual([{ id: entry.id, note: 'Now it says so.', viewerCan: { review: { allowed: true } } }]);
    expect((await anna.ask(desk, { slug: brand.slug })).code).toBe('NOT_ALLOWED');

    const accept = { entry: entry.id, outcome: 'ACCEPT', scores: [{ criterion: 'Both weeks are there', score: 5 }], idempotencyKey: 'once' };
    const answers = await Promise.all([1, 2, 3].map(() => brand.manager.ask('mutation ($input: ReviewEntryInput!) { reviewEntry(input: $input) { entry { state } } }', { input: accept })));
    for (const { data } of answers) expect(data!['reviewEntry'].entry.state).toBe('ACCEPTED');
    expect(await rewardOf(anna)).toBe(120);
    expect((await read(app.visitor(), entry.id)).evidence[0]).toMatchObject({ verdict: 'FOUND', nextCheckAt: null, checks: null });
    const wall = 'query ($slug: String!) { community(slug: $slug) { missionFeed { totalCount nodes { id note disclosed member { handle } evidence { url pageTitle } } } } }';
    expect((await app.visitor().get(wall, { slug: brand.slug }))['community'].missionFeed).toEqual({
      totalCount: 1,
      nodes: [{ id: entry.id, note: null, disclosed: true, member: { handle: 'anna-drives' }, evidence: [{ url: 'https://anna.example.org/van', pageTitle: 'Two weeks' }] }],
    });

    await brand.manager.mutate('reviewEntry', { entry: entry.id, outcome: 'REFUSE', reason: 'The second week is gone.' }, ENTRY);
    expect(await rewardOf(anna)).toBe(0);
    const mayMend = async () => (await read(anna, entry.id)).viewerCan.edit.allowed;
    expect(await mayMend()).toBe(true);
    await app.database.query(`UPDATE missions SET opens_at = now() - interval '30 days', closes_at = now() - interval '15 days' WHERE id = (SELECT mission_id FROM entries WHERE id = $1)`, [entry.id]);
    expect(await mayMend(), 'a fortnight after the mission closed').toBe(false);
    const { entry: appealed } = await anna.mutate('appealEntry', { entry: entry.id, text: 'It is on page two.' }, 'entry { appeals { id outcome } }');
    const verdict = { appeal: appealed.appeals[0].id, outcome: 'OVERTURNED', reasons: 'It is on page two indeed.' };
    expect(await brand.owner.refusal('decideAmbassadorAppeal', verdict, 'appeal { outcome }')).toMatch(/NOT_IMPARTIAL|NOT_FOUND/);
    expect((await brand.moderator.mutate('decideAmbassadorAppeal', verdict, 'appeal { outcome decidedAs }')).appeal).toEqual({ outcome: 'OVERTURNED', decidedAs: 'MODERATOR' });
    expect(await rewardOf(anna)).toBe(120);
  });

  it('with a page that does not answer waits for eyes; links to private places are refused; an empty budget accepts nothing', async () => {
    const { budget } = await brand.manager.mutate('createRewardBudget', { community: brand.slug, name: 'Nothing left' }, 'budget { id }');
    const mission = await publish({ budget: budget.id, rewardPoints: 10 });
    const ben = await anAmbassador('ben-drives');
    await ben.mutate('joinMission', { mission }, 'mission { id }');
    const lead = (url: string) => ben.refusal('submitEntry', { mission, evidence: [{ kind: 'LINK', url }], disclosed: true }, ENTRY);
    for (const url of ['http://127.0.0.1/', 'http://10.1.2.3/', 'http://intranet.local/', 'http://[fd00::1]/']) expect(await lead(url), url).toBe('WEBSITE_REFUSED');
    const { entry } = await send(ben, mission, '/nowhere');
    await eventually(() => read(ben, entry.id), ({ evidence }) => evidence[0].verdict === 'UNREACHABLE');
    const review = (more: object) => brand.manager.refusal('reviewEntry', { entry: entry.id, outcome: 'ACCEPT', ...more }, ENTRY);
    expect(await review({})).toBe('DISCLOSURE_UNCHECKED');
    expect(await review({ sawDisclosure: true })).toBe('BUDGET_EMPTY');
    expect((await read(ben, entry.id)).state).toBe('SUBMITTED');
    expect((await ben.mutate('withdrawEntry', { entry: entry.id }, 'entry { state evidence { id } }')).entry).toEqual({ state: 'WITHDRAWN', evidence: [] });
  });

  it('that intake holds is read by a moderator first, and reported like any other text once it is on the wall', async () => {
    const mission = await publish({ evidence: ['TEXT'], disclosures: [] });
    const cleo = await anAmbassador('cleo-answers');
    await cleo.mutate('joinMission', { mission }, 'mission { id }');
    await brand.owner.mutate('updateIntakeSettings', { community: brand.slug, words: ['snurk'] }, 'community { id }');
    const { entry } = await cleo.mutate('submitEntry', { mission, evidence: [{ kind: 'TEXT', text: 'A snurk of a question, and my answer to it.' }], disclosed: true }, 'entry { id withheld }');
    expect(entry.withheld).toBe('HOLD');
    expect(await brand.manager.refusal('reviewEntry', { entry: entry.id, outcome: 'ACCEPT' }, ENTRY)).toBe('WITHHELD');
    const queue = 'query ($slug: String!) { community(slug: $slug) { reviewQueue(filter: { kind: [ENTRY] }) { nodes { id subjectId subject { ... on Entry { state } } } } } }';
    const { nodes } = await eventually(async () => (await brand.moderator.get(queue, { slug: brand.slug }))['community'].reviewQueue, (found) => found.nodes.length === 1);
    expect(nodes[0]).toMatchObject({ subjectId: entry.id, subject: { state: 'SUBMITTED' } });
    await brand.moderator.mutate('decideReview', { item: nodes[0].id, action: 'KEEP' }, 'decision { id }');
    expect((await brand.manager.mutate('reviewEntry', { entry: entry.id, outcome: 'ACCEPT' }, ENTRY)).entry.state).toBe('ACCEPTED');
    expect((await brand.fan.mutate('report', { subject: entry.id, category: 'SPAM' }, 'report { id }')).report.id).toBeTruthy();
  });
});

describe('a rally', () => {
  const RALLY = 'subscription ($id: ID!) { rallyChanged(mission: $id) { joined acted pace } }';
  const WRITTEN = { evidence: ['TEXT'], disclosures: [] };

  it('is counted live for whoever watches, signed in or not, as people join, act and take it back; what is no public rally is not there', async () => {
    const hour = { ...WRITTEN, kind: 'RALLY', rallyAt: new Date(Date.now() - 60_000).toISOString() };
    const mission = await publish(hour);
    const hidden = await publish({ ...hour, draft: true });
    const plain = await publish(WRITTEN);
    const dora = await anAmbassador('dora-acts');
    const live = await Live.connect(app.url);
    for (const id of [hidden, plain, 'nothing']) expect((await live.ask(RALLY, { id })).code, id).toBe('NOT_FOUND');
    const watch = live.subscribe(RALLY, { id: mission });
    const told = async (fits: (rally: { joined: number; acted: number; pace: number[] }) => boolean) => {
      for (;;) {
        const rally = (await watch.next()).data!['rallyChanged'];
        if (fits(rally)) return rally;
      }
    };
    expect(await told(() => true)).toEqual({ joined: 0, acted: 0, pace: Array(12).fill(0) });
    await dora.mutate('joinMission', { mission }, 'mission { id }');
    await told(({ joined, acted }) => joined === 1 && acted === 0);
    const { entry } = await dora.mutate('submitEntry', { mission, evidence: [{ kind: 'TEXT', text: 'A lighthouse of eleven bricks.' }], disclosed: true }, 'entry { id }');
    expect(await told(({ acted }) => acted === 1)).toEqual({ joined: 1, acted: 1, pace: [1, ...Array(11).fill(0)] });
    expect((await app.visitor().get('query ($id: ID!) { mission(id: $id) { rally { acted } } }', { id: mission }))['mission'].rally.acted).toBe(1);
    await dora.mutate('withdrawEntry', { entry: entry.id }, 'entry { id }');
    await told(({ acted }) => acted === 0);
    live.close();
  });
});

describe('lists of missions and entries', () => {
  const PERSON = 'member { id handle displayName avatarUrl level identityLevel roles ambassador { id receives } }';
  const PIECE = 'id kind url html pageTitle verdict picture { id url } ';
  const ASKED: Readonly<Record<string, string>> = {
    catalogue: '{ community(slug: $slug) { missions(first: $first) { nodes { id html placesLeft perk { id stock } budget { id } period { id } disclosures { words } rally { acted } viewerJoined viewerEntry { id state } viewerCan { join { allowed } submit { allowed } manage { allowed } } } } } }',
    wall: `{ community(slug: $slug) { missionFeed(first: $first) { nodes { id reportedByViewer mission { id title } ${PERSON} evidence { ${PIECE} } } } } }`,
    desk: `{ community(slug: $slug) { missionEntries(first: $first) { nodes { id note mission { id rubric { criterion } } ${PERSON} evidence { ${PIECE} checks { id lookedFor { found } } } reviews { id by { handle } } appeals { id } viewerCan { review { allowed } } } } } }`,
  };

  it('ask the database no oftener for eight than for two', async () => {
    const { budget } = await brand.manager.mutate('createRewardBudget', { community: brand.slug, name: 'Many' }, 'budget { id }');
    await brand.manager.mutate('fundBudget', { budget: budget.id, amount: 5_000 }, 'budget { left }');
    const people = await Promise.all(['ada', 'bo', 'cy'].map((name) => anAmbassador(`${name}-of-many`)));
    const made = await Promise.all(Array.from({ length: 3 }, (_, at) => publish({ evidence: ['TEXT'], disclosures: [], title: `One of many ${at}`, budget: budget.id, rewardPoints: 5 })));
    await Promise.all(made.flatMap((mission) => people.map((one) => one.mutate('joinMission', { mission }, 'mission { id }'))));
    const entries: string[] = [];
    for (const mission of made) {
      for (const one of people) entries.push((await one.mutate('submitEntry', { mission, evidence: [{ kind: 'TEXT', text: `Answer ${entries.length} of many, with its reasons.` }], disclosed: true }, 'entry { id }')).entry.id);
    }
    for (const entry of entries.slice(0, 8)) await brand.manager.mutate('reviewEntry', { entry, outcome: 'ACCEPT' }, 'entry { state }');
    for (const [name, selection] of Object.entries(ASKED)) {
      const ask = (first: number) => statementsOf(app, () => brand.manager.get(`query ($slug: String!) ${selection.replace('$first', String(first))}`, { slug: brand.slug }));
      await ask(8); // what is read once for a session is read
      const [few, many] = [await ask(2), await ask(8)];
      // The eight may hold a rally, or a perk, where the two hold none; a query for each row would be six more.
      expect(many, `${name}: ${few} for two`).toBeLessThanOrEqual(few + 2);
      expect(many, name).toBeLessThanOrEqual(24);
    }
  });
});
