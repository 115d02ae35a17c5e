import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { declareEvent, EventLog, Handlers } from '@fanfare/events';
import { SHOWN_TO_ALL, SqlParameters } from '@fanfare/ideas';
import { type Asked, AUDIENCES, type Audience, type AudienceName, type Matter, type Page } from './matter.js';
import { MailingsService } from './mailings.service.js';
import { BETWEEN_MEMBERS, defaultPreference, NOTIFICATION_REASONS, OBLIGATORY, type NotificationKind } from './notification.kinds.js';

/** Who is told of what: the rest of a crowd, after a member's id. */
interface Telling extends Omit<Asked, 'ideaIds'> {
  readonly audiences: readonly AudienceName[];
  readonly after: string;
}

/** There are more people to tell than one transaction should. */
const TellingMore = declareEvent<Telling>('notifications.tellingMore', { passing: true });

/** Members told in one transaction. */
export const LARGEST_BATCH = 2_000;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Told of is only what everybody may read; of the rest nobody hears, and neither do those who come later in a crowd. */
const IDEAS = `
  SELECT i.id FROM ideas i WHERE i.id = $1 AND ${SHOWN_TO_ALL}
  UNION ALL SELECT d.id FROM ideas d JOIN ideas i ON i.id = d.merged_into_id
    WHERE d.merged_into_id = $1 AND d.status = 'MERGED' AND ${SHOWN_TO_ALL}`;

interface Told {
  readonly pageSize: number;
  readonly last: string | null;
  /** The new notifications whose readers want a mail at once. */
  readonly mailNow: readonly string[] | null;
}

/**
 * Tells people. A crowd is told in batches of 2,000, each with one statement in a transaction of its own: the next batch
 * is an event of ours, so that a killed worker repeats nobody and forgets nobody.
 */
@Injectable()
export class TellService {
  constructor(
    handlers: Handlers,
    private readonly events: EventLog,
    private readonly mailings: MailingsService,
  ) {
    handlers.on(TellingMore, 'notifications.tellMore', (tx, { payload }) => this.batch(tx, payload));
  }

  /** Tells each member of these audiences once, with the best reason. */
  async tell(tx: Tx, matter: Matter, audiences: readonly AudienceName[], more: Pick<Asked, 'version' | 'memberIds' | 'subjectId'> = {}): Promise<void> {
    await this.batch(tx, { matter, audiences, ...more, after: FIRST });
  }

  private async batch(tx: Tx, telling: Telling): Promise<void> {
    const { matter, audiences, after, ...more } = telling;
    const ideas = matter.ideaId === null ? [] : await rowsOf<{ id: string }>(tx, IDEAS, [matter.ideaId]);
    if (matter.ideaId !== null && ideas.length === 0) return;
    const asked = { ...more, matter, ideaIds: ideas.map(({ id }) => id) };
    const { last, pageSize, mailNow } = await this.write(tx, asked, audiences, { after, size: LARGEST_BATCH });
    if (mailNow) await this.mailings.sendNow(tx, matter.communityId, mailNow);
    if (pageSize < LARGEST_BATCH) return;
    await this.events.append(tx, TellingMore, { communityId: matter.communityId, subjectId: matter.ideaId, payload: { ...telling, after: last! } });
  }

  private async write(tx: Tx, asked: Asked, names: readonly AudienceName[], page: Page): Promise<Told> {
    const parameters = new SqlParameters();
    const sql = statement(asked, names, page, (value) => parameters.add(value));
    const [told] = await rowsOf<Told>(tx, sql, parameters.values);
    return told!;
  }
}

/** One batch of a crowd: who is in it, with which reason, how they want to hear, and their notifications. */
function statement(asked: Asked, names: readonly AudienceName[], page: Page, add: (value: unknown) => string): string {
  const { matter } = asked;
  const { mail, inApp } = defaultPreference(matter.kind);
  const sources = names.map((name) => {
    const audience: Audience = AUDIENCES[name];
    return `SELECT s.member_id, ${NOTIFICATION_REASONS.indexOf(audience.reason)} AS rank FROM (${audience.sql(asked, page, add)}) s`;
  });
  const about = [matter.commentId, matter.responseId, matter.creationId, matter.creationResponseId, matter.circleId, matter.circlePostId, matter.evidenceId, matter.decisionId, matter.appealId, matter.callId, matter.termId,
    matter.missionId, matter.entryId, matter.deliveryId];
  const columns = [matter.id, matter.ideaId, matter.actorId, ...about].map((id) => `${add(id ?? null)}::uuid`);
  const [matterId, ideaId, actorId, commentId, responseId, creationId, creationResponseId, circleId, circlePostId, evidenceId, decisionId, appealId, callId, termId, missionId, entryId, deliveryId] = columns;
  const [kind, community] = [add(matter.kind), add(matter.communityId)];
  return `
    WITH page AS (
      SELECT member_id, min(rank) AS rank FROM (${sources.join(' UNION ALL ')}) s
      WHERE member_id > ${add(page.after)}::uuid GROUP BY member_id ORDER BY member_id LIMIT ${page.size}
    ), people AS (
      SELECT m.id, page.rank, ${OBLIGATORY.includes(matter.kind) ? 'true' : `coalesce(p.in_app, ${add(inApp)}::boolean)`} AS in_app, a.time_zone,
        CASE WHEN a.email_confirmed_at IS NULL OR r.member_id IS NOT NULL THEN 'OFF' ELSE coalesce(p.mail, ${add(mail)}::text) END AS mail
      FROM page JOIN members m ON m.id = page.member_id JOIN accounts a ON a.id = m.account_id
      LEFT JOIN notification_preferences p ON p.member_id = m.id AND p.kind = ${kind}
      LEFT JOIN mail_refusals r ON r.member_id = m.id
      WHERE m.community_id = ${community}::uuid AND m.account_id IS DISTINCT FROM ${add(matter.actorAccountId)}::uuid
        ${BETWEEN_MEMBERS.includes(matter.kind) ? `AND NOT EXISTS (SELECT FROM member_mutes u WHERE u.member_id = m.id AND u.muted_id = ${actorId})` : ''}
    ), zones AS (
      SELECT time_zone, next_digest(time_zone, ${add(matter.at)}::timestamptz) AS due FROM (SELECT DISTINCT time_zone FROM people WHERE mail = 'DIGEST') z
    ), made AS (
      INSERT INTO notifications AS n (id, recipient_id, community_id, kind, reason, matter, idea_id, comment_id, response_id,
        creation_id, creation_response_id, actor_id, status, rung, happened_at, in_app, mail_due_at, circle_id, circle_post_id, evidence_id, decision_id, appeal_id, call_id, term_id,
        mission_id, entry_id, delivery_id)
      SELECT gen_random_uuid(), h.id, ${community}::uuid, ${kind}, (${add(NOTIFICATION_REASONS)}::text[])[h.rank + 1], ${matterId}, ${ideaId},
        ${commentId}, ${responseId}, ${creationId}, ${creationResponseId}, ${actorId}, ${add(matter.status ?? null)}::text, ${add(matter.rung ?? null)}::int, ${add(matter.at)}::timestamptz,
        h.in_app, CASE h.mail WHEN 'DIGEST' THEN z.due END, ${circleId}, ${circlePostId}, ${evidenceId}, ${decisionId}, ${appealId}, ${callId}, ${termId}, ${missionId}, ${entryId}, ${deliveryId}
      FROM people h LEFT JOIN zones z ON z.time_zone IS NOT DISTINCT FROM h.time_zone
      WHERE (h.in_app OR h.mail <> 'OFF')
        AND NOT EXISTS (SELECT FROM notifications t WHERE t.recipient_id = h.id AND t.matter = ${matterId})
      ORDER BY h.id
      ${JOINING[matter.kind] ?? 'ON CONFLICT DO NOTHING'}
      RETURNING n.id, n.recipient_id
    )
    SELECT (SELECT count(*)::int FROM page) AS "pageSize", (SELECT member_id FROM page ORDER BY member_id DESC LIMIT 1) AS last,
      (SELECT array_agg(made.id) FROM made JOIN people h ON h.id = made.recipient_id WHERE h.mail = 'AT_ONCE') AS "mailNow"`;
}

/** The unread one counts the like and shows the last. It is mailed once: what joins it later waits for its reader. */
const ADD_TO_UNREAD = `DO UPDATE SET amount = n.amount + 1, in_app = n.in_app OR excluded.in_app, matter = excluded.matter,
  comment_id = excluded.comment_id, creation_response_id = excluded.creation_response_id, actor_id = excluded.actor_id, happened_at = excluded.happened_at`;

const JOINING_OF_CREATION = `ON CONFLICT (recipient_id, creation_id, kind) WHERE read_at IS NULL AND kind IN ('RESPONDED', 'APPRECIATED') ${ADD_TO_UNREAD}`;

/** What comes in numbers. */
const JOINING: Readonly<Partial<Record<NotificationKind, string>>> = {
  COMMENTED: `ON CONFLICT (recipient_id, idea_id, kind) WHERE read_at IS NULL AND kind IN ('COMMENTED', 'EDITED') ${ADD_TO_UNREAD}`,
  RESPONDED: JOINING_OF_CREATION,
  APPRECIATED: JOINING_OF_CREATION,
  REVIEW_WAITS: `ON CONFLICT (recipient_id) WHERE read_at IS NULL AND kind = 'REVIEW_WAITS' ${ADD_TO_UNREAD}`,
};
