import { Schedules } from '@fanfare/events';
import { newId } from '@fanfare/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';

let app: App;
let operator: Client;
let fan: Client;

beforeAll(async () => {
  app = await startApp();
  operator = await app.visitor().signUp({ displayName: 'Olga Operator' });
  await operator.sql('UPDATE accounts SET is_operator = true, email_confirmed_at = now() WHERE email = $1', [operator.person!.email]);
  await operator.mutate('createCommunity', { slug: 'brick', name: 'Brick', terms: 'Yours.', categories: [{ name: 'Sets' }] }, 'community { id }');
  fan = await app.visitor().signUp({ displayName: 'Fay Fan' });
  await fan.join('brick', 'fay');
});
afterAll(() => app?.stop());

describe('the address of a community to be', () => {
  const CHECK = 'query ($slug: String!) { communityAddress(slug: $slug) { slug available reason suggestion } }';

  it('is said to be free, taken or no address at all, with one that is close', async () => {
    const check = async (slug: string) => (await operator.get(CHECK, { slug })).communityAddress;
    expect(await check('Lego-Fans')).toEqual({ slug: 'lego-fans', available: true, reason: null, suggestion: null });
    expect(await check('brick')).toEqual({ slug: 'brick', available: false, reason: 'SLUG_TAKEN', suggestion: 'brick-2' });
    expect(await check('graphql')).toMatchObject({ available: false, reason: 'SLUG_TAKEN', suggestion: 'graphql-2' });
    expect(await check('Été & joie')).toMatchObject({ available: false, reason: 'INVALID_INPUT', suggestion: 'ete-joie' });
    expect(await check('')).toMatchObject({ available: false, reason: 'INVALID_INPUT', suggestion: null });
  });

  it('is the operator’s to ask', async () => {
    expect((await fan.ask(CHECK, { slug: 'x' })).code).toBe('NOT_ALLOWED');
    expect((await app.visitor().ask(CHECK, { slug: 'x' })).code).toBe('SIGN_IN_REQUIRED');
  });
});

describe('one’s own roles', () => {
  it('are known before one has joined, in that community alone', async () => {
    const mine = 'query ($slug: String!) { viewer { roles(community: $slug) membership(community: $slug) { id } } }';
    expect((await operator.get(mine, { slug: 'brick' })).viewer).toEqual({ roles: ['OWNER'], membership: null });
    expect((await operator.get(mine, { slug: 'nowhere' })).viewer.roles).toEqual([]);
    expect((await fan.get(mine, { slug: 'brick' })).viewer.roles).toEqual([]);
  });
});

describe('the audit log', () => {
  const LOG = `query ($after: String, $actor: String, $kind: [String!]) { community(slug: "brick") { auditKinds
    auditLog(first: 3, after: $after, actor: $actor, kind: $kind) { totalCount pageInfo { hasNextPage endCursor }
      nodes { id kind at actorName actor { handle } member { handle } memberName invitation { email } idea { id } facts { name value } } } } }`;

  beforeAll(async () => {
    for (const email of ['ada@example.org', 'ben@example.org', 'cleo@example.org']) {
      await operator.mutate('inviteStaff', { community: 'brick', email, role: 'MODERATOR' }, 'invitation { id }');
    }
  });

  it('tells staff what was done, by whom, to whom, the latest first', async () => {
    await operator.mutate('updateCommunity', { community: 'brick', name: 'Brick', tagline: 'Build it with us', ladder: [{ support: 5, days: 9 }] }, 'community { id }');
    await operator.mutate('grantRole', { community: 'brick', handle: 'fay', role: 'BRAND_MANAGER' }, 'member { id }');
    const { nodes, totalCount } = (await operator.get(LOG)).community.auditLog;
    expect(nodes[0]).toMatchObject({ kind: 'role.granted', actorName: 'Olga Operator', actor: null, member: { handle: 'fay' }, memberName: 'Fay Fan', facts: [{ name: 'role', value: 'BRAND_MANAGER' }] });
    expect(nodes[1]).toMatchObject({ kind: 'community.updated', facts: [{ name: 'fields', value: 'tagline, ladder' }] });
    expect(totalCount).toBeGreaterThan(5);
    expect((await fan.get(LOG)).community.auditLog.nodes[0].kind).toBe('role.granted');
  });

  it('is read in pages without a gap, and by kind and person', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (await operator.get(LOG, { after })).community.auditLog;
      seen.push(...page.nodes.map((node) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    const acts = await operator.sql<{ id: string }>(`SELECT id FROM events WHERE community_id = (SELECT id FROM communities WHERE slug = 'brick') AND staff_act`);
    expect([...seen].sort()).toEqual(acts.map((row) => row.id).sort());
    const { auditKinds, auditLog } = (await operator.get(LOG, { kind: ['staff.invited'] })).community;
    expect(auditKinds).toContain('staff.invited');
    expect(new Set(auditLog.nodes.map((node: { kind: string }) => node.kind))).toEqual(new Set(['staff.invited']));
    expect((await operator.get(LOG, { actor: 'fay' })).community.auditLog.totalCount).toBe(0);
    expect((await operator.ask(LOG, { actor: 'nobody-here' })).code).toBe('NOT_FOUND');
  });

  it('is staff’s alone, and shows an invited address only to those who may invite', async () => {
    const outsider = await app.visitor().signUp();
    const refused = await outsider.ask(LOG);
    expect([refused.code, refused.data!.community.auditLog]).toEqual(['NOT_ALLOWED', null]);
    const manager = (await fan.get(LOG, { kind: ['staff.invited'] })).community.auditLog.nodes;
    expect(manager.every((node: { invitation: object | null }) => node.invitation === null)).toBe(true);
    const owner = (await operator.get(LOG, { kind: ['staff.invited'] })).community.auditLog.nodes;
    expect(owner.some((node: { invitation: object | null }) => node.invitation !== null)).toBe(true);
    await operator.mutate('createCommunity', { slug: 'other', name: 'Other', terms: 'x' }, 'community { id }');
    expect((await fan.ask('{ community(slug: "other") { auditLog { totalCount } } }')).code).toBe('NOT_ALLOWED');
  });

  it('gains nothing from what fans do, and from a change that changes nothing', async () => {
    const count = async () => (await operator.get(LOG)).community.auditLog.totalCount;
    const before = await count();
    await fan.mutate('updateMember', { community: 'brick', bio: 'Builds.' }, 'member { id }');
    await operator.mutate('updateCommunity', { community: 'brick', tagline: 'Build it with us' }, 'community { id }');
    expect(await count()).toBe(before);
  });
});

describe('the terms', () => {
  it('keep every wording that somebody accepted', async () => {
    await operator.mutate('updateCommunity', { community: 'brick', terms: 'Still yours.' }, 'community { id }');
    const { community } = await app.visitor().get('{ community(slug: "brick") { termsVersions { version body createdAt } } }');
    expect(community.termsVersions.map((terms: { version: number; body: string }) => [terms.version, terms.body])).toEqual([[2, 'Still yours.'], [1, 'Yours.']]);
  });
});

describe('the deployment’s health', () => {
  const HEALTH = `{ deployment { health { warnings checkedAt
    queue { waiting failing oldestAt handlers { handler sends known waiting failing } failures { handler event attempts error nextTryAt } }
    schedules { name known lastRunAt nextRunAt late lastError } mail { way server from waiting failures { at error } }
    storage { folder freeBytes totalBytes } database { version bytes connections mostConnections migrations { name applied } }
    program { version node startedAt memoryBytes worksItself processes { name connections } } } } }`;
  const health = async () => (await operator.get(HEALTH)).deployment.health;

  it('is the operator’s to know', async () => {
    const refused = await fan.ask(HEALTH);
    expect([refused.code, refused.data!.deployment.health]).toEqual(['NOT_ALLOWED', null]);
    expect((await app.visitor().ask(HEALTH)).code).toBe('SIGN_IN_REQUIRED');
  });

  it('is well on a machine that works', async () => {
    const needs = (warnings: readonly string[]) => warnings.filter((warning) => warning !== 'DISK_NEARLY_FULL'); // the machine's matter
    const knows = (schedules: readonly { name: string }[]) => schedules.some(({ name }) => name === 'members.forgetInvitations'); // from its first round on
    const report = await eventually(health, ({ queue, warnings, schedules }) => queue.waiting === 0 && needs(warnings).length === 0 && knows(schedules));
    expect(report.queue).toMatchObject({ waiting: 0, failing: 0, oldestAt: null, failures: [] });
    expect(needs(report.warnings)).toEqual([]);
    expect(report.mail).toMatchObject({ way: 'DEVELOPMENT_MAILBOX', server: null });
    expect(report.database.migrations.every((one: { applied: boolean }) => one.applied)).toBe(true);
    expect(report.database.bytes).toBeGreaterThan(1_000_000);
    expect(report.program.processes).toContainEqual({ name: 'fanfare api', connections: expect.any(Number) });
    expect(knows(report.schedules)).toBe(true);
  });

  it('names what fails and waits', async () => {
    const event = newId();
    await operator.sql(`INSERT INTO events (id, type, occurred_at) VALUES ($1, 'test.happened', now() - interval '1 hour')`, [event]);
    await operator.sql(`INSERT INTO deliveries (event_id, handler, attempts, last_error, run_at) VALUES ($1, 'gone.handler', 3, 'It broke', now() + interval '1 hour')`, [event]);
    await operator.sql(`INSERT INTO schedules (name, next_run_at) VALUES ('nobody.knows', now() - interval '1 hour')`);
    const report = await health();
    expect(report.queue.failures).toMatchObject([{ handler: 'gone.handler', event: 'test.happened', attempts: 3, error: 'It broke' }]);
    expect(report.queue.handlers).toContainEqual({ handler: 'gone.handler', sends: false, known: false, waiting: 1, failing: 1 });
    expect(report.warnings).toEqual(expect.arrayContaining(['DELIVERIES_FAILING', 'HANDLER_GONE']));
    expect(report.warnings).not.toContain('SCHEDULE_LATE'); // this version does not run it, so it cannot be late
    expect(report.schedules).toContainEqual(expect.objectContaining({ name: 'nobody.knows', known: false, late: true }));
    await operator.sql(`DELETE FROM deliveries WHERE event_id = $1`, [event]);
  });

  it('keeps what a schedule failed of until it works again', async () => {
    let broken = true;
    app.get(Schedules).every(1, 'test.sometimes', async () => {
      if (broken) throw new Error('The moon is in the way');
    });
    const error = async () => (await health()).schedules.find((one: { name: string }) => one.name === 'test.sometimes')?.lastError ?? null;
    expect(await eventually(error, (found) => found !== null)).toBe('The moon is in the way');
    expect((await health()).warnings).toContain('SCHEDULE_FAILING');
    broken = false;
    expect(await eventually(error, (found) => found === null)).toBeNull();
  });

  it('can be tried: a mail to oneself', async () => {
    const sent = await operator.mutate('sendTestMail', { locale: 'fr' }, 'sent to error');
    expect(sent).toEqual({ sent: true, to: operator.person!.email, error: null });
    expect((await operator.mailTo(operator.person!.email, 'message d’essai')).subject).toBe('Les e-mails partent bien');
    expect(await fan.refusal('sendTestMail', {}, 'sent')).toBe('NOT_ALLOWED');
  });
});

describe('mail that cannot leave', () => {
  it('is told the operator without anybody’s address or the server’s password', async () => {
    const second = await startApp({ env: { SMTP_URL: 'smtp://user:secret@127.0.0.1:9' } });
    try {
      const runner = await second.visitor().signUp();
      await runner.sql('UPDATE accounts SET is_operator = true WHERE email = $1', [runner.person!.email]);
      const sent = await runner.mutate('sendTestMail', {}, 'sent error');
      expect(sent).toMatchObject({ sent: false, error: expect.stringContaining('ECONNREFUSED') });
      const ask = '{ deployment { health { warnings mail { way server waiting failures { error } } } } }';
      const found = await eventually(async () => (await runner.get(ask)).deployment.health, (health) => health.warnings.includes('MAIL_FAILING'));
      expect(found.mail).toMatchObject({ way: 'SMTP', server: '127.0.0.1:9', waiting: 1 });
      expect(found.mail.failures.length).toBeGreaterThan(0);
      expect(JSON.stringify(found)).not.toContain('secret');
    } finally {
      await second.stop();
    }
  });
});
