import { UnsubscribeService } from '@fanfare/notifications';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';

let app: App;
let ana: Client;
let ben: Client;
let cleo: Client;
let idea: string;
let [anaId, benId]: string[] = [];

beforeAll(async () => {
  app = await startApp();
  [ana, ben, cleo] = await Promise.all([app.visitor().signUp(), app.visitor().signUp(), app.visitor().signUp()]);
  await ana.sql('UPDATE accounts SET is_operator = true WHERE email = $1', [ana.person!.email]);
  for (const slug of ['bricks', 'cars']) await ana.mutate('createCommunity', { slug, name: slug, terms: 'x' }, 'community { id }');
  await ana.mutate('updateCommunity', { community: 'bricks', categories: [{ name: 'Castles', slug: 'castles' }] }, 'community { id }');
  anaId = await ana.join('bricks', 'ana');
  benId = await ben.join('bricks', 'ben-b');
  await cleo.join('cars', 'cleo');
  idea = (await submit(ana, 'A castle with a working drawbridge')).id;
});
afterAll(() => app?.stop());

const submit = async (client: Client, title: string, more: object = {}) =>
  (await client.mutate('submitIdea', { community: 'bricks', title, body: 'Up and down it goes, by a small crank at the side.', ...more }, 'idea { id title }')).idea;

const INBOX = `query ($unreadOnly: Boolean, $first: Int, $after: String) { viewer { unreadCount(community: "bricks")
  inbox(community: "bricks", unreadOnly: $unreadOnly, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
    id kind reason amount happenedAt readAt status idea { id title status } comment { id body } response { body } actor { handle } rung { position } } } } }`;

/** With everything that happened so far. */
const inbox = async (client: Client, variables: object = {}) => {
  await app.dispatcher.drain();
  return (await client.get(INBOX, { ...variables })).viewer;
};

/** The inbox, once it holds so many unread. */
const unread = (client: Client, count: number) =>
  eventually(() => inbox(client), (viewer) => {
    const shown = viewer.inbox.nodes.filter(({ readAt }: { readAt: string | null }) => readAt === null);
    return viewer.unreadCount === count && shown.length === count;
  });

describe('following', () => {
  const FIELDS = `{ community(slug: "bricks") { id viewerFollows categories { id viewerFollows } member(handle: "ana") { id viewerFollows
    followers { totalCount nodes { handle } } following { totalCount } } } }`;

  it('an idea, a member, a category and the changelog, and no longer', async () => {
    const { community } = await ben.get(FIELDS);
    expect(community).toMatchObject({ viewerFollows: false, categories: [{ viewerFollows: false }], member: { viewerFollows: false, followers: { totalCount: 0 } } });
    const subjects = [idea, anaId, community.categories[0].id, community.id];
    const payload = 'idea { id viewerFollows followerCount } member { id viewerFollows } category { id viewerFollows } community { id viewerFollows }';
    const nothing = { idea: null, member: null, category: null, community: null };
    expect(await ben.mutate('follow', { subject: idea }, payload)).toEqual({ ...nothing, idea: { id: idea, viewerFollows: true, followerCount: 1 } });
    expect(await ben.mutate('follow', { subject: anaId }, payload)).toEqual({ ...nothing, member: { id: anaId, viewerFollows: true } });
    expect(await ben.mutate('follow', { subject: subjects[2]! }, payload)).toMatchObject({ category: { viewerFollows: true } });
    expect(await ben.mutate('follow', { subject: community.id }, payload)).toMatchObject({ community: { viewerFollows: true } });
    const { community: after } = await ben.get(FIELDS);
    expect(after).toMatchObject({ viewerFollows: true, categories: [{ viewerFollows: true }], member: { viewerFollows: true, followers: { nodes: [{ handle: 'ben-b' }] } } });
    const mine = await ben.get('{ viewer { follows(community: "bricks") { totalCount nodes { kind idea { id } member { handle } category { name } community { slug } } } } }');
    expect(mine.viewer.follows).toMatchObject({ totalCount: 4, nodes: [
      { kind: 'COMMUNITY', community: { slug: 'bricks' } }, { kind: 'CATEGORY', category: { name: 'Castles' } },
      { kind: 'MEMBER', member: { handle: 'ana' } }, { kind: 'IDEA', idea: { id: idea } },
    ] });
    expect(await ben.mutate('unfollow', { subject: idea }, payload)).toMatchObject({ idea: { viewerFollows: false, followerCount: 0 } });
    expect((await app.visitor().get(FIELDS)).community).toMatchObject({ viewerFollows: false, member: { followers: { totalCount: 1 } } });
  });

  it('is refused with a reason', async () => {
    const refusal = (client: Client, subject: string) => client.refusal('follow', { subject }, 'idea { id }');
    expect(await refusal(app.visitor(), idea)).toBe('SIGN_IN_REQUIRED');
    expect(await refusal(cleo, idea)).toBe('NOT_A_MEMBER');
    expect(await refusal(ben, benId!)).toBe('FOLLOWING_ONESELF');
    expect(await refusal(ben, '00000000-0000-7000-8000-000000000000')).toBe('NOT_FOUND');
    expect(await refusal(ben, 'nonsense')).toBe('NOT_FOUND');
  });
});

describe('the inbox', () => {
  it('tells what happened, is read, and says so', async () => {
    const comment = (await ben.mutate('addComment', { idea, body: 'What about @ana and a moat?' }, 'comment { id }')).comment;
    const { comment: shown } = await ben.mutate('editComment', { comment: comment.id, body: 'What about @ana, @nobody-here and a moat?' }, 'comment { bodyHtml }');
    expect(shown.bodyHtml).toContain('<a href="/c/bricks/members/ana" rel="nofollow ugc noopener">@ana</a>, @nobody-here');
    const next = await submit(ana, 'A moat with a very small shark');
    const seen = await eventually(() => inbox(ana), ({ inbox: { nodes } }) => nodes.some(({ kind }: { kind: string }) => kind === 'MENTIONED'));
    expect(seen.inbox.nodes.find(({ kind }: { kind: string }) => kind === 'MENTIONED')).toMatchObject({
      reason: 'YOU', amount: 1, readAt: null, idea: { id: idea }, comment: { id: comment.id }, actor: { handle: 'ben-b' }, response: null, rung: null,
    });
    const bens = await unread(ben, 1);
    expect(bens.inbox.nodes).toMatchObject([{ kind: 'POSTED', reason: 'FOLLOWED_MEMBER', idea: { id: next.id }, actor: { handle: 'ana' } }]);
    expect(await ben.mutate('markRead', { community: 'bricks', ids: [bens.inbox.nodes[0].id] }, 'unreadCount')).toEqual({ unreadCount: 0 });
    expect((await inbox(ben, { unreadOnly: true })).inbox).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await inbox(ben)).inbox.nodes[0].readAt).not.toBeNull();
  });

  it('is one’s own', async () => {
    const [{ id }] = (await inbox(ana)).inbox.nodes;
    const before = (await inbox(ana)).unreadCount;
    expect(await ben.mutate('markRead', { community: 'bricks', ids: [id] }, 'unreadCount')).toBeTruthy();
    expect((await inbox(ana)).unreadCount).toBe(before);
    expect((await inbox(cleo)).inbox.nodes).toEqual([]);
    expect(await cleo.refusal('markRead', { community: 'bricks', upTo: new Date().toISOString() }, 'unreadCount')).toBe('NOT_A_MEMBER');
    expect(await ana.refusal('markRead', { community: 'bricks' }, 'unreadCount')).toBe('INVALID_INPUT');
    expect((await app.visitor().get(`{ viewer { unreadCount(community: "bricks") } }`)).viewer).toBeNull();
  });

  it('is turned page by page', async () => {
    for (let number = 0; number < 5; number += 1) await submit(ana, `A castle, the one with number ${number}`);
    const all = (await unread(ben, 5)).inbox.nodes.map(({ id }: { id: string }) => id);
    const pages: string[] = [];
    for (let after: string | null = null; ; ) {
      const { inbox: page } = await inbox(ben, { first: 2, after });
      pages.push(...page.nodes.map(({ id }: { id: string }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(pages).toEqual(all);
    expect(await ben.mutate('markRead', { community: 'bricks', upTo: new Date().toISOString() }, 'unreadCount')).toEqual({ unreadCount: 0 });
  });

  it('stays readable when what it tells of is gone', async () => {
    const { comment } = await ana.mutate('addComment', { idea, body: 'Dear @ben-b, look.' }, 'comment { id }');
    await unread(ben, 1);
    await ana.mutate('deleteComment', { comment: comment.id }, 'comment { id }');
    expect((await inbox(ben)).inbox.nodes[0]).toMatchObject({ kind: 'MENTIONED', comment: null, idea: { id: idea } });
    await ana.sql(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [idea]);
    expect((await inbox(ben)).inbox.nodes[0]).toMatchObject({ idea: { title: '', status: 'REMOVED' }, comment: null });
    await ana.sql(`UPDATE ideas SET status = 'PENDING' WHERE id = $1`, [idea]);
    expect((await inbox(ben)).inbox.nodes[0]).toMatchObject({ idea: null, comment: null });
  });
});

describe('preferences', () => {
  const ALL = '{ viewer { notificationPreferences(community: "bricks") { mails emailConfirmed kinds { kind inApp mail } } } }';

  it('are quiet by default and one’s own to change', async () => {
    const { notificationPreferences: before } = (await ben.get(ALL)).viewer;
    expect(before).toMatchObject({ mails: true, emailConfirmed: false });
    const atOnce = (kinds: { kind: string; mail: string }[]) => kinds.filter(({ mail }) => mail === 'AT_ONCE').map(({ kind }) => kind);
    const awaited = atOnce(before.kinds);
    expect(awaited.filter((kind) => !/^(APPLICATION|TERM)_/.test(kind))).toEqual([]); // the answer to something they asked for
    const { preferences } = await ben.mutate('setNotificationPreference', { community: 'bricks', kind: 'ANSWERED', mail: 'AT_ONCE' }, 'preferences { mails kinds { kind inApp mail } }');
    expect(preferences.kinds.find(({ kind }: { kind: string }) => kind === 'ANSWERED')).toEqual({ kind: 'ANSWERED', inApp: true, mail: 'AT_ONCE' });
    expect(atOnce(preferences.kinds).sort()).toEqual([...awaited, 'ANSWERED'].sort());
    await ben.mutate('setNotificationPreference', { community: 'bricks', mails: false }, 'preferences { mails }');
    expect((await ben.get(ALL)).viewer.notificationPreferences.mails).toBe(false);
    expect((await cleo.get(ALL)).viewer.notificationPreferences).toBeNull();
    expect(await ben.refusal('setNotificationPreference', { community: 'bricks', mail: 'OFF' }, 'preferences { mails }')).toBe('INVALID_INPUT');
  });
});

describe('a link that stops mails', () => {
  const ask = (token: string) => app.visitor().get('query ($token: String!) { unsubscription(token: $token) { active kind community { slug } } }', { token });
  const post = (token: string, body: string, type: string, headers: object = {}) =>
    fetch(`${app.url}/mail/unsubscribe/${token}`, { method: 'POST', body, redirect: 'manual', headers: { 'content-type': type, ...headers } });

  it('works by POST without a session, with either form, and never by GET', async () => {
    const token = await app.get(UnsubscribeService).token(anaId!, null);
    expect((await ask(token)).unsubscription).toEqual({ active: true, kind: null, community: { slug: 'bricks' } });
    await fetch(`${app.url}/mail/unsubscribe/${token}`);
    expect((await ask(token)).unsubscription.active).toBe(true);
    const form = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    expect((await post(token, form, 'multipart/form-data; boundary=x')).status).toBe(200);
    expect((await ask(token)).unsubscription.active).toBe(false);
    await ana.mutate('setNotificationPreference', { community: 'bricks', mails: true }, 'preferences { mails }');
    expect((await post(token, 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded')).status).toBe(200);
    expect((await ask(token)).unsubscription.active).toBe(false);
    const page = await post(token, '', 'application/x-www-form-urlencoded', { accept: 'text/html' });
    expect([page.status, page.headers.get('location')]).toEqual([303, `/mail/unsubscribe/${token}`]);
  });

  it('is ours or nothing', async () => {
    const token = await app.get(UnsubscribeService).token(anaId!, 'RUNG');
    expect((await ask(token)).unsubscription.kind).toBe('RUNG');
    expect((await ask(`${token}x`)).unsubscription).toBeNull();
    expect((await post(`x${token}`, 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded')).status).toBe(404);
  });
});

describe('a time zone', () => {
  it('is what the browser says, or one’s own choice', async () => {
    const zone = (client: Client) => client.get('{ viewer { account { timeZone } } }').then(({ viewer }) => viewer.account.timeZone);
    const dina = app.visitor();
    const person = { email: 'dina@example.org', password: 'a quiet blue tricycle', displayName: 'Dina', timeZone: 'Europe/Zurich' };
    dina.token = (await dina.mutate('signUp', person, 'token')).token;
    expect(await zone(dina)).toBe('Europe/Zurich');
    await dina.mutate('updateAccount', { timeZone: 'America/New_York' }, 'viewer { account { id } }');
    expect(await zone(dina)).toBe('America/New_York');
    expect(await dina.refusal('updateAccount', { timeZone: 'Mars/Olympus' }, 'viewer { account { id } }')).toBe('INVALID_INPUT');
    expect(await zone(ben)).toBeNull();
  });
});
