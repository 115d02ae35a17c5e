export interface TrackingLinkRow {
  readonly id: string;
  readonly token: string;
  readonly communityId: string;
  readonly missionId: string;
  readonly memberId: string;
  readonly channel: string;
  readonly createdAt: Date;
}

export interface TrackingDayRow {
  readonly linkId: string;
  /** `2026-11-22`, in UTC. */
  readonly day: string;
  readonly visitors: number;
  readonly robots: number;
}

export type FeedProblem = 'UNREACHABLE' | 'NO_FEED' | 'NOT_YOURS' | 'TERM_ENDED';

export interface SiteFeedRow {
  readonly id: string;
  readonly communityId: string;
  readonly memberId: string;
  readonly url: string;
  readonly title: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly nextReadAt: Date | null;
  readonly problem: FeedProblem | null;
}

export interface SiteFeedItemRow {
  readonly id: string;
  readonly feedId: string;
  readonly memberId: string;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: Date;
}

export const LINK_COLUMNS = `
  l.id, l.token, l.community_id AS "communityId", l.mission_id AS "missionId", l.member_id AS "memberId", l.channel, l.created_at AS "createdAt"`;

export const FEED_COLUMNS = `
  f.id, f.community_id AS "communityId", f.member_id AS "memberId", f.url, f.title, f.created_at AS "createdAt", f.read_at AS "readAt",
  f.next_read_at AS "nextReadAt", f.problem`;

/** FROM site_feed_items i JOIN site_feeds f ON f.id = i.feed_id */
export const ITEM_COLUMNS = `i.id, i.feed_id AS "feedId", f.member_id AS "memberId", i.title, i.url, i.published_at AS "publishedAt"`;
