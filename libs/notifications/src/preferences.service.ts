import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { type Actor, Clock, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { defaultPreference, type MailPace, NOTIFICATION_KINDS, type NotificationKind, OBLIGATORY, type Preference } from './notification.kinds.js';

/** How a member hears of things. */
export interface Preferences {
  readonly mails: boolean;
  readonly emailConfirmed: boolean;
  readonly kinds: readonly (Preference & { readonly kind: NotificationKind })[];
}

export interface PreferenceChange {
  /** The slug. */
  readonly community: string;
  readonly kind?: NotificationKind | null;
  readonly inApp?: boolean | null;
  readonly mail?: MailPace | null;
  readonly mails?: boolean | null;
}

const KINDS = 'SELECT kind, in_app AS "inApp", mail FROM notification_preferences WHERE member_id = $1';

const MAILS = `
  SELECT NOT EXISTS (SELECT FROM mail_refusals r WHERE r.member_id = m.id) AS mails, a.email_confirmed_at IS NOT NULL AS "emailConfirmed"
  FROM members m JOIN accounts a ON a.id = m.account_id WHERE m.id = $1`;

const KEEP = `
  INSERT INTO notification_preferences (member_id, kind, in_app, mail) VALUES ($1, $2, $3, $4)
  ON CONFLICT (member_id, kind) DO UPDATE SET in_app = excluded.in_app, mail = excluded.mail`;

const REFUSE = 'INSERT INTO mail_refusals (member_id, refused_at) VALUES ($1, $2) ON CONFLICT DO NOTHING';
const ACCEPT = 'DELETE FROM mail_refusals WHERE member_id = $1';

/** What each member wants to hear of, and how. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /** A member's own. */
  async of(memberId: string, tx: Tx = this.database.reader): Promise<Preferences> {
    const said = await rowsOf<Preference & { kind: NotificationKind }>(tx, KINDS, [memberId]);
    const [mail] = await rowsOf<Pick<Preferences, 'mails' | 'emailConfirmed'>>(tx, MAILS, [memberId]);
    const kinds = NOTIFICATION_KINDS.filter((kind) => !OBLIGATORY.includes(kind)).map((kind) => said.find((one) => one.kind === kind) ?? { kind, ...defaultPreference(kind) });
    return { mails: mail?.mails ?? false, emailConfirmed: mail?.emailConfirmed ?? false, kinds };
  }

  /** @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `INVALID_INPUT` for a change of a kind that names none, or of what members are told in any case */
  async set(actor: Actor, { community: slug, kind, inApp, mail, mails }: PreferenceChange): Promise<Preferences> {
    if (kind ? OBLIGATORY.includes(kind) : inApp != null || mail != null) throw new Problem('INVALID_INPUT', { field: 'kind' });
    const community = await this.communities.requireBySlug(slug);
    return this.transactor.run(async (tx) => {
      const { id } = await this.members.requireMember(tx, actor, community.id, 'ANYWAY');
      if (kind) await this.setKind(tx, id, kind, { inApp, mail });
      if (mails != null) await this.setMails(tx, id, mails);
      return this.of(id, tx);
    });
  }

  /** Whether a member wants any mail. */
  async setMails(tx: Tx, memberId: string, mails: boolean): Promise<void> {
    await tx.query(mails ? ACCEPT : REFUSE, mails ? [memberId] : [memberId, this.clock.now()]);
  }

  /** What is left out stays. */
  async setKind(tx: Tx, memberId: string, kind: NotificationKind, change: { inApp?: boolean | null; mail?: MailPace | null }): Promise<void> {
    const before = (await this.of(memberId, tx)).kinds.find((one) => one.kind === kind)!;
    await tx.query(KEEP, [memberId, kind, change.inApp ?? before.inApp, change.mail ?? before.mail]);
  }
}
