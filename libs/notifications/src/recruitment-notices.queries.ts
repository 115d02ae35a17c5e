import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { keyedBy, Loader, type RequestContext } from '@fanfare/graphql';
import type { NotificationRow } from './notification.row.js';

/** What was said to the very person who is told: the reason of an answer, why a call changed, why a term was taken away. */
const WORDS = `
  SELECT n.id, k.title, CASE n.kind
    WHEN 'CALL_CHANGED' THEN (SELECT c.notice FROM call_changes c WHERE c.call_id = n.call_id AND c.changed_at <= n.happened_at ORDER BY c.changed_at DESC, c.id DESC LIMIT 1)
    WHEN 'APPLICATION_REVIEWED' THEN (SELECT r.answer FROM application_reviews_asked r JOIN applications a ON a.id = r.application_id
      WHERE a.call_id = n.call_id AND a.member_id = n.recipient_id AND r.outcome = 'KEPT' ORDER BY r.answered_at DESC LIMIT 1)
    WHEN 'TERM_REVOKED' THEN (SELECT r.facts FROM term_revocations r WHERE r.term_id = n.term_id ORDER BY r.revoked_at DESC LIMIT 1)
    ELSE (SELECT d.reason FROM application_decisions d WHERE d.id = n.matter)
  END AS body
  FROM notifications n LEFT JOIN calls k ON k.id = n.call_id WHERE n.id = ANY ($1::uuid[])`;

interface Said {
  readonly id: string;
  /** Of the call. */
  readonly title: string | null;
  readonly body: string | null;
}

/** The words of matters about calls, applications and terms. */
@Injectable()
export class RecruitmentNoticesQueries {
  private readonly words = new Loader<Said>(async (ids) => keyedBy(await this.database.query<Said>(WORDS, [ids]), ({ id }) => id));

  constructor(private readonly database: Database) {}

  async said(context: RequestContext, row: NotificationRow): Promise<{ readonly body: string } | null> {
    const body = (await this.of(context, row))?.body;
    return body ? { body } : null;
  }

  /** The call it is about, or null. */
  async call(context: RequestContext, row: NotificationRow): Promise<{ readonly id: string; readonly title: string } | null> {
    const title = (await this.of(context, row))?.title;
    return title && row.callId ? { id: row.callId, title } : null;
  }

  private async of(context: RequestContext, row: NotificationRow): Promise<Said | null> {
    return row.callId === null && row.termId === null ? null : this.words.load(context, row.id);
  }
}
