import { chooseStore, PictureStore } from '@fanfare/media';
import { backup, restore } from '@fanfare/portability';
import { createEmptyDatabase } from '@fanfare/testing';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { eventually } from '../support/client.js';
import { type FakeS3, startFakeS3 } from '../support/fake-s3.js';
import { aPicture, upload, aPhoto } from '../support/pictures.js';
import { silence } from '../support/silence.js';
import { aWorld, type World } from '../support/small-world.js';

const folder = mkdtempSync(join(tmpdir(), 'fanfare-media-'));
let s3: FakeS3;
let onDisk: App;
let inBucket: App;
let worlds: Map<App, World>;
beforeAll(async () => {
  s3 = await startFakeS3();
  [onDisk, inBucket] = await Promise.all([startApp({ env: { DATA_DIR: folder } }), startApp({ env: { DATA_DIR: folder, MEDIA_URL: s3.mediaUrl } })]);
  worlds = new Map([[onDisk, await aWorld(onDisk)], [inBucket, await aWorld(inBucket)]]);
});
afterAll(async () => {
  await Promise.all([onDisk?.stop(), inBucket?.stop()]);
  await s3?.close();
  rmSync(folder, { recursive: true, force: true });
});

const kinds = [['under DATA_DIR', () => onDisk], ['in a bucket', () => inBucket]] as const;
const filesOf = (app: App, id: string) =>
  app === inBucket ? [...s3.files.keys()].filter((name) => name.includes(id)).length : existsSync(folderOf(id)) ? readdirSync(folderOf(id)).length : 0;
const folderOf = (id: string) => join(folder, 'media', id.slice(-2), id);
const bytesOf = async (app: App, path: string) => Buffer.from(await (await fetch(app.url + path)).arrayBuffer());

/** Makes the next round of a schedule due, with every picture that waits past its day, and waits for what follows. */
async function collect(app: App, ...gone: string[]): Promise<void> {
  await app.database.query(`UPDATE pictures SET keep_until = now() - interval '1 second' WHERE keep_until IS NOT NULL`);
  await app.database.query(`UPDATE schedules SET next_run_at = now() - interval '1 second' WHERE name = 'media.collectPictures'`);
  await app.schedules.runDue();
  await eventually(async () => gone.filter((id) => filesOf(app, id) > 0).length, (count) => count === 0);
}

describe.each(kinds)('pictures %s', (_where, appOf) => {
  it('are kept and given out as they were made', async () => {
    const app = appOf();
    const { fan } = worlds.get(app)!;
    const picture = await aPicture(fan, 'AVATAR');
    expect(filesOf(app, picture.id)).toBe(4);
    const stored = await app.get(PictureStore as never as new () => PictureStore).get(`${picture.id}/256.webp`);
    const data = Buffer.concat(await stored!.body.toArray());
    expect(await bytesOf(app, picture.url)).toEqual(data);
    expect(stored!.bytes).toBe(data.length);
    expect((await fetch(`${app.url}/media/${picture.id}/63.webp`)).status).toBe(404);
  });

  it('that nothing uses go, files and all; those that are shown stay', async () => {
    const app = appOf();
    const { fan, slug, owner } = worlds.get(app)!;
    const [unused, face, hero] = [await aPicture(fan, 'AVATAR'), await aPicture(fan, 'AVATAR'), await aPicture(owner, 'HERO')];
    await fan.mutate('setAvatar', { community: slug, picture: face.id }, 'member { id }');
    await owner.mutate('updateCommunity', { community: slug, theme: { hero: hero.id } }, 'community { id }');
    await collect(app, unused.id);
    expect([unused, face, hero].map(({ id }) => filesOf(app, id) > 0)).toEqual([false, true, true]);
    expect((await fetch(app.url + unused.url)).status).toBe(404);
    const next = await aPicture(fan, 'AVATAR');
    await fan.mutate('setAvatar', { community: slug, picture: next.id }, 'member { id }');
    await owner.mutate('updateCommunity', { community: slug, theme: { hero: null } }, 'community { id }');
    expect(filesOf(app, face.id)).toBeGreaterThan(0); // a page that is open still shows it today
    await collect(app, face.id, hero.id);
    expect([next, face, hero].map(({ id }) => filesOf(app, id) > 0)).toEqual([true, false, false]);
    expect(await app.database.query('SELECT id FROM pictures WHERE id = ANY ($1)', [[unused.id, face.id, hero.id]])).toEqual([]);
  });
});

describe('a backup', () => {
  const into = async (store: PictureStore, file: string) => {
    const empty = await createEmptyDatabase();
    await restore({ databaseUrl: empty.url, file, store }).finally(() => empty.drop());
  };

  it('holds the pictures of a bucket, and brings them to whatever storage there is', async () => {
    const app = inBucket;
    const picture = await aPicture(worlds.get(app)!.fan, 'AVATAR');
    const bucket = app.get(PictureStore as never as new () => PictureStore);
    const request = { databaseUrl: app.config.databaseUrl, store: bucket };
    const { media } = await backup({ ...request, file: join(folder, 'bucket.zip') });
    expect(media.files).toBeGreaterThan(4);
    const disk = chooseStore({ mediaUrl: null, dataDir: join(folder, 'elsewhere') });
    await into(disk, join(folder, 'bucket.zip'));
    expect((await backup({ ...request, store: disk, file: join(folder, 'disk.zip') })).media).toEqual(media);
    const sent = new Map(s3.files);
    s3.files.clear();
    expect((await backup({ ...request, file: join(folder, 'emptied.zip') })).media).toMatchObject({ files: 0, gone: media.files });
    await into(bucket, join(folder, 'disk.zip'));
    expect(s3.files.size).toBe(media.files);
    expect([...s3.files].every(([name, { data, type }]) => data.equals(sent.get(name)!.data) && type === sent.get(name)!.type)).toBe(true);
    expect((await bytesOf(app, picture.url)).length).toBeGreaterThan(0);
  });

  it('is none when the bucket does not answer', async () => {
    s3.outage = 503;
    const request = { databaseUrl: inBucket.config.databaseUrl, store: inBucket.get(PictureStore as never as new () => PictureStore), file: join(folder, 'none.zip') };
    await expect(backup(request)).rejects.toThrow(/^A picture could not be read: Storage answered 503/);
    s3.outage = null;
    expect(existsSync(request.file)).toBe(false);
  });
});

describe('the bucket', () => {
  silence();

  it('got no request whose signature was wrong', () => {
    expect(s3.files.size).toBeGreaterThan(0);
    expect(s3.refused).toEqual([]);
    expect([...s3.files.keys()].every((name) => name.startsWith('/pictures/of%20fans/'))).toBe(true);
  });

  it('refuses another secret, and the person hears no more than that it is not possible', async () => {
    const app = await startApp({ env: { MEDIA_URL: s3.mediaUrl.replace('wJalr', 'wrong') } });
    const fan = await app.visitor().signUp();
    expect(await upload(fan, 'AVATAR', await aPhoto())).toMatchObject({ status: 503, code: 'TEMPORARILY_UNAVAILABLE' });
    expect(s3.refused).toContain('the signature is another one');
    await app.stop();
  });

  it('that is away loses nothing: the upload is refused, sent again it is there, and erasing is tried until it is done', async () => {
    const { fan } = worlds.get(inBucket)!;
    const photo = await aPhoto();
    s3.outage = 503;
    expect(await upload(fan, 'AVATAR', photo)).toMatchObject({ status: 503, code: 'TEMPORARILY_UNAVAILABLE' });
    s3.outage = null;
    const picture = await aPicture(fan, 'AVATAR', photo);
    expect((await bytesOf(inBucket, picture.url)).length).toBeGreaterThan(0);
    s3.outage = 503;
    const away = await fetch(inBucket.url + picture.url);
    expect([away.status, away.headers.get('cache-control')]).toEqual([503, 'no-store']);
    await inBucket.database.query(`UPDATE pictures SET keep_until = now() - interval '1 second' WHERE id = $1`, [picture.id]);
    await inBucket.database.query(`UPDATE schedules SET next_run_at = now() - interval '1 second' WHERE name = 'media.collectPictures'`);
    await inBucket.schedules.runDue();
    const waiting = `SELECT 1 FROM deliveries WHERE handler = 'media.eraseFiles' AND attempts > 0`;
    await eventually(() => inBucket.database.query(waiting), (rows) => rows.length > 0);
    s3.outage = null;
    await inBucket.database.query(`UPDATE deliveries SET run_at = now() WHERE handler = 'media.eraseFiles'`);
    await eventually(async () => filesOf(inBucket, picture.id), (count) => count === 0);
    expect(filesOf(inBucket, picture.id)).toBe(0);
  });
});
