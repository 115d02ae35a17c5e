import type { IdeaStatus } from '@fanfare/ideas';
import type { NotificationKind, NotificationReason } from './notification.kinds.js';

/** One matter, told to one member. Ids and facts; the words are made by whoever shows it. */
export interface NotificationRow {
  readonly id: string;
  readonly recipientId: string;
  readonly communityId: string;
  readonly kind: NotificationKind;
  readonly reason: NotificationReason;
  readonly ideaId: string | null;
  readonly commentId: string | null;
  readonly responseId: string | null;
  readonly circleId: string | null;
  readonly circlePostId: string | null;
  readonly creationId: string | null;
  readonly creationResponseId: string | null;
  readonly evidenceId: string | null;
  readonly decisionId: string | null;
  readonly appealId: string | null;
  readonly callId: string | null;
  readonly termId: string | null;
  readonly missionId: string | null;
  readonly entryId: string | null;
  readonly deliveryId: string | null;
  /** The member who did it; null for the system and for people who left. */
  readonly actorId: string | null;
  /** Where the idea went; null where it stays. */
  readonly status: IdeaStatus | null;
  /** The position of the rung it reached. */
  readonly rungPosition: number | null;
  /** How many the like came while it was unread. */
  readonly amount: number;
  readonly happenedAt: Date;
  readonly readAt: Date | null;
}

export const NOTIFICATION_COLUMNS = `n.id, n.recipient_id AS "recipientId", n.community_id AS "communityId", n.kind, n.reason,
  n.idea_id AS "ideaId", n.comment_id AS "commentId", n.response_id AS "responseId", n.creation_id AS "creationId",
  n.creation_response_id AS "creationResponseId", n.evidence_id AS "evidenceId", n.decision_id AS "decisionId", n.appeal_id AS "appealId", n.call_id AS "callId", n.term_id AS "termId", n.mission_id AS "missionId", n.entry_id AS "entryId", n.delivery_id AS "deliveryId", n.actor_id AS "actorId", n.status,
  n.circle_id AS "circleId", n.circle_post_id AS "circlePostId", n.rung AS "rungPosition", n.amount, n.happened_at AS "happenedAt", n.read_at AS "readAt"`;
