import { DemoSeeder } from '@fanfare/portability';
import { aCommunity, aMember } from '@fanfare/testing';
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

  it('have the same level in their account and in their community', async () => {
    expect(await count('members m JOIN accounts a ON a.id = m.account_id WHERE m.identity_level <> a.identity_level')).toBe(0);
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
