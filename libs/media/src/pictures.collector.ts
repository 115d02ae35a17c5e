import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, Handlers, Schedules } from '@fanfare/events';
import { Clock, HOUR } from '@fanfare/kernel';
import { nameOf } from './picture.addresses.js';
import { PicturesCollected } from './picture.events.js';
import type { PictureRow } from './picture.row.js';
import { PictureStore } from './store/picture.store.js';

const MOST_AT_ONCE = 500;

// Whoever begins to use one at this moment holds its row: that one is passed over.
const LOCK_DUE = `
  SELECT p.id FROM pictures p WHERE p.keep_until < $1 ORDER BY p.id LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED`;

const REMOVE = `
  DELETE FROM pictures p WHERE p.id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM picture_uses u WHERE u.picture_id = p.id)
  RETURNING p.id, p.forms`;

/**
 * Removes pictures that nothing uses, a day after the last use or the upload. The row goes first, in one transaction with an
 * event that names its files; the handler erases these, as often as it takes. So no file is left without a row or an event.
 */
@Injectable()
export class PicturesCollector {
  constructor(
    schedules: Schedules,
    handlers: Handlers,
    store: PictureStore,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    schedules.every(HOUR, 'media.collectPictures', (tx) => this.collect(tx));
    handlers.send(PicturesCollected, 'media.eraseFiles', ({ payload }) => store.erase(payload.files));
  }

  private async collect(tx: Tx): Promise<void> {
    const due = await rowsOf<{ id: string }>(tx, LOCK_DUE, [this.clock.now()]);
    if (due.length === 0) return;
    const gone = await rowsOf<Pick<PictureRow, 'id' | 'forms'>>(tx, REMOVE, [due.map(({ id }) => id)]);
    const files = gone.flatMap(({ id, forms }) => forms.map((form) => nameOf(id, form)));
    if (files.length > 0) await this.events.append(tx, PicturesCollected, { payload: { files } });
  }
}
