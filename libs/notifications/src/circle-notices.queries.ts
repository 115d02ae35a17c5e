import { Injectable } from '@nestjs/common';
import { type CirclePostRow, CirclesLoaders } from '@fanfare/circles';
import { Database } from '@fanfare/database';
import { keyedBy, Loader, type RequestContext } from '@fanfare/graphql';
import { canReadWithheld } from '@fanfare/kernel';
import type { NotificationRow } from './notification.row.js';

/** What was said to the very person who is told: a request, the reason they were sent away, what the brand says of their circle. */
const WORDS = `
  SELECT n.id, CASE n.kind
    WHEN 'CIRCLE_REQUESTED' THEN (SELECT q.message FROM circle_requests q WHERE q.id = n.matter AND q.decided_at IS NULL)
    WHEN 'CIRCLE_REMOVED' THEN (SELECT r.reason FROM circle_removals r WHERE r.circle_id = n.circle_id AND r.member_id = n.recipient_id)
    WHEN 'CIRCLE_RECOGNISED' THEN (SELECT o.recognition_note FROM circles o WHERE o.id = n.circle_id)
  END AS body FROM notifications n WHERE n.id = ANY ($1::uuid[])`;

/** The words of matters about circles, as their reader may see them now. */
@Injectable()
export class CircleNoticesQueries {
  private readonly words = new Loader<{ id: string; body: string | null }>(async (ids) =>
    keyedBy(await this.database.query<{ id: string; body: string | null }>(WORDS, [ids]), (row) => row.id),
  );

  constructor(
    private readonly database: Database,
    private readonly circles: CirclesLoaders,
  ) {}

  /** Null once it was removed, while it is withheld, or when it is not theirs to read. */
  async post(context: RequestContext, { circlePostId }: NotificationRow): Promise<CirclePostRow | null> {
    const post = circlePostId === null ? null : await this.circles.post.load(context, circlePostId);
    return post?.deletedAt === null && canReadWithheld(context.actor, post) ? post : null;
  }

  async said(context: RequestContext, row: NotificationRow): Promise<{ readonly body: string } | null> {
    if (row.circleId === null) return null;
    if (row.circlePostId !== null) return this.post(context, row);
    const body = (await this.words.load(context, row.id))?.body;
    return body ? { body } : null;
  }
}
