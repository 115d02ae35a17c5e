import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, Loader, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { FEED_COLUMNS, ITEM_COLUMNS, LINK_COLUMNS, type SiteFeedItemRow, type SiteFeedRow, type TrackingDayRow, type TrackingLinkRow } from './reach.row.js';

const ORDER = 'NEWEST';

const LINKS = `
  SELECT ${LINK_COLUMNS} FROM tracking_links l WHERE l.member_id = $1 AND ($5::uuid IS NULL OR l.mission_id = $5)
    AND ($2::timestamptz IS NULL OR (l.created_at, l.id) < ($2, $3::uuid)) ORDER BY l.created_at DESC, l.id DESC LIMIT $4`;

const OF_COMMUNITY = `
  SELECT ${LINK_COLUMNS} FROM tracking_links l WHERE l.community_id = $1 AND ($5::uuid IS NULL OR l.mission_id = $5)
    AND ($2::timestamptz IS NULL OR (l.created_at, l.id) < ($2, $3::uuid)) ORDER BY l.created_at DESC, l.id DESC LIMIT $4`;

const TOTALS = `
  SELECT link_id AS id, sum(visitors)::int AS visitors, sum(robots)::int AS robots FROM tracking_days WHERE link_id = ANY ($1) GROUP BY link_id`;

const DAYS = `
  SELECT link_id AS "linkId", to_char(day, 'YYYY-MM-DD') AS day, visitors, robots FROM tracking_days WHERE link_id = ANY ($1)
  ORDER BY link_id, tracking_days.day`;

// What somebody wrote whose term was revoked is shown to nobody while that stands.
const IN_HONOUR = `NOT EXISTS (SELECT FROM terms t WHERE t.member_id = f.member_id AND t.state = 'REVOKED' AND NOT EXISTS (SELECT FROM active_terms a WHERE a.member_id = f.member_id))`;

const ITEMS = `
  SELECT ${ITEM_COLUMNS} FROM site_feed_items i JOIN site_feeds f ON f.id = i.feed_id
  WHERE i.community_id = $1 AND ($2::timestamptz IS NULL OR (i.published_at, i.id) < ($2, $3::uuid)) AND ${IN_HONOUR} ORDER BY i.published_at DESC, i.id DESC LIMIT $4`;

/** Reads of reach. Who may read them is the callers' policy. */
@Injectable()
export class ReachQueries {
  readonly link = new Loader<TrackingLinkRow>((ids) => this.linksByIds(ids));
  /** By link, of all its days. */
  readonly totals = new Loader<{ readonly visitors: number; readonly robots: number }>((ids) => this.totalsOf(ids));
  /** By mission: where its links lead, if the brand said so. */
  readonly target = new Loader<string>((ids) => this.targetsOf(ids));
  /** By link, from the first day on. */
  readonly days = new Loader<TrackingDayRow[]>((ids) => this.daysOf(ids));
  readonly feed = new Loader<SiteFeedRow>((ids) => this.feedsByIds(ids));
  /** By member. */
  readonly feeds = new Loader<SiteFeedRow[]>((ids) => this.feedsOf(ids));

  constructor(private readonly database: Database) {}

  /** A member's, the latest first; of one mission, or of all. */
  links(memberId: string, missionId: string | null, args: PageArgs): Promise<Connection<TrackingLinkRow>> {
    return this.page(LINKS, 'member_id', memberId, missionId, args);
  }

  /** Of a whole community, the latest first; of one mission, or of all. */
  linksOf(communityId: string, missionId: string | null, args: PageArgs): Promise<Connection<TrackingLinkRow>> {
    return this.page(OF_COMMUNITY, 'community_id', communityId, missionId, args);
  }

  private async page(sql: string, owner: 'member_id' | 'community_id', ownerId: string, missionId: string | null, args: PageArgs): Promise<Connection<TrackingLinkRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<TrackingLinkRow>(sql, [ownerId, at && new Date(at), id, pageSize(args) + 1, missionId]);
    const count = `SELECT count(*)::int AS count FROM tracking_links WHERE ${owner} = $1 AND ($2::uuid IS NULL OR mission_id = $2)`;
    const total = async () => (await this.database.query<{ count: number }>(count, [ownerId, missionId]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.createdAt.toISOString(), row.id]), total);
  }

  /** What ambassadors wrote on their own sites, the latest first. */
  async items(communityId: string, args: PageArgs): Promise<Connection<SiteFeedItemRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<SiteFeedItemRow>(ITEMS, [communityId, at && new Date(at), id, pageSize(args) + 1]);
    const count = `SELECT count(*)::int AS count FROM site_feed_items i JOIN site_feeds f ON f.id = i.feed_id WHERE i.community_id = $1 AND ${IN_HONOUR}`;
    const total = async () => (await this.database.query<{ count: number }>(count, [communityId]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.publishedAt.toISOString(), row.id]), total);
  }

  private async linksByIds(ids: readonly string[]): Promise<Map<string, TrackingLinkRow>> {
    return keyedBy(await this.database.query<TrackingLinkRow>(`SELECT ${LINK_COLUMNS} FROM tracking_links l WHERE l.id = ANY ($1)`, [ids]), ({ id }) => id);
  }

  private async totalsOf(ids: readonly string[]): Promise<Map<string, { id: string; visitors: number; robots: number }>> {
    return keyedBy(await this.database.query<{ id: string; visitors: number; robots: number }>(TOTALS, [ids]), ({ id }) => id);
  }

  private async targetsOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; url: string }>('SELECT mission_id AS id, url FROM tracking_targets WHERE mission_id = ANY ($1)', [ids]);
    return new Map(rows.map(({ id, url }) => [id, url]));
  }

  private async daysOf(ids: readonly string[]): Promise<Map<string, TrackingDayRow[]>> {
    return groupedBy(await this.database.query<TrackingDayRow>(DAYS, [ids]), ({ linkId }) => linkId);
  }

  private async feedsByIds(ids: readonly string[]): Promise<Map<string, SiteFeedRow>> {
    return keyedBy(await this.database.query<SiteFeedRow>(`SELECT ${FEED_COLUMNS} FROM site_feeds f WHERE f.id = ANY ($1)`, [ids]), ({ id }) => id);
  }

  private async feedsOf(ids: readonly string[]): Promise<Map<string, SiteFeedRow[]>> {
    const sql = `SELECT ${FEED_COLUMNS} FROM site_feeds f WHERE f.member_id = ANY ($1) ORDER BY f.created_at, f.id`;
    return groupedBy(await this.database.query<SiteFeedRow>(sql, [ids]), ({ memberId }) => memberId);
  }
}
