import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { MORE, Schedules } from '@fanfare/events';
import { Clock, MINUTE } from '@fanfare/kernel';
import { LogKeys } from './log-keys.service.js';
import { type HeldTree, LogWriter } from './log.writer.js';
import { rootOfPeaks } from './merkle.js';
import { signHead, type SigningKey } from './signing.js';

export const SIGN_HEADS = 'log.heads';
/** Between two heads of one log, while it grows. */
const APART_MS = 10 * MINUTE;
const BATCH = 20;

const ANY = 'SELECT FROM log_trees LIMIT 1';
/** Trees that grew since their last head some time ago, or have none yet, or that another key signed. */
const DUE = `
  SELECT t.community_id AS "communityId" FROM log_trees t
  LEFT JOIN LATERAL (SELECT h.size, h.signed_at FROM log_heads h WHERE h.community_id = t.community_id ORDER BY h.size DESC LIMIT 1) last ON true
  WHERE t.size > 0 AND (t.key_id <> $1 OR last.size IS NULL OR (last.size < t.size AND last.signed_at <= $2))
  ORDER BY t.community_id LIMIT ${BATCH + 1}`;
const SIGNED = 'INSERT INTO log_heads (community_id, size, root, signed_at, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING';

/** Signs what each log is, every ten minutes while it grows: whoever keeps a head can tell later whether anything before it changed. */
@Injectable()
export class LogHeads {
  constructor(
    schedules: Schedules,
    private readonly keys: LogKeys,
    private readonly writer: LogWriter,
    private readonly clock: Clock,
  ) {
    // Every minute, so that a key that is new since the last start is told of soon.
    schedules.every(MINUTE, SIGN_HEADS, (tx) => this.sign(tx));
  }

  /** A batch of logs: a new key is written into each first, so that its head follows. */
  async sign(tx: Tx): Promise<void | typeof MORE> {
    if ((await rowsOf(tx, ANY)).length === 0) return;
    const key = await this.keys.current(tx);
    const before = new Date(this.clock.now().getTime() - APART_MS);
    const due = await rowsOf<{ communityId: string }>(tx, DUE, [key.id, before]);
    for (const { communityId } of due.slice(0, BATCH)) {
      const held = await this.writer.hold(tx, communityId);
      await this.signOne(tx, await this.writer.underKey(tx, held, key), key);
    }
    if (due.length > BATCH) return MORE;
  }

  private async signOne(tx: Tx, { communityId, size, peaks }: HeldTree, key: SigningKey): Promise<void> {
    const head = { log: communityId, size, root: rootOfPeaks(peaks), signedAt: this.clock.now() };
    await tx.query(SIGNED, [communityId, size, head.root, head.signedAt, key.id, signHead(key, head)]);
  }
}
