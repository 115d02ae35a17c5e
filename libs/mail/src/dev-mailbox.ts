import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Clock, newId } from '@fanfare/kernel';
import { type Mail, MailTransport } from './mail.js';

/** A mail in the development mailbox. */
export interface KeptMail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: Date;
}

const MOST_KEPT = 500;

const KEEP = `
  INSERT INTO development_mails (id, message_id, recipient, sender, subject, text, html, headers, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9) ON CONFLICT (message_id) DO NOTHING`;

const FORGET = 'DELETE FROM development_mails WHERE id IN (SELECT id FROM development_mails ORDER BY at DESC, id DESC OFFSET $1)';

const LIST = `
  SELECT id, recipient AS "to", sender AS "from", subject, text, html, headers, at
  FROM development_mails ORDER BY at DESC, id DESC LIMIT $1`;

/** Where mail lands on a machine without SMTP: a table, so that api and worker share it. */
@Injectable()
export class DevMailbox extends MailTransport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliver(mail: Mail): Promise<void> {
    const headers = JSON.stringify({ ...mail.headers, 'Message-ID': mail.messageId });
    const row = [newId(), mail.messageId, mail.to, mail.from, mail.subject, mail.text, mail.html, headers, this.clock.now()];
    await this.database.query(KEEP, row);
    await this.database.query(FORGET, [MOST_KEPT]);
  }

  /** The mails, the newest first; the last few hundred are kept. */
  list(): Promise<KeptMail[]> {
    return this.database.query<KeptMail>(LIST, [MOST_KEPT]);
  }
}
