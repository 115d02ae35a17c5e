import { Injectable } from '@nestjs/common';
import { Database, rowsOf, Transactor } from '@fanfare/database';
import { isId } from '@fanfare/kernel';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.kinds.js';
import { PreferencesService } from './preferences.service.js';

/** Whose mails a link stops, and which: of one kind, or all of a community. */
export interface Unsubscription {
  readonly memberId: string;
  readonly communityId: string;
  readonly kind: NotificationKind | null;
  /** Whether such mails still come. */
  readonly active: boolean;
}

const SIGNATURE_BYTES = 18;
const ALL = 'ALL';

const MEMBER = 'SELECT community_id AS "communityId" FROM members WHERE id = $1 AND account_id IS NOT NULL';

/**
 * Links that stop mails, for whoever holds the mail: without signing in and for good, as RFC 8058 wants them. A link says
 * whose mails it stops and is signed by the deployment, so none can be made up; it can do nothing else.
 */
@Injectable()
export class UnsubscribeService {
  private key: Promise<Buffer> | null = null;

  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly preferences: PreferencesService,
  ) {}

  /** The token for a member's mails of one kind, or for all of them. The same each time. */
  async token(memberId: string, kind: NotificationKind | null): Promise<string> {
    const said = Buffer.from(`${memberId} ${kind ?? ALL}`).toString('base64url');
    return `${said}.${(await this.sign(said)).toString('base64url')}`;
  }

  /** What a token stops; null for one that is not ours, or whose member is gone. */
  async read(token: string): Promise<Unsubscription | null> {
    const found = await this.verified(token);
    const [member] = found ? await this.database.query<{ communityId: string }>(MEMBER, [found.memberId]) : [];
    if (!found || !member) return null;
    const { mails, kinds } = await this.preferences.of(found.memberId);
    const active = mails && (found.kind === null || kinds.some(({ kind, mail }) => kind === found.kind && mail !== 'OFF'));
    return { ...found, ...member, active };
  }

  /** Stops what the token says; doing it twice is doing it once. @returns false for a token that is not ours */
  async stop(token: string): Promise<boolean> {
    const found = await this.verified(token);
    if (!found) return false;
    const { memberId, kind } = found;
    return this.transactor.run(async (tx) => {
      if ((await rowsOf(tx, MEMBER, [memberId])).length === 0) return false;
      if (kind === null) await this.preferences.setMails(tx, memberId, false);
      else await this.preferences.setKind(tx, memberId, kind, { mail: 'OFF' });
      return true;
    });
  }

  private async verified(token: string): Promise<{ memberId: string; kind: NotificationKind | null } | null> {
    const [said = '', signature = ''] = token.slice(0, 400).split('.');
    const [given, ours] = [Buffer.from(signature, 'base64url'), await this.sign(said)];
    // Decoding overlooks what does not belong there; a token has one spelling.
    if (given.toString('base64url') !== signature || given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
    const [memberId = '', scope] = Buffer.from(said, 'base64url').toString('utf8').split(' ');
    const kind = NOTIFICATION_KINDS.find((one) => one === scope) ?? null;
    return isId(memberId) && (kind !== null || scope === ALL) ? { memberId, kind } : null;
  }

  private async sign(text: string): Promise<Buffer> {
    return createHmac('sha256', await this.load()).update(`unsubscribe ${text}`).digest().subarray(0, SIGNATURE_BYTES);
  }

  private load(): Promise<Buffer> {
    this.key ??= this.readKey().catch((error: unknown) => {
      this.key = null;
      throw error;
    });
    return this.key;
  }

  private async readKey(): Promise<Buffer> {
    const [row] = await this.database.query<{ key: Buffer }>('SELECT unsubscribe_key AS key FROM deployment');
    return row!.key;
  }
}
