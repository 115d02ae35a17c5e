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
  await operator.mutate('createCommunity', { slug: 'brick', name: 'Brick', terms: 'Yours.' }, 'community { id }');
  fan = await app.visitor().signUp({ displayName: 'Fay Fan' });
});
afterAll(() => app?.stop());

const INVITATION = 'invitation { id email role state expiresAt endedAt community { slug } invitedByName }';

async function tokenFor(email: string, matching = ''): Promise<string> {
  const mail = await operator.mailTo(email, matching);
  return /\/invitation\?token=([\w-]+)/.exec(mail.text)![1]!;
}

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

  it('is not accepted once more by somebody whose role was taken since', async () => {
    await operator.mutate('inviteStaff', { community: 'brick', email: 'rita@example.org', role: 'BRAND_MANAGER' }, INVITATION);
    const token = await tokenFor('rita@example.org');
    const rita = await app.visitor().signUp({ email: 'rita@example.org' });
    await rita.mutate('acceptInvitation', { token }, INVITATION);
    await rita.join('brick', 'rita');
    await operator.mutate('revokeRole', { community: 'brick', handle: 'rita', role: 'BRAND_MANAGER' }, 'member { id }');
    expect(await rita.refusal('acceptInvitation', { token }, INVITATION)).toBe('INVITATION_OVER');
    expect((await rita.get('{ viewer { roles(community: "brick") } }')).viewer.roles).toEqual([]);
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
