import { Injectable, Logger } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor } from '@fanfare/database';
import { type Actor, cleanLine, Clock, DAY, newId, Problem } from '@fanfare/kernel';
import type { Readable } from 'node:stream';
import { MIME, nameOf, storedNameOf } from './picture.addresses.js';
import { KIND_RULES, LONGEST_ALT, type PictureKind } from './picture.kinds.js';
import { type MadePicture, PictureMaker } from './picture.maker.js';
import { PICTURE_COLUMNS, type PictureForm, type PictureRow } from './picture.row.js';
import { PicturesOnShow } from './pictures-on-show.js';
import { type ReceivedFile, withReceived } from './received-file.js';
import { PictureStore, type StoredFile } from './store/picture.store.js';

/** How long a picture waits for something to use it, in milliseconds. */
export const KEPT_UNUSED_MS = DAY;
/** Uploads that one process receives at once. */
const MOST_RECEIVING = 32;

// A picture that waits to be used waits anew; one that is used stays so.
const SENT_BEFORE = `
  UPDATE pictures p SET keep_until = CASE WHEN keep_until IS NULL THEN NULL ELSE $4::timestamptz END
  WHERE p.account_id = $1 AND p.kind = $2 AND p.source_digest = $3 AND p.stored RETURNING ${PICTURE_COLUMNS}`;

// The same upload may be under way, or have broken off: its row is taken over, since both write the same names.
const BEGIN = `
  INSERT INTO pictures AS p (id, kind, account_id, source_digest, width, height, forms, bytes, color, created_at, keep_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11)
  ON CONFLICT ON CONSTRAINT pictures_same_upload DO UPDATE SET keep_until = CASE WHEN p.stored AND p.keep_until IS NULL THEN NULL ELSE EXCLUDED.keep_until END
  RETURNING ${PICTURE_COLUMNS}, p.stored`;

const DONE = 'UPDATE pictures SET stored = true WHERE id = $1 RETURNING id';

const DESCRIBE = `UPDATE pictures p SET alt = $3 WHERE p.id = $1 AND p.account_id = $2 RETURNING ${PICTURE_COLUMNS}`;

/** A file on its way out. */
export interface GivenFile extends StoredFile {
  readonly mime: string;
  /** Whether everybody may see it; otherwise it is for this reader, for now. */
  readonly forAll: boolean;
}

/** Takes pictures in and gives their files out. */
@Injectable()
export class PicturesService {
  private readonly log = new Logger('Media');
  private receiving = 0;

  constructor(
    private readonly transactor: Transactor,
    private readonly activity: ActivityService,
    private readonly maker: PictureMaker,
    private readonly store: PictureStore,
    private readonly onShow: PicturesOnShow,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a file from whoever is signed in and makes a picture of it. Nothing shows it yet: use it within a day. The same
   * file sent again is the same picture.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `TOO_MANY_ATTEMPTS`, `PICTURE_TOO_LARGE` with `maxBytes` or `maxPixels`,
   * `PICTURE_TOO_SMALL` with `minSide`, `UNSUPPORTED_PICTURE`, `UNREADABLE_PICTURE`, `TEMPORARILY_UNAVAILABLE`
   */
  async upload(actor: Actor, kind: PictureKind, body: Readable): Promise<PictureRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const accountId = actor.accountId;
    body.on('error', () => undefined); // who goes away before we read is heard of when we do
    await this.activity.take(actor, 'uploadPicture');
    return this.whenThereIsRoom(() =>
      withReceived(body, KIND_RULES[kind].mostBytes, async (file) => {
        return (await this.sentBefore(accountId, kind, file)) ?? this.keep(accountId, kind, file.digest, await this.maker.make(file, kind));
      }),
    );
  }

  /** Says what a picture of one's own shows; '' takes it away. @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `TOO_LONG` */
  async describe(actor: Actor, pictureId: string, alt: string): Promise<PictureRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const words = cleanLine('alt', alt, { min: 0, max: LONGEST_ALT });
    const [picture] = await this.transactor.run((tx) => rowsOf<PictureRow>(tx, DESCRIBE, [pictureId, actor.accountId, words]));
    if (!picture) throw new Problem('NOT_FOUND', { what: 'picture' });
    return picture;
  }

  /**
   * A file as its address names it, or null, also for who may not see it. The reader must consume or destroy the body.
   *
   * @param reader asked only where it matters who reads
   * @throws Problem `TEMPORARILY_UNAVAILABLE` when the store does not answer
   */
  async file(pictureId: string, file: string, reader: () => Promise<Actor>): Promise<GivenFile | null> {
    const asked = storedNameOf(pictureId, file);
    const given = asked && (await this.onShow.givenTo(pictureId, reader));
    if (!asked || given === 'NOBODY') return null;
    const found = await this.reaching(() => this.store.get(asked.name));
    return found && { ...found, mime: asked.mime, forAll: given === 'ALL' };
  }

  private async sentBefore(accountId: string, kind: PictureKind, { digest }: ReceivedFile): Promise<PictureRow | null> {
    const [picture] = await this.transactor.run((tx) => rowsOf<PictureRow>(tx, SENT_BEFORE, [accountId, kind, digest, this.later()]));
    return picture ?? null;
  }

  /** The row first, then the files, then the word that they are there: whoever is killed between leaves what the collector finds. */
  private async keep(accountId: string, kind: PictureKind, digest: Buffer, made: MadePicture): Promise<PictureRow> {
    const forms = made.forms.map(({ width, height, type, bytes }): PictureForm => ({ width, height, type, bytes }));
    const bytes = forms.reduce((sum, form) => sum + form.bytes, 0);
    const columns = [newId(), kind, accountId, digest, made.width, made.height, JSON.stringify(forms), bytes, made.color, this.clock.now(), this.later()];
    const [begun] = await this.transactor.run((tx) => rowsOf<PictureRow & { stored: boolean }>(tx, BEGIN, columns));
    if (begun!.stored) return begun!;
    await this.reaching(async () => {
      for (const form of made.forms) await this.store.put(nameOf(begun!.id, form), form.data, MIME[form.type]);
    });
    const done = await this.transactor.run((tx) => rowsOf(tx, DONE, [begun!.id]));
    if (done.length === 0) throw new Problem('TEMPORARILY_UNAVAILABLE');
    return begun!;
  }

  /** A store that is away, or full, is nobody's fault who asks. What it said goes to the log. */
  private async reaching<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (cause) {
      this.log.warn(`The store of pictures failed: ${(cause as Error).message}`);
      throw new Problem('TEMPORARILY_UNAVAILABLE', {}, { cause });
    }
  }

  private async whenThereIsRoom<T>(work: () => Promise<T>): Promise<T> {
    if (this.receiving >= MOST_RECEIVING) throw new Problem('TEMPORARILY_UNAVAILABLE');
    this.receiving += 1;
    try {
      return await work();
    } finally {
      this.receiving -= 1;
    }
  }

  private later(): Date {
    return new Date(this.clock.now().getTime() + KEPT_UNUSED_MS);
  }
}
