import { GenuinenessService } from '@fanfare/reputation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import type { Fan } from '../support/fans.js';
import { aCrowd, aRing, type Crowd, rest } from '../support/rings.js';
import { statementsOf } from '../support/statements.js';

const RING_IDEA = 3;

let app: App;
let brand: Brand;
let crowd: Crowd;
let ring: Fan[];
let idea: string;
const judge = () => app.get(GenuinenessService).judge(brand.communityId, true);

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  crowd = await aCrowd(app.database, brand.communityId, { author_id: brand.fanId });
  idea = crowd.ideaIds[RING_IDEA]!;
});
afterAll(() => app?.stop());

const RUNS = `query ($id: ID!) { idea(id: $id) { support { raw verified quarantined }
  suspectedRuns { id together expected held beganAt endedAt since model cameFor { id } reasons { reason members } ruling { counts reason ruledAt by { handle } } }
  suspicionEvents(first: 10) { totalCount nodes { kind votes at ruling { counts reason by { handle } } } } } }`;
const OF_COMMUNITY = 'query ($slug: String!) { community(slug: $slug) { suspectedRuns(first: 10) { totalCount nodes { id held cameFor { id } } } } }';
const STANDING = `query ($slug: String!, $handle: String!) { community(slug: $slug) { member(handle: $handle) { reputation {
  genuineness { standing heldVotes strengths advice score reasons { reason effect } model judgedAt } } } } }`;

const seenBy = async (client: Client, id = idea) => (await client.get(RUNS, { id })).idea;
const as = (fan: Fan): Client => Object.assign(app.visitor(), { token: fan.token });

async function standingOf(fan: Fan, client: Client) {
  const [{ handle }] = (await app.database.query<{ handle: string }>('SELECT handle::text AS handle FROM members WHERE id = $1', [fan.memberId])) as [{ handle: string }];
  return (await client.get(STANDING, { slug: brand.slug, handle })).community.member.reputation.genuineness;
}

async function standingsOf(fans: readonly Fan[], of = idea): Promise<string[]> {
  const sql = 'SELECT DISTINCT standing FROM votes WHERE idea_id = $1 AND member_id = ANY ($2::uuid[]) ORDER BY standing';
  return (await app.database.query<{ standing: string }>(sql, [of, fans.map(({ memberId }) => memberId)])).map(({ standing }) => standing);
}

describe('a community in which nobody stands out', () => {
  it('has no vote set aside, and moderators are told that there is none', async () => {
    await judge();
    expect(await seenBy(brand.moderator)).toMatchObject({ support: { quarantined: 0 }, suspectedRuns: [], suspicionEvents: { totalCount: 0 } });
  });
});

describe('a ring', () => {
  beforeAll(async () => {
    ring = await aRing(app.database, crowd, 24, RING_IDEA);
    await judge();
  });

  it('has its votes set aside, with when, how many and why for moderators', async () => {
    const { support, suspectedRuns: [run, ...more], suspicionEvents } = await seenBy(brand.moderator);
    expect(support.quarantined).toBe(24);
    expect(more).toEqual([]);
    expect(run).toMatchObject({ together: 24, held: 24, cameFor: { id: idea }, ruling: null });
    expect(run.expected).toBeLessThan(14);
    expect(Date.parse(run.endedAt) - Date.parse(run.beganAt)).toBe(23 * 60_000);
    expect(run.reasons).toEqual(expect.arrayContaining([{ reason: 'UNIDENTIFIED', members: 24 }, { reason: 'BRIEF', members: 24 }]));
    expect(suspicionEvents.nodes).toMatchObject([{ kind: 'SET_ASIDE', votes: 24, ruling: null }]);
    const { community } = await brand.moderator.get(OF_COMMUNITY, { slug: brand.slug });
    expect(community.suspectedRuns).toMatchObject({ totalCount: 1, nodes: [{ id: run.id, cameFor: { id: idea } }] });
    expect(community.suspectedRuns.nodes[0].held, 'what they support elsewhere waits too').toBeGreaterThan(24);
  });

  it('is nobody’s business but moderators’: fans, the author, the brand, and a moderator of another community see counts only', async () => {
    await app.database.query(`UPDATE role_grants SET role = 'MODERATOR' WHERE community_id = $1`, [brand.nextDoor.id]);
    for (const client of [app.visitor(), brand.fan, brand.manager, brand.owner, brand.operator, brand.rival, as(ring[0]!)]) {
      expect(await seenBy(client)).toMatchObject({ support: { quarantined: 24 }, suspectedRuns: null, suspicionEvents: null });
      const { data, code } = await client.ask(OF_COMMUNITY, { slug: brand.slug });
      expect([data!['community'].suspectedRuns, code]).toEqual([null, client.token ? 'NOT_ALLOWED' : 'SIGN_IN_REQUIRED']);
    }
  });

  it('tells its members their own standing in words, with what helps and no figure; others nothing', async () => {
    const [member, other] = [ring[0]!, ring[1]!];
    const own = await standingOf(member, as(member));
    expect(own).toEqual({ standing: 'HELD', heldVotes: expect.any(Number), strengths: ['IDENTIFIED'], advice: ['LINK_ACCOUNT', 'TAKE_PART'], score: null, reasons: null, model: null, judgedAt: null });
    expect(own.heldVotes).toBeGreaterThan(0);
    for (const client of [app.visitor(), brand.fan, brand.owner, brand.rival, as(other)]) expect(await standingOf(member, client)).toBeNull();
    const told = await standingOf(member, brand.moderator);
    expect(told.reasons[0]).toMatchObject({ reason: expect.stringMatching(/^(COORDINATED|BRIEF)$/) });
    expect(told.score).toBeLessThan(0.5);
    const vote = '{ viewerVote { standing } }';
    expect((await as(member).get(`query ($id: ID!) { idea(id: $id) ${vote} }`, { id: idea })).idea.viewerVote.standing).toBe('QUARANTINED');
  });

  it('loses nothing else, and neither does the author: they vote and talk on, and nobody is removed or restricted', async () => {
    const member = as(ring[2]!);
    await member.mutate('addComment', { idea, body: 'I only like it.' }, 'comment { id }');
    await member.mutate('withdrawVote', { idea }, 'idea { id }');
    await member.mutate('castVote', { idea }, 'idea { id }');
    expect(await standingsOf([ring[2]!]), 'withdrawing does not shake it off').toEqual(['QUARANTINED']);
    await brand.fan.mutate('addComment', { idea, body: 'Thank you all.' }, 'comment { id }');
    const [left] = await app.database.query<{ count: number }>('SELECT count(*)::int AS count FROM members WHERE community_id = $1', [brand.communityId]);
    expect(left!.count).toBeGreaterThanOrEqual(200 + 24 + 4);
    expect(await app.database.query(`SELECT status FROM ideas WHERE id = ANY ($1::uuid[]) AND status <> 'OPEN'`, [crowd.ideaIds])).toEqual([]);
  });

  it('that grows has its late votes set aside too, a minute after the last move and not before', async () => {
    await app.database.query('UPDATE genuineness_ideas SET moved_at = now()');
    const [late] = await aRing(app.database, crowd, 1, RING_IDEA);
    await app.database.query(`UPDATE votes SET cast_at = cast_at + interval '25 minutes' WHERE member_id = $1`, [late!.memberId]);
    await judge();
    expect(await standingsOf([late!])).toEqual(['VERIFIED']);
    await rest(app.database);
    await judge();
    expect(await standingsOf([late!])).toEqual(['QUARANTINED']);
    const { suspectedRuns } = await seenBy(brand.moderator);
    expect(suspectedRuns.map(({ together, held }: { together: number; held: number }) => [together, held])).toEqual([[25, 25]]);
    ring.push(late!);
  });

  it('costs readers of the idea no query, and moderators one more', async () => {
    const page = (more: string) => `query ($id: ID!) { idea(id: $id) { title support { raw } ${more} } }`;
    const asked = (client: Client, more = '') => statementsOf(app, () => client.get(page(more), { id: idea }));
    const runs = 'suspectedRuns { id held }';
    expect(await asked(brand.fan, runs)).toBe(await asked(brand.fan));
    expect(await asked(brand.moderator, runs)).toBe((await asked(brand.moderator)) + 1);
  });
});

describe('a ruling', () => {
  const PAYLOAD = 'idea { id support { quarantined } suspectedRuns { held ruling { counts reason by { handle } } } }';
  const input = async (counts: boolean, reason = 'The builders’ club of Lyon, at their meeting.') => ({ run: (await seenBy(brand.moderator)).suspectedRuns[0].id, counts, reason });

  it('is a moderator’s of this community, in no matter of their own, with a reason', async () => {
    const ruling = await input(true);
    for (const client of [brand.fan, brand.manager, brand.owner, brand.operator, brand.rival]) expect(await client.refusal('ruleOnRun', ruling, 'idea { id }')).toBe('NOT_ALLOWED');
    expect(await app.visitor().refusal('ruleOnRun', ruling, 'idea { id }')).toBe('SIGN_IN_REQUIRED');
    expect(await brand.moderator.refusal('ruleOnRun', { ...ruling, reason: ' ' }, 'idea { id }')).toBe('EMPTY_TEXT');
    for (const run of ['x', `${idea}_1`, idea]) expect(await brand.moderator.refusal('ruleOnRun', { ...ruling, run }, 'idea { id }')).toBe('NOT_FOUND');
    const moderatorsOwn = `UPDATE ideas SET author_id = (SELECT id FROM members WHERE community_id = $2 AND handle = $3) WHERE id = $1`;
    await app.database.query(moderatorsOwn, [idea, brand.communityId, 'max-reviews']);
    expect(await brand.moderator.refusal('ruleOnRun', ruling, 'idea { id }')).toBe('NOT_ALLOWED');
    await app.database.query(moderatorsOwn, [idea, brand.communityId, 'fay-builds']);
    expect(await standingsOf(ring)).toEqual(['QUARANTINED']);
  });

  it('to let them count holds against later estimates, is in the audit log and in the story, and can be turned over', async () => {
    await rest(app.database);
    const { idea: freed } = await brand.moderator.mutate('ruleOnRun', await input(true), PAYLOAD);
    expect(freed).toMatchObject({ support: { quarantined: 0 }, suspectedRuns: [{ held: 0, ruling: { counts: true, by: { handle: 'max-reviews' } } }] });
    for (let night = 0; night < 2; night += 1) {
      await rest(app.database);
      await judge();
    }
    const held = () => app.database.query(`SELECT FROM votes WHERE community_id = $1 AND standing = 'QUARANTINED'`, [brand.communityId]);
    expect(await held(), 'elsewhere too').toEqual([]);
    expect((await standingOf(ring[0]!, as(ring[0]!))).standing).toBe('USUAL');
    const log = 'query ($slug: String!) { community(slug: $slug) { auditLog(first: 1) { nodes { kind actor { handle } facts { name value } } } } }';
    expect((await brand.owner.get(log, { slug: brand.slug })).community.auditLog.nodes).toMatchObject([{ kind: 'votes.ruled', actor: { handle: 'max-reviews' } }]);

    await rest(app.database);
    await brand.moderator.mutate('ruleOnRun', await input(false, 'No such club.'), PAYLOAD);
    expect(await standingsOf(ring)).toEqual(['QUARANTINED']);
    const { suspicionEvents } = await seenBy(brand.moderator);
    expect(suspicionEvents.nodes.slice(0, 2)).toMatchObject([
      { kind: 'RULED_TO_WAIT', votes: 25, ruling: { counts: false, reason: 'No such club.', by: { handle: 'max-reviews' } } },
      { kind: 'RULED_TO_COUNT', votes: 25, ruling: { counts: true } },
    ]);
  });
});
