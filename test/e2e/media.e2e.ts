import sharp from 'sharp';
import { ACTIVITY_LIMITS, ANONYMOUS_COST } from '@fanfare/access';
import { aRole } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';
import { aPhoto, aPicture, upload } from '../support/pictures.js';
import { pngBomb, svgWithScript, withTail } from '../../libs/media/test/hostile-pictures.js';
import { aWorld, type World } from '../support/small-world.js';

let app: App;
let world: World;
let fan: Client;
beforeAll(async () => {
  app = await startApp({ env: { DATA_DIR: `${process.env['TMPDIR'] ?? '/tmp'}/fanfare-media-${process.pid}` } });
  world = await aWorld(app);
  fan = world.fan;
});
afterAll(() => app.stop());

const MINE = 'query ($slug: String!) { viewer { membership(community: $slug) { avatarUrl large: avatarUrl(width: 200) avatar { id kind width height url srcset plainUrl color alt } } } }';
const mine = async () => (await fan.get(MINE, { slug: world.slug }))['viewer'].membership;
const file = (path: string) => fetch(app.url + path);

describe('a member’s picture', () => {
  it('is uploaded, chosen, shown in every size, and taken away', async () => {
    expect(await mine()).toMatchObject({ avatarUrl: null, avatar: null });
    const picture = await aPicture(fan, 'AVATAR');
    expect(picture).toMatchObject({ kind: 'AVATAR', width: 256, height: 256, alt: '', url: `/media/${picture.id}/256.webp`, plainUrl: `/media/${picture.id}/256.jpg` });
    await fan.mutate('setAvatar', { community: world.slug, picture: picture.id }, 'member { id avatarUrl }');
    const shown = await mine();
    expect(shown).toMatchObject({ avatarUrl: `/media/${picture.id}/128.webp`, large: `/media/${picture.id}/256.webp`, avatar: { ...picture } });
    for (const [path, format, width] of [[shown.avatarUrl, 'webp', 128], [shown.large, 'webp', 256], [picture.plainUrl, 'jpeg', 256]] as const) {
      const answer = await file(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `image/${format}`]);
      expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format, width, height: width });
    }
    await fan.mutate('setAvatar', { community: world.slug, picture: null }, 'member { id }');
    expect(await mine()).toMatchObject({ avatarUrl: null, avatar: null });
  });

  it('is one’s own: nobody uses what somebody else uploaded, nor a picture made for something else', async () => {
    const others = await aPicture(world.owner, 'AVATAR');
    const hero = await aPicture(fan, 'HERO');
    for (const picture of [others.id, hero.id, world.ids.idea]) {
      expect(await fan.refusal('setAvatar', { community: world.slug, picture }, 'member { id }')).toBe('NOT_FOUND');
    }
    expect(await world.outsider.refusal('setAvatar', { community: world.slug, picture: others.id }, 'member { id }')).toBe('NOT_A_MEMBER');
  });

  it('says in words what it shows, by whoever brought it', async () => {
    const { id } = await aPicture(fan, 'CREATION');
    const { picture } = await fan.mutate('describePicture', { picture: id, alt: '  A castle of bricks ' }, 'picture { alt }');
    expect(picture.alt).toBe('A castle of bricks');
    expect(await world.outsider.refusal('describePicture', { picture: id, alt: 'Mine' }, 'picture { id }')).toBe('NOT_FOUND');
  });
});

describe('a community’s pictures', () => {
  const THEME = 'theme { hero logo favicon heroPicture { id srcset } logoPicture { id } faviconPicture { id url(width: 180) } }';
  const update = async (theme: Record<string, unknown>) => (await world.owner.mutate('updateCommunity', { community: world.slug, theme }, `community { ${THEME} }`))['community'].theme;

  it('are uploaded by an owner and stand in the theme as paths of this site', async () => {
    const [hero, logo, favicon] = await Promise.all([
      aPicture(world.owner, 'HERO', await aPhoto({ width: 2600, height: 900 })),
      aPicture(world.owner, 'LOGO'),
      aPicture(world.owner, 'FAVICON'),
    ]);
    const theme = await update({ hero: hero!.id, logo: logo!.id, favicon: favicon!.id });
    expect(theme).toEqual({
      hero: `/media/${hero!.id}/1600.webp`,
      logo: `/media/${logo!.id}/256.webp`,
      favicon: `/media/${favicon!.id}/180.png`,
      heroPicture: { id: hero!.id, srcset: [800, 1600, 2400].map((width) => `/media/${hero!.id}/${width}.webp ${width}w`).join(', ') },
      logoPicture: { id: logo!.id },
      faviconPicture: { id: favicon!.id, url: `/media/${favicon!.id}/180.png` },
    });
    // A form sends back what it was given; one picture goes, the other stays.
    expect(await update({ hero: theme.hero, logo: null })).toMatchObject({ hero: theme.hero, logo: null, logoPicture: null });
  });

  it('are never somebody else’s, by id or by path', async () => {
    const theirs = await aPicture(fan, 'HERO');
    for (const hero of [theirs.id, theirs.url, `/media/${world.ids.idea}/800.webp`]) {
      expect(await world.owner.refusal('updateCommunity', { community: world.slug, theme: { hero } }, 'community { id }'), hero).toBe('NOT_FOUND');
    }
  });

  it('may still be artwork of the site', async () => {
    expect(await update({ hero: '/worlds/bricks.svg' })).toMatchObject({ hero: '/worlds/bricks.svg', heroPicture: null });
  });

  it('can be there from the start', async () => {
    const hero = await aPicture(world.owner, 'HERO');
    const input = { slug: 'born-with-a-picture', name: 'Born', terms: 'Be kind.', theme: { hero: hero.id } };
    const { community } = await world.owner.mutate('createCommunity', input, `community { ${THEME} }`);
    expect(community.theme.heroPicture.id).toBe(hero.id);
  });
});

describe('an upload', () => {
  it('needs somebody who is signed in, and a kind', async () => {
    expect(await upload(app.visitor(), 'AVATAR', await aPhoto())).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
    expect(await upload(fan, 'WALLPAPER', await aPhoto())).toMatchObject({ status: 400, code: 'INVALID_INPUT', params: { field: 'kind' } });
  });

  it('that is sent again is the same picture', async () => {
    const photo = await aPhoto();
    const [first, second] = await Promise.all([aPicture(fan, 'CREATION', photo), aPicture(fan, 'CREATION', photo)]);
    const third = await aPicture(fan, 'CREATION', photo);
    expect(new Set([first!.id, second!.id, third.id]).size).toBe(1);
    expect((await aPicture(world.owner, 'CREATION', photo)).id).not.toBe(third.id);
    expect((await aPicture(fan, 'HERO', photo)).id).not.toBe(third.id);
  });

  it('has its number for a day, fewer for an account that is anonymous', async () => {
    const guest = await app.visitor().signUp();
    const most = ACTIVITY_LIMITS.uploadPicture.points / ANONYMOUS_COST;
    await upload(guest, 'AVATAR', Buffer.from('counts too'));
    await guest.sql(`UPDATE rate_limits SET points = $1 WHERE key LIKE 'uploadPicture:account:%' AND points = ${ANONYMOUS_COST}`, [(most - 1) * ANONYMOUS_COST]);
    expect((await upload(guest, 'AVATAR', await aPhoto())).status).toBe(201);
    expect(await upload(guest, 'AVATAR', await aPhoto())).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS', params: { retryAfterSeconds: expect.any(Number) } });
  });

  it('with a cookie comes from our own pages only', async () => {
    const { owner } = world;
    const cookie = `fanfare_session=${owner.token}`;
    const send = (headers: Record<string, string>) =>
      fetch(`${app.url}/media?kind=AVATAR`, { method: 'POST', headers: { cookie, 'content-type': 'image/png', ...headers }, body: 'no picture' });
    const codes = async (headers: Record<string, string>) => ((await (await send(headers)).json()) as any).errors[0].extensions.code;
    for (const headers of [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[]) {
      expect(await codes(headers), JSON.stringify(headers)).toBe('CROSS_SITE_REQUEST');
    }
    expect(await codes({ origin: app.url })).toBe('UNSUPPORTED_PICTURE');
  });

  it('that is too heavy is refused, whether it says so or not', async () => {
    const heavy = Buffer.alloc(2_100_000, 1);
    expect(await upload(fan, 'FAVICON', heavy)).toMatchObject({ status: 413, code: 'PICTURE_TOO_LARGE', params: { maxBytes: 2_000_000 } });
    const body = new ReadableStream({ start: (stream) => (stream.enqueue(new Uint8Array(heavy)), stream.close()) });
    const headers = { authorization: `Bearer ${fan.token}`, 'content-type': 'image/png' };
    const silent = await fetch(`${app.url}/media?kind=FAVICON`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    expect([silent.status, ((await silent.json()) as any).errors[0].extensions.code]).toEqual([413, 'PICTURE_TOO_LARGE']);
  });

  it('that means harm is refused or made harmless, and costs no memory to speak of', async () => {
    await aPicture(fan, 'AVATAR'); // whatever the decoder needs once
    const bomb = pngBomb(30_000, 30_000);
    const before = process.memoryUsage.rss();
    const bombs = await Promise.all(Array.from({ length: 12 }, () => upload(fan, 'CREATION', bomb)));
    expect(new Set(bombs.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['413 PICTURE_TOO_LARGE']));
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000); // one of them decoded takes as much, twelve ten times that
    expect(await upload(fan, 'CREATION', svgWithScript(), { 'content-type': 'image/png' })).toMatchObject({ status: 415, code: 'UNSUPPORTED_PICTURE' });
    const polyglot = await aPicture(fan, 'CREATION', await withTail('jpeg'));
    for (const address of [polyglot.url, polyglot.plainUrl]) expect(await (await file(address)).text()).not.toContain('<html');
  });

  it('is not a way past GraphQL’s own door', async () => {
    const answer = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'image/png' }, body: '{}' });
    expect(answer.status).toBe(415);
  });
});

describe('a picture that a moderator takes down', () => {
  const REMOVAL = '{ community(slug: "here") { member(handle: "vera") { avatarUrl avatarRemoval { reason } } } }';
  const take = (client: Client, member: string, reason = 'It shows somebody else’s face.') => client.refusal('removeAvatar', { member, reason }, 'member { id }');

  it('is hidden and kept, its member hears why, and it does not come back', async () => {
    const vera = await (await app.visitor().signUp({ displayName: 'Vera' })).confirm();
    const veraId = await vera.join(world.slug, 'vera');
    const moderator = await app.visitor().signUp();
    await moderator.join(world.slug, 'max');
    const { viewer } = await moderator.get('{ viewer { account { id } } }');
    const [{ id: communityId }] = (await app.database.query<{ id: string }>('SELECT id FROM communities WHERE slug = $1', [world.slug])) as [{ id: string }];
    await aRole(app.database, communityId, viewer.account.id, 'MODERATOR');
    const photo = await aPhoto();
    const picture = await aPicture(vera, 'AVATAR', photo);
    const show = (client: Client, id: string) => client.mutate('setAvatar', { community: world.slug, picture: id }, 'member { id }');
    await show(vera, picture.id);

    expect((await file(picture.url)).status).toBe(200); // and remembered to be on show
    expect(await take(app.visitor(), veraId)).toBe('SIGN_IN_REQUIRED');
    for (const client of [fan, vera, world.owner]) expect(await take(client, veraId)).toBe('NOT_ALLOWED');
    expect(await take(moderator, veraId, ' ')).toBe('EMPTY_TEXT');
    expect(await take(moderator, world.ids.member)).toBe('NOT_FOUND'); // nothing to take down
    await moderator.mutate('removeAvatar', { member: veraId, reason: 'It shows somebody else’s face.' }, 'member { avatarUrl }');

    const seenBy = async (client: Client) => (await client.get(REMOVAL))['community'].member;
    for (const client of [vera, moderator]) expect(await seenBy(client)).toMatchObject({ avatarUrl: null, avatarRemoval: { reason: 'It shows somebody else’s face.' } });
    for (const client of [fan, world.owner, app.visitor()]) expect(await seenBy(client)).toEqual({ avatarUrl: null, avatarRemoval: null });
    expect((await file(picture.url)).status).toBe(404);
    expect((await vera.mailTo(vera.person!.email, 'took your picture down')).text).toContain('It shows somebody else’s face.');
    const acts = await moderator.get('{ community(slug: "here") { auditLog(kind: ["avatar.removed"]) { nodes { kind actor { handle } member { handle } } } } }');
    expect(acts['community'].auditLog.nodes).toEqual([{ kind: 'avatar.removed', actor: { handle: 'max' }, member: { handle: 'vera' } }]);

    await app.database.query(`UPDATE schedules SET next_run_at = now() WHERE name LIKE 'media.%'`);
    await app.schedules.runDue();
    expect(await app.database.query('SELECT hidden, keep_until FROM pictures WHERE id = $1', [picture.id])).toEqual([{ hidden: true, keep_until: null }]);
    expect(await vera.refusal('setAvatar', { community: world.slug, picture: (await aPicture(vera, 'AVATAR', photo)).id }, 'member { id }')).toBe('PICTURE_TAKEN_DOWN');
    expect(await fan.refusal('setAvatar', { community: world.slug, picture: (await aPicture(fan, 'AVATAR', photo)).id }, 'member { id }')).toBe('PICTURE_TAKEN_DOWN');
    await vera.join(world.nextDoor, 'vera'); // which judges for itself
    await vera.mutate('setAvatar', { community: world.nextDoor, picture: picture.id }, 'member { id }');
    expect((await file(picture.url)).status).toBe(200);

    await app.database.query(`UPDATE avatar_removals SET removed_at = now() - interval '201 days'`);
    await app.database.query(`UPDATE schedules SET next_run_at = now() WHERE name = 'media.forgetRemovedAvatars'`);
    // Whoever comes first does it: this call, or the schedules' own look at that moment.
    await app.schedules.runDue();
    const forgotten = await eventually(() => app.database.query<{ picture_id: string | null }>('SELECT picture_id, reason FROM avatar_removals'), ([one]) => one?.picture_id === null);
    expect(forgotten).toEqual([{ picture_id: null, reason: 'It shows somebody else’s face.' }]);
    expect(await app.database.query('SELECT FROM picture_uses WHERE picture_id = $1', [picture.id])).toHaveLength(1);
  });
});

describe('a picture’s file', () => {
  it('may be kept for ever, is what it says it is, and runs nothing', async () => {
    const { url } = await aPicture(fan, 'CREATION');
    const answer = await file(url);
    expect(Object.fromEntries(['cache-control', 'x-content-type-options', 'content-security-policy', 'cross-origin-resource-policy'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
    expect((await fetch(app.url + url, { method: 'HEAD' })).headers.get('content-length')).toBe(answer.headers.get('content-length'));
  });

  it.each(['/media/x/64.webp', '/media/../../etc/passwd', '/media/%2e%2e%2f%2e%2e/64.webp', '/media/ID/..%2f..%2f64.webp', '/media/ID/64.webp.html', '/media/ID/064.webp', '/media/ID/999.webp', '/media/ID/64.svg', '/media/ID/'])(
    '%s is nowhere',
    async (path) => {
      const { id } = await aPicture(fan, 'AVATAR', PHOTO);
      const answer = await file(path.replace('ID', id));
      expect(answer.status).toBe(404);
      expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
    },
  );
});

const PHOTO = await aPhoto();
