import type { IdeaStatus } from '@fanfare/ideas';
import type { NotificationKind, NotificationReason } from './notification.kinds.js';

/** Something that happened, of which people are told once. Plain values: it travels in an event while many are told. */
export interface Matter {
  readonly kind: NotificationKind;
  /** Names it: of two with the same id a member hears once. */
  readonly id: string;
  readonly communityId: string;
  readonly ideaId: string | null;
  readonly commentId?: string | null;
  readonly responseId?: string | null;
  readonly circleId?: string | null;
  readonly circlePostId?: string | null;
  readonly creationId?: string | null;
  readonly creationResponseId?: string | null;
  readonly evidenceId?: string | null;
  readonly decisionId?: string | null;
  readonly appealId?: string | null;
  readonly callId?: string | null;
  readonly termId?: string | null;
  readonly missionId?: string | null;
  readonly entryId?: string | null;
  readonly deliveryId?: string | null;
  /** The member who did it. */
  readonly actorId: string | null;
  /** Their account, which is never told. */
  readonly actorAccountId: string | null;
  readonly status?: IdeaStatus | null;
  readonly rung?: number | null;
  /** When it happened, in ISO 8601: votes and comments after it make nobody a recipient. */
  readonly at: string;
}

/** What decides who is told: the matter, and what some audiences ask. */
export interface Asked {
  readonly matter: Matter;
  /** The idea and the duplicates that point at it: who backs one of them backs it. */
  readonly ideaIds: readonly string[];
  /** For `BACKED_BEFORE`: votes for an earlier text. */
  readonly version?: number;
  /** For `MEMBERS` and `STAFF`: these, whoever they are. */
  readonly memberIds?: readonly string[];
  /** For `FOLLOWERS_OF`. */
  readonly subjectId?: string | null;
}

/** A page of member ids. */
export interface Page {
  readonly after: string;
  readonly size: number;
}

type Add = (value: unknown) => string;

export interface Audience {
  readonly reason: NotificationReason;
  /** SQL that answers `member_id`s above `after`, at least the `size` lowest of them. */
  readonly sql: (asked: Asked, page: Page, add: Add) => string;
}

const followers = (reason: NotificationReason, subject: (asked: Asked) => string | null | undefined): Audience => ({
  reason,
  sql: (asked, { after, size }, add) => `SELECT follower_id AS member_id FROM follows
    WHERE subject_id = ${add(subject(asked) ?? null)}::uuid AND follower_id > ${add(after)}::uuid
      AND followed_at <= ${add(asked.matter.at)}::timestamptz ORDER BY follower_id LIMIT ${size}`,
});

/** The lowest ids over several ideas, each read from its own index. */
const overIdeas = (ideaIds: readonly string[], rows: string, size: number, add: Add) => `
  SELECT r.member_id FROM unnest(${add(ideaIds)}::uuid[]) AS d (idea_id)
  CROSS JOIN LATERAL (${rows} ORDER BY 1 LIMIT ${size}) r ORDER BY 1`;

/** Who may be told of a matter, and why. */
export const AUDIENCES = {
  /** Exactly these. */
  MEMBERS: { reason: 'YOU', sql: ({ memberIds }, _page, add) => `SELECT unnest(${add(memberIds ?? [])}::uuid[]) AS member_id` },
  /** Exactly these, because of what they do here for the brand or the community. */
  STAFF: { reason: 'STAFF', sql: ({ memberIds }, _page, add) => `SELECT unnest(${add(memberIds ?? [])}::uuid[]) AS member_id` },
  /** Who posted this very idea. */
  AUTHOR: {
    reason: 'AUTHOR',
    sql: ({ matter }, _page, add) => `SELECT author_id AS member_id FROM ideas WHERE id = ${add(matter.ideaId)}::uuid AND author_id IS NOT NULL`,
  },
  /** Who posted the idea or one of its duplicates. */
  AUTHORS: {
    reason: 'AUTHOR',
    sql: ({ ideaIds }, _page, add) => `SELECT author_id AS member_id FROM ideas WHERE id = ANY (${add(ideaIds)}::uuid[]) AND author_id IS NOT NULL`,
  },
  BACKERS: {
    reason: 'BACKED',
    sql: ({ ideaIds, matter }, { after, size }, add) =>
      overIdeas(
        ideaIds,
        `SELECT v.member_id FROM votes v WHERE v.idea_id = d.idea_id AND v.member_id > ${add(after)}::uuid AND v.cast_at <= ${add(matter.at)}::timestamptz`,
        size,
        add,
      ),
  },
  /** Who backed an earlier wording of the idea. */
  BACKED_BEFORE: {
    reason: 'BACKED',
    sql: ({ matter, version }, { after, size }, add) => `SELECT member_id FROM votes
      WHERE idea_id = ${add(matter.ideaId)}::uuid AND member_id > ${add(after)}::uuid AND idea_version < ${add(version ?? 0)}::int
      ORDER BY member_id LIMIT ${size}`,
  },
  COMMENTERS: {
    reason: 'COMMENTED',
    sql: ({ ideaIds, matter }, { after, size }, add) =>
      overIdeas(
        ideaIds,
        `SELECT DISTINCT c.author_id AS member_id FROM comments c
         WHERE c.idea_id = d.idea_id AND c.author_id > ${add(after)}::uuid AND c.created_at <= ${add(matter.at)}::timestamptz`,
        size,
        add,
      ),
  },
  /** Who was in the circle then. */
  CIRCLE_MEMBERS: {
    reason: 'CIRCLE',
    sql: ({ matter }, { after, size }, add) => `SELECT member_id FROM circle_members
      WHERE circle_id = ${add(matter.circleId)}::uuid AND member_id > ${add(after)}::uuid AND joined_at <= ${add(matter.at)}::timestamptz
      ORDER BY member_id LIMIT ${size}`,
  },
  /** Who began or handed in an application, and waits for nothing yet. */
  CALL_APPLICANTS: {
    reason: 'YOU',
    sql: ({ matter }, { after, size }, add) => `SELECT member_id FROM applications
      WHERE call_id = ${add(matter.callId)}::uuid AND member_id > ${add(after)}::uuid AND state IN ('DRAFT', 'SUBMITTED') ORDER BY member_id LIMIT ${size}`,
  },
  /** Who waits for a seat. */
  CALL_WAITING: {
    reason: 'YOU',
    sql: ({ matter }, { after, size }, add) => `SELECT member_id FROM applications
      WHERE call_id = ${add(matter.callId)}::uuid AND member_id > ${add(after)}::uuid AND state = 'WAITING' ORDER BY member_id LIMIT ${size}`,
  },
  IDEA_FOLLOWERS: {
    reason: 'FOLLOWED_IDEA',
    sql: ({ ideaIds, matter }, { after, size }, add) =>
      overIdeas(
        ideaIds,
        `SELECT f.follower_id AS member_id FROM follows f
         WHERE f.subject_id = d.idea_id AND f.follower_id > ${add(after)}::uuid AND f.followed_at <= ${add(matter.at)}::timestamptz`,
        size,
        add,
      ),
  },
  MEMBER_FOLLOWERS: followers('FOLLOWED_MEMBER', ({ matter }) => matter.actorId),
  CATEGORY_FOLLOWERS: followers('FOLLOWED_CATEGORY', ({ subjectId }) => subjectId),
  COMMUNITY_FOLLOWERS: followers('FOLLOWED_COMMUNITY', ({ matter }) => matter.communityId),
  /** Who moderates here. */
  MODERATORS: {
    reason: 'STAFF',
    sql: ({ matter }, _page, add) => `SELECT m.id AS member_id FROM role_grants g
      JOIN members m ON m.community_id = g.community_id AND m.account_id = g.account_id
      WHERE g.community_id = ${add(matter.communityId)}::uuid AND g.role = 'MODERATOR' AND g.revoked_at IS NULL`,
  },
} as const satisfies Record<string, Audience>;

export type AudienceName = keyof typeof AUDIENCES;
