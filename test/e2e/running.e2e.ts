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

const INVITATION = 'invitation { id email role state expiresAt endedAt community { slug } invitedByName }';

async function tokenFor(email: string, matching = ''): Promise<string> {
  const mail = await operator.mailTo(email, matching);
  return /\/invitation\?token=([\w-]+)/.exec(mail.text)![1]!;
}

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

describe('an invitation to the staff', () => {
  it('is an owner’s or operator’s to send, and says nothing of who has an account', async () => {
    const input = { community: 'brick', email: 'new@example.org', role: 'MODERATOR' };
    expect(await app.visitor().refusal('inviteStaff', input, INVITATION)).toBe('SIGN_IN_REQUIRED');
    expect(await fan.refusal('inviteStaff', input, INVITATION)).toBe('NOT_ALLOWED');
    expect(await operator.refusal('inviteStaff', { ...input, community: 'nowhere' }, INVITATION)).toBe('NOT_FOUND');
    expect(await operator.refusal('inviteStaff', { ...input, email: 'nobody' }, INVITATION)).toBe('INVALID_EMAIL');
    const stranger = await operator.mutate('inviteStaff', input, INVITATION);
    const known = await operator.mutate('inviteStaff', { ...input, email: fan.person!.email }, INVITATION);
    expect(Object.keys(known.invitation)).toEqual(Object.keys(stranger.invitation));
    expect(stranger.invitation).toMatchObject({ email: 'new@example.org', role: 'MODERATOR', state: 'PENDING', invitedByName: 'Olga Operator' });
  });

  it('is one however often it is sent, and a retry sends no second mail', async () => {
    const input = { community: 'brick', email: 'twice@example.org', role: 'OWNER', idempotencyKey: newId() };
    const first = await operator.mutate('inviteStaff', input, INVITATION);
    expect(await operator.mutate('inviteStaff', input, INVITATION)).toEqual(first);
    await operator.mailTo('twice@example.org');
    await operator.mutate('inviteStaff', { ...input, idempotencyKey: null }, INVITATION);
    const sent = () => operator.sql(`SELECT 1 FROM events WHERE type = 'staff.invited' AND subject_id = $1`, [first.invitation.id]);
    expect(await sent()).toHaveLength(2);
    const list = (await operator.get('{ community(slug: "brick") { invitations { nodes { id } } } }')).community.invitations.nodes;
    expect(list.filter((one: { id: string }) => one.id === first.invitation.id)).toHaveLength(1);
  });

  it('is accepted by somebody who has no account yet: the link confirms the address and gives the role', async () => {
    await operator.mutate('inviteStaff', { community: 'brick', email: 'mona@example.org', role: 'MODERATOR' }, INVITATION);
    const token = await tokenFor('mona@example.org');
    const seen = await app.visitor().get('query ($token: String!) { invitation(token: $token) { email role state community { name } } }', { token });
    expect(seen.invitation).toEqual({ email: 'mona@example.org', role: 'MODERATOR', state: 'PENDING', community: { name: 'Brick' } });
    expect(await app.visitor().refusal('acceptInvitation', { token }, INVITATION)).toBe('SIGN_IN_REQUIRED');
    expect(await fan.refusal('acceptInvitation', { token }, INVITATION)).toBe('INVITATION_NOT_YOURS');
    const mona = await app.visitor().signUp({ email: 'mona@example.org', displayName: 'Mona' });
    const { invitation, community } = await mona.mutate('acceptInvitation', { token }, `${INVITATION} community { slug }`);
    expect([invitation.state, community.slug]).toEqual(['ACCEPTED', 'brick']);
    const { viewer } = await mona.get('{ viewer { identity { level } account { emailConfirmed } } }');
    expect(viewer).toEqual({ identity: { level: 'CONFIRMED' }, account: { emailConfirmed: true } });
    expect((await mona.mutate('acceptInvitation', { token }, INVITATION)).invitation.state).toBe('ACCEPTED');
    await mona.join('brick', 'mona');
    const { community: after } = await app.visitor().get('{ community(slug: "brick") { staff { role member { handle } } staffChanges { nodes { change role member { handle } } } } }');
    expect(after.staff).toContainEqual({ role: 'MODERATOR', member: { handle: 'mona' } });
    expect(after.staffChanges.nodes[0]).toEqual({ change: 'GRANTED', role: 'MODERATOR', member: { handle: 'mona' } });
  });

  it('stands on the account whose confirmed address it was sent to, and on no other claimant’s', async () => {
    const paula = await (await app.visitor().signUp({ email: 'paula@example.org' })).confirm();
    const claimant = await app.visitor().signUp({ email: 'paula@example.org' });
    const { invitation } = await operator.mutate('inviteStaff', { community: 'brick', email: 'Paula@Example.org', role: 'BRAND_MANAGER' }, INVITATION);
    const mine = async (client: Client) => (await client.get('{ viewer { invitations { id } } }')).viewer.invitations;
    expect(await mine(paula)).toEqual([{ id: invitation.id }]);
    expect(await mine(claimant)).toEqual([]);
    expect(await claimant.refusal('acceptInvitation', { invitation: invitation.id }, INVITATION)).toBe('NOT_FOUND');
    const token = await tokenFor('paula@example.org', 'invitation?token=');
    expect(await claimant.refusal('acceptInvitation', { token }, INVITATION)).toBe('INVITATION_NOT_YOURS');
    expect((await paula.mutate('declineInvitation', { invitation: invitation.id }, INVITATION)).invitation.state).toBe('DECLINED');
    expect(await mine(paula)).toEqual([]);
    expect(await paula.refusal('acceptInvitation', { token }, INVITATION)).toBe('INVITATION_OVER');
  });

  it('opens nothing once taken back or run out', async () => {
    const { invitation } = await operator.mutate('inviteStaff', { community: 'brick', email: 'late@example.org', role: 'OWNER' }, INVITATION);
    const token = await tokenFor('late@example.org');
    const late = await app.visitor().signUp({ email: 'late@example.org' });
    await operator.sql(`UPDATE staff_invitations SET invited_at = now() - interval '15 days', expires_at = now() - interval '1 day' WHERE id = $1`, [invitation.id]);
    expect(await late.refusal('acceptInvitation', { token }, INVITATION)).toBe('INVITATION_OVER');
    expect(await fan.refusal('revokeInvitation', { invitation: invitation.id }, INVITATION)).toBe('NOT_FOUND');
    expect((await operator.mutate('revokeInvitation', { invitation: invitation.id }, INVITATION)).invitation.state).toBe('REVOKED');
    expect(await operator.refusal('revokeInvitation', { invitation: invitation.id }, INVITATION)).toBe('INVITATION_OVER');
    expect(await late.refusal('acceptInvitation', { token }, INVITATION)).toBe('INVITATION_OVER');
    expect((await app.visitor().get('{ invitation(token: "unknown") { id } }')).invitation).toBeNull();
    expect((await late.get('{ viewer { account { emailConfirmed } } }')).viewer.account.emailConfirmed).toBe(false);
  });

  it('ends at the rule that a moderator holds no brand role', async () => {
    await operator.mutate('inviteStaff', { community: 'brick', email: 'mona@example.org', role: 'OWNER' }, INVITATION);
    const token = await tokenFor('mona@example.org', 'as an owner');
    const mona = app.visitor();
    mona.token = (await mona.mutate('signIn', { email: 'mona@example.org', password: 'a quiet blue tricycle' }, 'token')).token;
    expect(await mona.refusal('acceptInvitation', { token }, INVITATION)).toBe('ROLE_CONFLICT');
  });

  it('is worth no more than the role of who sent it', async () => {
    const owner = await (await app.visitor().signUp({ email: 'former@example.org' })).confirm();
    await owner.join('brick', 'former');
    const role = { community: 'brick', handle: 'former', role: 'OWNER' };
    await operator.mutate('grantRole', role, 'member { id }');
    await owner.mutate('inviteStaff', { community: 'brick', email: 'back-door@example.org', role: 'OWNER' }, INVITATION);
    const token = await tokenFor('back-door@example.org');
    await operator.mutate('revokeRole', role, 'member { id }');
    const same = await app.visitor().signUp({ email: 'back-door@example.org' });
    expect(await same.refusal('acceptInvitation', { token }, INVITATION)).toBe('INVITATION_OVER');
    expect((await same.get('query ($token: String!) { invitation(token: $token) { state } }', { token })).invitation).toEqual({ state: 'REVOKED' });
  });

  it('is listed for those who may send it, page by page', async () => {
    const ask = 'query ($after: String) { community(slug: "brick") { invitations(first: 2, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } } }';
    const one = (await operator.get(ask)).community.invitations;
    const two = (await operator.get(ask, { after: one.pageInfo.endCursor })).community.invitations;
    const ids = [...one.nodes, ...two.nodes].map((node: { id: string }) => node.id);
    expect(new Set(ids).size).toBe(4);
    expect(one.totalCount).toBeGreaterThan(4);
    const refused = await fan.ask(ask);
    expect([refused.code, refused.data!.community.invitations]).toEqual(['NOT_ALLOWED', null]);
    expect((await app.visitor().ask(ask)).code).toBe('SIGN_IN_REQUIRED');
  });

  it('is forgotten, address included, a month after it is over', async () => {
    const { invitation } = await operator.mutate('inviteStaff', { community: 'brick', email: 'gone@example.org', role: 'OWNER' }, INVITATION);
    await operator.sql(`UPDATE staff_invitations SET invited_at = now() - interval '60 days', expires_at = now() - interval '31 days' WHERE id = $1`, [invitation.id]);
    await operator.sql(`UPDATE schedules SET next_run_at = now() - interval '1 second' WHERE name = 'members.forgetInvitations'`);
    const left = () => operator.sql('SELECT 1 FROM staff_invitations WHERE id = $1', [invitation.id]);
    expect(await eventually(left, (rows) => rows.length === 0)).toEqual([]);
  });
});

describe('the audit log', () => {
  const LOG = `query ($after: String, $actor: String, $kind: [String!]) { community(slug: "brick") { auditKinds
    auditLog(first: 3, after: $after, actor: $actor, kind: $kind) { totalCount pageInfo { hasNextPage endCursor }
      nodes { id kind at actorName actor { handle } member { handle } memberName invitation { email } idea { id } facts { name value } } } } }`;

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
    const report = await eventually(health, ({ queue, warnings }) => queue.waiting === 0 && needs(warnings).length === 0);
    expect(report.queue).toMatchObject({ waiting: 0, failing: 0, oldestAt: null, failures: [] });
    expect(needs(report.warnings)).toEqual([]);
    expect(report.mail).toMatchObject({ way: 'DEVELOPMENT_MAILBOX', server: null });
    expect(report.database.migrations.every((one: { applied: boolean }) => one.applied)).toBe(true);
    expect(report.database.bytes).toBeGreaterThan(1_000_000);
    expect(report.program.processes).toContainEqual({ name: 'fanfare api', connections: expect.any(Number) });
    expect(report.schedules.map((one: { name: string }) => one.name)).toContain('members.forgetInvitations');
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
