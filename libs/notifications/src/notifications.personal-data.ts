import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import type { Tx } from '@fanfare/database';
import { TOLD_TITLE } from '@fanfare/ideas';

const ME = 'members me ON me.account_id = $1';

const FOLLOWS = `
  SELECT c.name AS community, f.kind, coalesce(${TOLD_TITLE}, CASE WHEN o.withheld IS NULL THEN o.display_name ELSE o.handle::text END, k.name, CASE f.kind WHEN 'COMMUNITY' THEN c.name END) AS follows, f.followed_at
  FROM follows f JOIN ${ME} AND me.id = f.follower_id JOIN communities c ON c.id = f.community_id LEFT JOIN ideas i ON i.id = f.idea_id
  LEFT JOIN members o ON o.id = f.member_id LEFT JOIN categories k ON k.id = f.category_id ORDER BY f.followed_at`;

const NOTIFICATIONS = `
  SELECT c.name AS community, n.kind, n.reason, ${TOLD_TITLE} AS idea, n.happened_at, n.read_at
  FROM notifications n JOIN ${ME} AND me.id = n.recipient_id JOIN communities c ON c.id = n.community_id LEFT JOIN ideas i ON i.id = n.idea_id
  ORDER BY n.happened_at, n.id`;

const PREFERENCES = `
  SELECT c.name AS community, p.kind, p.in_app, p.mail FROM notification_preferences p JOIN ${ME} AND me.id = p.member_id
  JOIN communities c ON c.id = me.community_id ORDER BY c.name, p.kind`;

const REFUSALS = `
  SELECT c.name AS community, r.refused_at AS no_mail_since FROM mail_refusals r JOIN ${ME} AND me.id = r.member_id
  JOIN communities c ON c.id = me.community_id ORDER BY r.refused_at`;

const MAILS = `
  SELECT c.name AS community, g.kind, g.made_at, g.ended_at, g.outcome FROM mailings g JOIN ${ME} AND me.id = g.member_id
  JOIN communities c ON c.id = me.community_id ORDER BY g.made_at`;

const FORGET = [
  'DELETE FROM follows WHERE follower_id = ANY ($1) OR member_id = ANY ($1)',
  'DELETE FROM notifications WHERE recipient_id = ANY ($1)',
  'DELETE FROM mailings WHERE member_id = ANY ($1)',
  'DELETE FROM notification_preferences WHERE member_id = ANY ($1)',
  'DELETE FROM mail_refusals WHERE member_id = ANY ($1)',
];

/** What people follow and were told. Nobody follows a former member. */
@Injectable()
export class NotificationsPersonalData {
  constructor(personal: PersonalData) {
    personal.register('notifications', {
      tables: {
        follows: 'deleted, theirs and those of them',
        notifications: 'theirs deleted; others keep theirs, about a former member',
        mailings: 'deleted: what was due is not sent',
        notification_preferences: 'deleted',
        mail_refusals: 'deleted',
      },
      sections: [
        { name: 'follows', sql: FOLLOWS },
        { name: 'notifications', sql: NOTIFICATIONS },
        { name: 'notification-preferences', sql: PREFERENCES },
        { name: 'mail-refusals', sql: REFUSALS },
        { name: 'notification-mails', sql: MAILS },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { accountId, memberIds }: Leaving): Promise<void> {
    for (const sql of FORGET) await tx.query(sql, [memberIds]);
    await tx.query('UPDATE accounts SET time_zone = NULL WHERE id = $1', [accountId]);
  }
}
