import { Inject, Injectable, Logger } from '@nestjs/common';
import { SecretBox } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock, CONFIG, type Config, Problem } from '@fanfare/kernel';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { newSigningKey, type SigningKey, signingKeyOf } from './signing.js';

interface KeyRow {
  readonly number: number;
  readonly id: Buffer;
  readonly sealed: Buffer | null;
}

const COLUMNS = 'number, key_id AS id, sealed';
const LATEST = `SELECT ${COLUMNS} FROM log_keys ORDER BY number DESC LIMIT 1`;
const BY_ID = `SELECT ${COLUMNS} FROM log_keys WHERE key_id = $1`;
/** Of many who find that a key is to be added, one does. */
const TURN = 'LOCK TABLE log_keys IN SHARE ROW EXCLUSIVE MODE';
const ADD = `
  INSERT INTO log_keys (number, key_id, public_key, sealed, known_since)
  SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4 FROM log_keys`;

/** Whose secret it is, for the box that keeps it. */
const ABOUT = 'the moderation log';

/**
 * Which key signs. The one from `LOG_SIGNING_KEY`, else one that was made once and lies sealed in the database, so that all
 * processes agree. The latest in `log_keys` signs; one that was replaced never comes back.
 */
@Injectable()
export class LogKeys {
  private readonly log = new Logger('LogKeys');
  private readonly configured: readonly SigningKey[];
  private readonly opened = new Map<string, SigningKey>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {
    this.configured = config.logSigningKeys.map((key: KeyObject) => signingKeyOf(key));
  }

  /**
   * The key that signs now. Read in the caller's transaction, so that what it adds is taken back with it.
   *
   * @throws Problem `TEMPORARILY_UNAVAILABLE` when this process does not hold the latest key; its log says what to do
   */
  async current(tx: Tx): Promise<SigningKey> {
    return (await this.latest(tx)) ?? this.add(tx);
  }

  /** A key that signed before, when this process still holds it. */
  async former(tx: Tx, id: Buffer): Promise<SigningKey | null> {
    const known = this.configured.find((key) => key.id.equals(id));
    if (known) return known;
    const [row] = await rowsOf<KeyRow>(tx, BY_ID, [id]);
    return row?.sealed ? this.open(row.id, row.sealed) : null;
  }

  /** Null when there is none yet, or another one is to follow it. */
  private async latest(tx: Tx): Promise<SigningKey | null> {
    const [row] = await rowsOf<KeyRow>(tx, LATEST);
    return this.configured[0] ? this.latestConfigured(tx, this.configured[0], row) : row ? this.latestKept(row) : null;
  }

  private async latestConfigured(tx: Tx, key: SigningKey, row: KeyRow | undefined): Promise<SigningKey | null> {
    if (row?.id.equals(key.id)) return key;
    const [before] = await rowsOf<KeyRow>(tx, BY_ID, [key.id]);
    if (!before) return null;
    throw this.refused('LOG_SIGNING_KEY is a key that another one has replaced: give the latest, or a new one before it.');
  }

  private async latestKept({ id, sealed }: KeyRow): Promise<SigningKey | null> {
    const key = sealed && (await this.open(id, sealed));
    if (key || !this.config.production) return key;
    throw this.refused(
      sealed
        ? 'The key of the moderation log was sealed by another SECRET_KEY: give that one, or a LOG_SIGNING_KEY.'
        : 'The moderation log was signed by a LOG_SIGNING_KEY that is no longer set: set it, or a new one.',
    );
  }

  private async open(id: Buffer, sealed: Buffer): Promise<SigningKey | null> {
    const name = id.toString('hex');
    const known = this.opened.get(name);
    if (known) return known;
    const secret = await this.box.open(sealed, ABOUT);
    if (!secret) return null;
    const key = signingKeyOf(createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' }));
    this.opened.set(name, key);
    return key;
  }

  private async add(tx: Tx): Promise<SigningKey> {
    await tx.query(TURN);
    const meanwhile = await this.latest(tx);
    if (meanwhile) return meanwhile;
    const key = this.configured[0] ?? newSigningKey();
    const secret = this.configured[0] ? null : key.privateKey.export({ format: 'der', type: 'pkcs8' });
    const sealed = secret && (await this.box.seal(secret, ABOUT));
    await tx.query(ADD, [key.id, key.publicKey, sealed, this.clock.now()]);
    return key;
  }

  private refused(why: string): Problem {
    this.log.error(why);
    return new Problem('TEMPORARILY_UNAVAILABLE');
  }
}
