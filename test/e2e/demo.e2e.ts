import { DemoSeeder } from '@fanfare/portability';
import { aCommunity, aMember } from '@fanfare/testing';
import { RecountService } from '@fanfare/votes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';

let app: App;
beforeAll(async () => {
  app = await startApp({ seed: true });
});
afterAll(() => app.stop());

const PROFILE = 'query ($slug: String!, $handle: String!) { community(slug: $slug) { id member(handle: $handle) { imported displayName identityLevel } } }';
/** Two whom ideas are by, and the one who moderates. */
const NAMED = [['brindlebrick', 'wren_builds'], ['elivane', 'mamie_volt'], ['brindlebrick', 'sunniva']] as const;
const ADDRESS = 'wren_builds@brindlebrick.invalid';

const profile = async (slug: string, handle: string) => (await app.visitor().get(PROFILE, { slug, handle })).community.member;
const count = async (sql: string) => Number((await app.database.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`))[0]!.n);

describe('people of the demo', () => {
  it('are members like everybody, and not brought from an earlier site', async () => {
    for (const [slug, handle] of NAMED) expect(await profile(slug, handle)).toMatchObject({ imported: false });
    expect(await count('members WHERE account_id IS NULL OR source_key IS NOT NULL')).toBe(0);
    expect(await count('members')).toBeGreaterThan(2 * 470);
  });

  it('unlike somebody who was', async () => {
    const { community } = await app.visitor().get(PROFILE, { slug: 'brindlebrick', handle: 'wren_builds' });
    const imported = await aMember(app.database, community.id, { account_id: null, source_key: 'old-1' });
    expect(await profile('brindlebrick', imported.handle as string)).toMatchObject({ imported: true });
    await app.database.query('DELETE FROM members WHERE id = $1', [imported.id]);
  });

  it('have the level in their account and in their community that their proofs amount to, of every step some', async () => {
    expect(await count('accounts a WHERE a.identity_level <> account_identity(a.id)')).toBe(0);
    expect(await count('members m JOIN accounts a ON a.id = m.account_id WHERE m.identity_level <> member_identity(a.identity_level, a.id, m.community_id)')).toBe(0);
    const levels = await app.database.query('SELECT c.slug, m.identity_level AS level FROM members m JOIN communities c ON c.id = m.community_id GROUP BY 1, 2');
    expect(levels).toHaveLength(2 * 4);
    const proofs = `evidence e JOIN accounts a ON a.id = e.account_id WHERE a.email LIKE '%.invalid'`;
    expect(await count(`(SELECT e.kind FROM ${proofs} GROUP BY 1) kinds`)).toBe(5);
    expect(await count(`${proofs} AND e.kind = 'WEBSITE' AND e.label NOT LIKE 'https://%.example/%'`)).toBe(0);
    expect(await count('evidence_pages')).toBe(0); // nobody goes and looks
    expect(await profile('brindlebrick', 'quiet_builder')).toMatchObject({ identityLevel: 'ANONYMOUS' });
    expect(await profile('brindlebrick', 'wren_builds')).toMatchObject({ identityLevel: 'CONFIRMED' });
  });

  it('are made once', async () => {
    const before = [await count('accounts'), await count('members')];
    expect(await app.get(DemoSeeder).seedOnce()).toMatchObject({ seeded: false });
    expect([await count('accounts'), await count('members')]).toEqual(before);
  });
});

describe('nobody becomes one of them', () => {
  it('by a password: only accounts of example.org have one', async () => {
    expect(await count(`passwords p JOIN accounts a ON a.id = p.account_id WHERE a.email NOT LIKE '%example.org'`)).toBe(0);
    expect(await count(`accounts WHERE email_confirmed_at IS NOT NULL AND email NOT LIKE '%example.org'`)).toBe(0);
    expect(await count('passwords')).toBeGreaterThan(0);
  });

  it('by a new password: the mail goes to those who can sign in only', async () => {
    for (const email of [ADDRESS, 'fan@example.org']) await app.visitor().mutate('requestPasswordReset', { email }, 'sent');
    await app.visitor().mailTo('fan@example.org', 'reset-password');
    await app.dispatcher.drain();
    const asked = await app.database.query('SELECT a.email::text FROM account_codes c JOIN accounts a ON a.id = c.account_id');
    expect(asked).toEqual([{ email: 'fan@example.org' }]);
  });

  it('by signing up with the same address, which begins somebody new', async () => {
    const [wren] = await app.database.query<{ id: string }>('SELECT id FROM accounts WHERE email = $1', [ADDRESS]);
    const eve = await (await app.visitor().signUp({ email: ADDRESS })).confirm();
    const { viewer } = await eve.get('{ viewer { account { id } } }');
    expect(viewer.account.id).not.toBe(wren!.id);
    expect(await eve.refusal('castVote', { idea: await anIdeaId() }, 'idea { id }')).toBe('NOT_A_MEMBER');
  });
});

it('is not loaded beside a community that came before it', async () => {
  const other = await startApp();
  await aCommunity(other.database, { slug: 'town' });
  expect(await other.get(DemoSeeder).seedOnce()).toBeNull();
  expect(await other.database.query('SELECT slug FROM communities')).toEqual([{ slug: 'town' }]);
  expect(await other.database.query('SELECT FROM accounts WHERE email = $1', ['fan@example.org'])).toEqual([]);
  await other.stop();
});

async function anIdeaId(): Promise<string> {
  const { community } = await app.visitor().get('{ community(slug: "brindlebrick") { ideas(first: 1) { nodes { id } } } }');
  return community.ideas.nodes[0].id;
}

async function signedIn(email: string) {
  const client = app.visitor();
  client.token = (await client.mutate<{ token: string }>('signIn', { email, password: app.config.demoPassword }, 'token')).token;
  return client;
}

describe.each(['brindlebrick', 'elivane'])('what happened in %s', (slug) => {
  it('waits for the fan whom visitors play: an inbox, people and ideas they follow, a pace of mail', async () => {
    const fan = await signedIn('fan@example.org');
    const { viewer } = await fan.get(
      `query ($slug: String!) { viewer { unreadCount(community: $slug) follows(community: $slug) { nodes { kind } }
        inbox(community: $slug) { nodes { kind idea { title } comment { body } response { body } actor { handle } readAt } }
        notificationPreferences(community: $slug) { kinds { kind mail } } } }`,
      { slug },
    );
    expect(viewer.unreadCount).toBeGreaterThanOrEqual(3);
    const kinds = ['ANSWERED', 'FOLLOWED', 'MERGED', 'POSTED', 'REPLIED'];
    expect(viewer.inbox.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(kinds));
    const told = viewer.inbox.nodes.filter(({ kind }: { kind: string }) => kinds.includes(kind));
    for (const { kind, idea, actor } of told) expect([actor.handle.length > 0, kind === 'FOLLOWED' || idea.title.length > 0]).toEqual([true, true]);
    expect(new Set(viewer.follows.nodes.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['IDEA', 'MEMBER', 'CATEGORY', 'COMMUNITY']));
    expect(viewer.notificationPreferences.kinds).toContainEqual({ kind: 'ANSWERED', mail: 'AT_ONCE' });
    await app.dispatcher.drain();
    expect(await count(`mailings`)).toBe(0); // the demo itself mails nobody
  });

  it('are merges, one of them contested and decided, that count every voter once', async () => {
    const brand = await signedIn('brand@example.org');
    const merged = await app.database.query<{ id: string }>(
      `SELECT i.id FROM ideas i JOIN communities c ON c.id = i.community_id WHERE c.slug = $1 AND i.status = 'MERGED' ORDER BY i.id`, [slug]);
    const ideas = await Promise.all(merged.map(async ({ id }) =>
      (await brand.get('query ($id: ID!) { idea(id: $id) { history { from to reason } merge { note by { handle } } mergeContest { reason upheld decision } mergedInto { status } } }', { id })).idea));
    expect(ideas.map(({ mergeContest }) => mergeContest?.upheld ?? null).sort()).toEqual([false, null]);
    for (const { merge, history, mergedInto } of ideas) expect([merge.by.handle.length > 0, history.at(-1).to, mergedInto.status]).toEqual([true, 'MERGED', 'OPEN']);
    expect(Object.values((await app.get(RecountService).compare()).drift).every((drifted) => drifted === 0)).toBe(true);
  });

  it('are steps with their dates, supporters who were asked, faces, and an owner to play', async () => {
    const owner = await signedIn('owner@example.org');
    const { viewer, community } = await owner.get(
      `query ($slug: String!) { viewer { roles(community: $slug) } community(slug: $slug) { ideas(first: 100, orderBy: TOP, filter: { status: [OPEN] }) {
        nodes { createdAt rung { position } rungsReached { reachedAt } } } } }`,
      { slug },
    );
    expect(viewer.roles).toEqual(['OWNER']);
    const climbed = community.ideas.nodes.filter(({ rung }: { rung: object | null }) => rung !== null);
    expect(climbed.length).toBeGreaterThan(4);
    for (const { createdAt, rungsReached } of climbed) for (const { reachedAt } of rungsReached) expect(Date.parse(reachedAt)).toBeGreaterThan(Date.parse(createdAt));
    expect(climbed.every(({ rungsReached }: { rungsReached: unknown[] }) => rungsReached.length > 0)).toBe(true);
    const asked = await app.database.query<{ idea: string }>(
      'SELECT s.idea_id AS idea FROM survey_answers s JOIN communities c ON c.id = s.community_id WHERE c.slug = $1 GROUP BY 1 HAVING count(*) > 30', [slug]);
    expect(asked).toHaveLength(2);
    const survey = await owner.get('query ($id: ID!) { idea(id: $id) { survey { results { yes no prices { currency } audience { word } } } } }', { id: asked[0]!.idea });
    expect(survey['idea'].survey.results).toMatchObject({ yes: expect.any(Number), prices: [{ currency: slug === 'elivane' ? 'EUR' : 'GBP' }] });
    const faces = await app.database.query<{ avatar: string }>(
      'SELECT m.avatar_id AS avatar FROM members m JOIN communities c ON c.id = m.community_id WHERE c.slug = $1 AND m.avatar_id IS NOT NULL', [slug]);
    expect(faces).toHaveLength(7);
    expect((await fetch(`${app.url}/media/${faces[0]!.avatar}/128.webp`)).status).toBe(200);
  });
});

describe.each(['brindlebrick', 'elivane'])('the moderators of %s', (slug) => {
  it('have work before them: what waits, what is held, an appeal, a ban to second; and a signed log behind them', async () => {
    const moderator = await signedIn('moderator@example.org');
    const asked = `query ($slug: String!) { community(slug: $slug) { open: reviewQueue(filter: { state: [OPEN] }) { nodes { subject { ... on Comment { id withheld } } reports { category } } }
      proposed: reviewQueue(filter: { state: [PROPOSED] }) { nodes { decisions { action state } } }
      decided: reviewQueue(filter: { state: [DECIDED] }) { nodes { decisions { action state facts appeals { state } } } }
      moderationLog { totalCount } logHead { size } } }`;
    const held = async () => (await moderator.get(asked, { slug })).community.open.nodes.filter(({ reports }: { reports: unknown[] }) => reports.length === 0);
    await expect.poll(held).toEqual([{ subject: expect.objectContaining({ withheld: 'HOLD' }), reports: [] }]);
    const { community } = await moderator.get(asked, { slug });
    expect(community.open.nodes).toHaveLength(3);
    expect(community.proposed.nodes).toMatchObject([{ decisions: expect.arrayContaining([{ action: 'BAN', state: 'PROPOSED' }]) }]);
    const decisions = community.decided.nodes.flatMap((item: { decisions: object[] }) => item.decisions) as { action: string; facts: string; appeals: { state: string }[] }[];
    expect(decisions.every(({ facts }) => facts.length > 0)).toBe(true);
    expect(decisions.map(({ action }) => action)).toEqual(expect.arrayContaining(['KEEP', 'LABEL', 'ASK_CHANGE', 'WARN', 'REMOVE']));
    expect(decisions.flatMap(({ appeals }) => appeals.map(({ state }) => state)).sort()).toEqual(['OPEN', 'REVERSED']);
    expect(community.logHead.size).toBe(community.moderationLog.totalCount);
    expect(community.logHead.size).toBeGreaterThan(decisions.length);
  });
});

describe.each(['brindlebrick', 'elivane'])('the movement of %s', (slug) => {
  it('has a call that the fan has begun to answer, an ambassador to play, an appeal for the moderator, and books that balance', async () => {
    const [fan, ambassador, moderator] = [await signedIn('fan@example.org'), await signedIn('ambassador@example.org'), await signedIn('moderator@example.org')];
    const { community } = await fan.get('query ($slug: String!) { community(slug: $slug) { calls(first: 1, state: [OPEN]) { nodes { eligibility { leastLevel } viewerApplication { state } } } } }', { slug });
    expect(community.calls.nodes).toEqual([{ eligibility: { leastLevel: 'NEWCOMER' }, viewerApplication: { state: 'DRAFT' } }]);
    const { viewer } = await ambassador.get('query ($slug: String!) { viewer { membership(community: $slug) { ambassador { state } } } }', { slug });
    expect(viewer.membership.ambassador).toEqual({ state: 'ACTIVE' });
    expect((await moderator.get('query ($slug: String!) { community(slug: $slug) { ambassadorAppeals { totalCount } } }', { slug })).community.ambassadorAppeals.totalCount).toBe(1);
    const uneven = `(SELECT a.perk_id FROM reward_accounts a JOIN communities c ON c.id = a.community_id WHERE c.slug = '${slug}' GROUP BY 1 HAVING sum(a.balance) <> 0) uneven`;
    expect([await count(uneven), await count(`reward_accounts WHERE kind IN ('BUDGET', 'MEMBER') AND balance < 0`)]).toEqual([0, 0]);
  });

  it('has told the fan and the ambassador whom visitors play: a waiting list, and entries accepted, to change, refused, and won on appeal', async () => {
    const [fan, ambassador, moderator] = [await signedIn('fan@example.org'), await signedIn('ambassador@example.org'), await signedIn('moderator@example.org')];
    const inbox = 'query ($slug: String!) { viewer { inbox(community: $slug, first: 50) { nodes { kind readAt call { viewerApplication { state waitingPlace } } entry { state } } } } }';
    const told = (await fan.get(inbox, { slug })).viewer.inbox.nodes;
    expect(told).toContainEqual({ kind: 'APPLICATION_WAITING', readAt: null, call: { viewerApplication: { state: 'WAITING', waitingPlace: 1 } }, entry: null });
    expect(told.map(({ kind }: { kind: string }) => kind)).toContain('CALL_OPENED');
    const notices = (await ambassador.get(inbox, { slug })).viewer.inbox.nodes as { kind: string; readAt: string | null; entry: { state: string } | null }[];
    const reviewed = notices.filter(({ kind }) => kind === 'ENTRY_REVIEWED').map(({ entry }) => entry!.state);
    expect(new Set(reviewed)).toEqual(new Set(['ACCEPTED', 'CHANGE_ASKED', 'REFUSED']));
    expect(notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['REWARD_PAID', 'AMBASSADOR_APPEAL_DECIDED', 'APPLICATION_SELECTED']));
    expect(notices.some(({ readAt }) => readAt === null)).toBe(true);
    const { community } = await moderator.get('query ($slug: String!) { community(slug: $slug) { ambassadorAppeals(decided: true) { nodes { outcome reasons } } } }', { slug });
    expect(community.ambassadorAppeals.nodes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['OVERTURNED', 'UPHELD']);
  });
});

describe('the brands of the demo', () => {
  it.each(['brindlebrick', 'elivane'])('%s has ideas to answer, a roadmap with dates, a changelog and credit', async (slug) => {
    const manager = app.visitor();
    manager.token = (await manager.mutate<{ token: string }>('signIn', { email: 'brand@example.org', password: app.config.demoPassword }, 'token')).token;
    const { community } = await manager.get(
      `query ($slug: String!) { community(slug: $slug) { needsAnswer { totalCount nodes { waitingSince officialResponse { id } } } changelog { totalCount }
        roadmap { nodes { status estimate { from until } credits { member { handle } idea { id } note by { handle } } } } } }`,
      { slug },
    );
    expect(community.needsAnswer.totalCount).toBeGreaterThan(5);
    for (const idea of community.needsAnswer.nodes) expect(idea).toMatchObject({ waitingSince: expect.any(String), officialResponse: null });
    expect(community.changelog.totalCount).toBeGreaterThan(5);
    const { nodes } = community.roadmap as { nodes: { status: string; estimate: { until: string } | null; credits: { note: string }[] }[] };
    for (const { status, estimate, credits } of nodes) {
      if (status === 'DELIVERED') expect(credits.length).toBeGreaterThan(0);
      else expect(Date.parse(estimate!.until)).toBeGreaterThan(Date.now());
    }
    expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(['PLANNED', 'IN_PROGRESS', 'DELIVERED']));
  });
});
