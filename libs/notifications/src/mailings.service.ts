import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { declareEvent, EventLog, MORE, Schedules } from '@fanfare/events';
import { Clock, DAY, HOUR, MINUTE, newId } from '@fanfare/kernel';
import { defaultPreference, NOTIFICATION_KINDS } from './notification.kinds.js';

/** Mails were made and wait to be sent. The subject is the community. */
export const MailingsMade = declareEvent<{ mailings: readonly string[] }>('notifications.mailingsMade', { passing: true });

/** Mails that one delivery sends: what a failure holds back, and what a killed worker leaves to the next one. */
const MAILINGS_PER_EVENT = 24;
/** Members whose digests one statement makes, and how many such statements one run makes at most. */
const MEMBERS_PER_BATCH = 500;
const BATCHES_PER_RUN = 40;

const MAKE_NOTICES = `
  WITH made AS (
    INSERT INTO mailings (id, member_id, kind, made_at)
    SELECT k.mailing, n.recipient_id, 'NOTICE', $3 FROM unnest($1::uuid[], $2::uuid[]) AS k (mailing, notification)
    JOIN notifications n ON n.id = k.notification
  )
  UPDATE notifications n SET mailing_id = k.mailing FROM unnest($1::uuid[], $2::uuid[]) AS k (mailing, notification) WHERE n.id = k.notification`;

/**
 * A digest takes all that waits for its member, and fixes it. What was read meanwhile, or is no longer wanted by mail, drops
 * out (and counts as read where no inbox shows it); who had a digest today already (having moved to another zone, say) gets the rest tomorrow.
 * So does whoever's last digest has not left yet: after days without a mail server one mail follows it, not one for each day.
 */
const MAKE_DIGESTS = `
  WITH due AS (SELECT DISTINCT recipient_id AS id FROM notifications WHERE mail_due_at <= $1 LIMIT ${MEMBERS_PER_BATCH}),
  waiting AS (
    SELECT n.id, n.recipient_id, m.community_id, a.time_zone,
      coalesce(n.read_at IS NULL AND a.email_confirmed_at IS NOT NULL AND r.member_id IS NULL
        AND coalesce(p.mail, CASE WHEN n.kind = ANY ($2::text[]) THEN 'DIGEST' ELSE 'OFF' END) <> 'OFF', false) AS wanted
    FROM due JOIN notifications n ON n.recipient_id = due.id AND n.mail_due_at IS NOT NULL
    JOIN members m ON m.id = n.recipient_id LEFT JOIN accounts a ON a.id = m.account_id
    LEFT JOIN notification_preferences p ON p.member_id = m.id AND p.kind = n.kind
    LEFT JOIN mail_refusals r ON r.member_id = m.id
  ),
  made AS (
    INSERT INTO mailings (id, member_id, kind, digest_of, made_at)
    SELECT gen_random_uuid(), w.recipient_id, 'DIGEST', local_day(w.time_zone, $1), $1
    FROM (SELECT DISTINCT recipient_id, time_zone FROM waiting WHERE wanted) w
    WHERE NOT EXISTS (SELECT FROM mailings g WHERE g.member_id = w.recipient_id AND g.digest_of IS NOT NULL AND g.ended_at IS NULL)
    ON CONFLICT DO NOTHING RETURNING id, member_id
  ),
  joined AS (
    UPDATE notifications n SET mailing_id = coalesce(made.id, n.mailing_id),
      mail_due_at = CASE WHEN w.wanted AND made.id IS NULL THEN next_digest(w.time_zone, $1) END,
      read_at = CASE WHEN w.wanted OR n.in_app THEN n.read_at ELSE coalesce(n.read_at, $1) END
    FROM waiting w LEFT JOIN made ON made.member_id = w.recipient_id AND w.wanted WHERE n.id = w.id RETURNING n.id
  )
  SELECT made.id, m.community_id AS "communityId", (SELECT count(*)::int FROM due) AS due
  FROM due LEFT JOIN made ON made.member_id = due.id LEFT JOIN members m ON m.id = due.id`;

/** Rows that one transaction forgets; another does the rest. */
const FORGOTTEN_AT_ONCE = 5_000;

const FORGET = `
  DELETE FROM mailings WHERE id IN (SELECT id FROM mailings WHERE ended_at < $1 ORDER BY ended_at LIMIT ${FORGOTTEN_AT_ONCE}) RETURNING id`;

/** What was read half a year ago, or lies unread for two, is not looked for any more. */
const FORGET_NOTIFICATIONS = `
  DELETE FROM notifications WHERE id IN (
    SELECT id FROM notifications WHERE happened_at < $1 AND (read_at IS NOT NULL OR happened_at < $2) ORDER BY happened_at LIMIT ${FORGOTTEN_AT_ONCE}) RETURNING id`;

/** By mail with the digest unless their readers say otherwise. */
const DIGESTED = NOTIFICATION_KINDS.filter((kind) => defaultPreference(kind).mail === 'DIGEST');

interface Made {
  readonly id: string | null;
  readonly communityId: string;
}

/** Makes mails: fixes which matters each is about. Sending them is another's work, after this is committed. */
@Injectable()
export class MailingsService {
  constructor(
    schedules: Schedules,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    schedules.every(MINUTE, 'notifications.makeDigests', (tx) => this.makeDigests(tx));
    schedules.every(HOUR, 'notifications.housekeeping', (tx) => this.prune(tx));
  }

  /** A mail for each of these notifications. */
  async sendNow(tx: Tx, communityId: string, notificationIds: readonly string[]): Promise<void> {
    const ids = notificationIds.map(() => newId());
    await tx.query(MAKE_NOTICES, [ids, notificationIds, this.clock.now()]);
    await this.announce(tx, communityId, ids);
  }

  /** The digests that are due. One run makes up to 20,000; the next one goes on. */
  async makeDigests(tx: Tx): Promise<void> {
    const now = this.clock.now();
    for (let batch = 0; batch < BATCHES_PER_RUN; batch += 1) {
      const due = await rowsOf<Made>(tx, MAKE_DIGESTS, [now, DIGESTED]);
      const made = Map.groupBy(due.filter(({ id }) => id !== null), ({ communityId }) => communityId);
      for (const [communityId, mailings] of made) await this.announce(tx, communityId, mailings.map(({ id }) => id!));
      if (due.length < MEMBERS_PER_BATCH) return;
    }
  }

  async prune(tx: Tx): Promise<void | typeof MORE> {
    const ago = (days: number) => new Date(this.clock.now().getTime() - days * DAY);
    const mailings = await rowsOf(tx, FORGET, [ago(60)]);
    const notifications = await rowsOf(tx, FORGET_NOTIFICATIONS, [ago(180), ago(730)]);
    return Math.max(mailings.length, notifications.length) === FORGOTTEN_AT_ONCE ? MORE : undefined;
  }

  private async announce(tx: Tx, communityId: string, ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += MAILINGS_PER_EVENT) {
      const payload = { mailings: ids.slice(at, at + MAILINGS_PER_EVENT) };
      await this.events.append(tx, MailingsMade, { communityId, subjectId: communityId, payload });
    }
  }
}
