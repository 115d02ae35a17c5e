import { type Actor, VISITOR } from '@fanfare/kernel';
import { asSomebodyElse, aCommunity, aMember, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as soon } from 'node:timers/promises';
import { Schedules } from '@fanfare/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../test/hostile-pictures.js';
import { MediaModule } from './media.module.js';
import { storedNamesOf } from './picture.addresses.js';
import { PictureUses } from './picture-uses.service.js';
import { PicturesQueries } from './pictures.queries.js';
import { KEPT_UNUSED_MS, PicturesService } from './pictures.service.js';
import { PictureStore } from './store/picture.store.js';

const folder = mkdtempSync(join(tmpdir(), 'fanfare-media-db-'));
let rooms: Rooms;
let pictures: PicturesService;
let uses: PictureUses;
let actor: Actor;
let memberId: string;
let side = 200;

beforeAll(async () => {
  rooms = await bootRooms([MediaModule], { env: { DATA_DIR: folder } });
  pictures = rooms.get(PicturesService);
  uses = rooms.get(PictureUses);
  const member = await aMember(rooms.database, (await aCommunity(rooms.database)).id);
  actor = { ...VISITOR, accountId: member.account_id };
  memberId = member.id;
});
afterAll(async () => {
  await rooms?.close();
  rmSync(folder, { recursive: true, force: true });
});

const aPicture = async () => pictures.upload(actor, 'CREATION', Readable.from([await plain('png', (side += 1))]));
const take = (pictureId: string, subjectId = memberId) =>
  rooms.transactor.run((tx) => uses.take(tx, { pictureId, kind: 'CREATION', accountId: actor.accountId!, subjectId }));
const release = (pictureId: string | null, subjectId = memberId) => rooms.transactor.run((tx) => uses.release(tx, subjectId, pictureId));
const collect = () => rooms.get(Schedules).runDue();
const isThere = async (id: string) => (await rooms.get(PicturesQueries).byIds([id])).size === 1;
const aDayOn = () => rooms.clock.advance(KEPT_UNUSED_MS + 1);

describe('a picture', () => {
  it('stays while anything uses it, and a day longer', async () => {
    const { id } = await aPicture();
    const other = (await aMember(rooms.database, (await aCommunity(rooms.database)).id)).id;
    await take(id);
    await take(id, other);
    await take(id); // twice is once
    aDayOn();
    await release(id);
    aDayOn();
    await collect();
    expect(await isThere(id)).toBe(true);
    await release(null, other);
    await collect();
    expect(await isThere(id)).toBe(true);
    aDayOn();
    await collect();
    expect(await isThere(id)).toBe(false);
  });

  it('that is taken while it is collected is either shown or gone, never both', async () => {
    const { id } = await aPicture();
    aDayOn();
    let taken: Promise<unknown> = Promise.resolve();
    await rooms.transactor.run(async (tx) => {
      await uses.take(tx, { pictureId: id, kind: 'CREATION', accountId: actor.accountId!, subjectId: memberId });
      await asSomebodyElse(collect); // passes over what somebody holds
      taken = asSomebodyElse(() => isThere(id));
    });
    expect(await taken).toBe(true);
    aDayOn();
    await collect();
    expect(await isThere(id)).toBe(true);

    const second = (await aPicture()).id;
    const late = rooms.transactor.run(async (tx) => {
      await tx.query('DELETE FROM pictures WHERE id = $1', [second]); // what the collector does
      const waiting = asSomebodyElse(() => take(second).then(() => 'shown', ({ code }: { code: string }) => code));
      await somebodyWaits(rooms.database);
      return { waiting };
    });
    expect(await (await late).waiting).toBe('NOT_FOUND');
  });

  it('whose upload was cut short leaves a row that says so, and is collected with its files', async () => {
    const store = rooms.get(PictureStore as never as new () => PictureStore);
    const put = store.put.bind(store);
    let written = 0;
    store.put = async (name, data, mime) => {
      if ((written += 1) > 1) throw new Error('No space left on device');
      await put(name, data, mime);
    };
    const upload = aPicture();
    await expect(upload).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' });
    store.put = put;
    const [row] = await rooms.database.query<{ id: string }>('SELECT id FROM pictures WHERE NOT stored');
    expect(await isThere(row!.id)).toBe(false); // nobody sees it
    await expect(take(row!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const folderOf = join(folder, 'media', row!.id.slice(-2), row!.id);
    expect(readdirSync(folderOf)).toHaveLength(1);
    aDayOn();
    await collect();
    await rooms.dispatcher.drain();
    expect(() => readdirSync(folderOf)).toThrow('ENOENT');
    expect(await rooms.database.query('SELECT id FROM pictures WHERE NOT stored')).toEqual([]);
  });

  it('leaves no temporary file, whatever becomes of it', async () => {
    const ours = () => readdirSync(tmpdir()).filter((name) => name.startsWith('fanfare-upload-'));
    const before = new Set(ours());
    await aPicture();
    await expect(pictures.upload(actor, 'CREATION', Readable.from([Buffer.from('nothing')]))).rejects.toMatchObject({ code: 'UNSUPPORTED_PICTURE' });
    await expect(pictures.upload(actor, 'FAVICON', Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(100_000))))).rejects.toMatchObject({ code: 'PICTURE_TOO_LARGE', params: { maxBytes: 2_000_000 } });
    const gone = new Readable({ read() {} });
    const cut = pictures.upload(actor, 'CREATION', gone);
    gone.push(Buffer.alloc(1_000));
    await soon();
    gone.destroy(new Error('The client went away'));
    await expect(cut).rejects.toThrow(/went away|premature close/i);
    expect(ours().filter((name) => !before.has(name))).toEqual([]);
  });

  it('counts in what the deployment stores, and names its files', async () => {
    const picture = await aPicture();
    const { forms } = picture;
    const usage = await rooms.get(PicturesQueries).usage();
    expect(usage.pictures).toBeGreaterThan(0);
    expect(usage.bytes).toBeGreaterThanOrEqual(forms.reduce((sum, { bytes }) => sum + bytes, 0));
    const names = storedNamesOf(picture);
    expect(names).toHaveLength(forms.length);
    const store = rooms.get(PictureStore as never as new () => PictureStore);
    for (const name of names) {
      const file = await store.get(name);
      expect(file, name).not.toBeNull();
      file!.body.destroy();
    }
  });
});
