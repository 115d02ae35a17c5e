import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, Handlers, MORE, Schedules } from '@fanfare/events';
import { type Actor, Clock, HOUR, isId, newId, Problem } from '@fanfare/kernel';
import { EvidenceQueries, siteProves } from '@fanfare/identity';
import { createHash } from 'node:crypto';
import { TermsService } from '../terms/terms.service.js';
import { TermAccepted, TermEnded, TermReinstated } from '../ambassadors.events.js';
import { FeedReader, type ReadFeed, type ReadingProblem } from './feed-reader.js';
import { FeedReadDue } from './reach.events.js';
import { FEED_COLUMNS, type SiteFeedRow } from './reach.row.js';

const EVERY_MS = 6 * HOUR;
const MOST_FEEDS = 5;
const MOST_AT_ONCE = 100;
/** A feed that cannot be read for a week is read no more. */
const MOST_FAILURES = 28;

const COUNT = 'SELECT count(*)::int AS count FROM site_feeds WHERE member_id = $1';
const INSERT = `
  INSERT INTO site_feeds (id, community_id, member_id, url, created_at, next_read_at) VALUES ($1, $2, $3, $4, $5, $5)
  ON CONFLICT ON CONSTRAINT site_feeds_one_each DO UPDATE SET next_read_at = excluded.next_read_at, failures = 0, problem = NULL RETURNING id`;
const REMOVE = 'DELETE FROM site_feeds f USING members m WHERE f.id = $1 AND m.id = f.member_id AND m.account_id = $2 RETURNING f.community_id';

const TAKE_DUE = `
  UPDATE site_feeds SET next_read_at = $2
  WHERE id IN (SELECT id FROM site_feeds WHERE next_read_at <= $1 ORDER BY next_read_at LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED)
  RETURNING id, community_id AS "communityId"`;

const SERVES = 'EXISTS (SELECT FROM active_terms a WHERE a.member_id = f.member_id)';
const STOP = `UPDATE site_feeds f SET next_read_at = NULL, problem = 'TERM_ENDED' WHERE f.member_id = $1 AND NOT ${SERVES}`;
const RESUME = `UPDATE site_feeds f SET next_read_at = $2, problem = NULL, failures = 0 WHERE f.member_id = $1 AND f.problem = 'TERM_ENDED' AND ${SERVES}`;

const FEED = `SELECT ${FEED_COLUMNS}, m.account_id AS "accountId", ${SERVES} AS serves FROM site_feeds f JOIN members m ON m.id = f.member_id WHERE f.id = $1`;

const READ = `
  UPDATE site_feeds f SET read_at = $2, failures = 0, problem = NULL, title = coalesce($3, title),
    url = CASE WHEN EXISTS (SELECT FROM site_feeds o WHERE o.member_id = f.member_id AND o.url = $4 AND o.id <> f.id) THEN url ELSE $4 END
  WHERE id = $1 RETURNING id`;
const FAILED = `
  UPDATE site_feeds SET problem = $2, failures = failures + 1, next_read_at = CASE WHEN failures + 1 < ${MOST_FAILURES} THEN next_read_at END WHERE id = $1`;
const ITEMS = `
  INSERT INTO site_feed_items (id, feed_id, community_id, name_hash, title, url, published_at)
  SELECT item.id, $1, $2, item.hash, item.title, item.url, item.published
  FROM unnest($3::uuid[], $4::bytea[], $5::text[], $6::text[], $7::timestamptz[]) AS item (id, hash, title, url, published)
  ON CONFLICT (feed_id, name_hash) DO UPDATE SET title = excluded.title, url = excluded.url`;

type Due = SiteFeedRow & { readonly accountId: string | null; readonly serves: boolean };

/**
 * Feeds of ambassadors' own sites, read every six hours by the worker for as long as their writers serve. What was read stays
 * listed after the term, as alumni keep their credit, until its writer stops it or leaves; of a term that was revoked it is shown
 * to nobody while that stands.
 */
@Injectable()
export class SiteFeedsService {
  constructor(
    schedules: Schedules,
    handlers: Handlers,
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly activity: ActivityService,
    private readonly terms: TermsService,
    private readonly evidence: EvidenceQueries,
    private readonly reader: FeedReader,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    schedules.every(HOUR, 'ambassadors.readFeeds', (tx) => this.ask(tx));
    handlers.send(FeedReadDue, 'ambassadors.readFeed', ({ subjectId }) => this.read(subjectId!));
    handlers.on(TermEnded, 'ambassadors.stopFeeds', (tx, { payload }) => this.stop(tx, payload.memberId));
    handlers.on(TermAccepted, 'ambassadors.resumeFeeds', (tx, { payload }) => this.resume(tx, payload.memberId));
    handlers.on(TermReinstated, 'ambassadors.resumeFeedsOfReinstated', (tx, { payload }) => this.resume(tx, payload.memberId));
  }

  /**
   * Follows the feed of a site that the actor proved to be theirs. It is read by the worker, soon and then every six hours.
   *
   * @param url of the feed, or of a page that names it
   * @returns its id
   * @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `TERM_ENDED`, `SITE_NOT_PROVED`, `TOO_MANY_FEEDS`
   */
  async follow(actor: Actor, slug: string, url: string): Promise<string> {
    const community = await this.communities.requireBySlug(slug);
    await this.activity.take(actor, 'trackReach');
    const address = withScheme(url);
    const id = newId();
    return this.transactor.run(async (tx) => {
      const { member } = await this.terms.requireActiveTerm(tx, actor, community.id);
      if (address === null || !siteProves(await this.evidence.provedPages(tx, actor.accountId!), address)) throw new Problem('SITE_NOT_PROVED');
      const [{ count }] = (await rowsOf<{ count: number }>(tx, COUNT, [member.id])) as [{ count: number }];
      if (count >= MOST_FEEDS) throw new Problem('TOO_MANY_FEEDS', { max: MOST_FEEDS });
      const [feed] = await rowsOf<{ id: string }>(tx, INSERT, [id, community.id, member.id, address, this.clock.now()]);
      await this.events.append(tx, FeedReadDue, { communityId: community.id, subjectId: feed!.id, payload: {} });
      return feed!.id;
    });
  }

  /** Stops, and forgets what was read. @throws Problem `NOT_FOUND` */
  async unfollow(actor: Actor, id: string): Promise<void> {
    const gone = isId(id) ? await this.transactor.run((tx) => rowsOf(tx, REMOVE, [id, actor.accountId])) : [];
    if (gone.length === 0) throw new Problem('NOT_FOUND', { what: 'feed' });
  }

  private async ask(tx: Tx): Promise<void | typeof MORE> {
    const now = this.clock.now();
    const due = await rowsOf<{ id: string; communityId: string }>(tx, TAKE_DUE, [now, new Date(now.getTime() + EVERY_MS)]);
    for (const { id, communityId } of due) await this.events.append(tx, FeedReadDue, { communityId, subjectId: id, payload: {} });
    return due.length === MOST_AT_ONCE ? MORE : undefined;
  }

  private async stop(tx: Tx, memberId: string): Promise<void> {
    await tx.query(STOP, [memberId]);
  }

  private async resume(tx: Tx, memberId: string): Promise<void> {
    await tx.query(RESUME, [memberId, this.clock.now()]);
  }

  /** Outside any transaction while the network answers. */
  private async read(id: string): Promise<void> {
    const [feed] = await this.database.query<Due>(FEED, [id]);
    if (!feed || feed.accountId === null) return;
    if (!feed.serves) return this.transactor.run((tx) => this.stop(tx, feed.memberId));
    const found = await this.reader.read(feed.url, await this.evidence.provedPages(this.database.reader, feed.accountId));
    await this.transactor.run((tx) => this.settle(tx, feed, found));
  }

  private async settle(tx: Tx, feed: SiteFeedRow, found: ReadFeed | ReadingProblem): Promise<void> {
    if (typeof found === 'string') return void (await tx.query(FAILED, [feed.id, found]));
    const now = this.clock.now();
    const still = await rowsOf(tx, READ, [feed.id, now, found.title, found.url]);
    if (still.length === 0) return; // given up meanwhile
    const items = [...new Map(found.items.map((item) => [item.name, item])).values()];
    const dates = items.map(({ publishedAt }) => new Date(Math.min(publishedAt?.getTime() ?? now.getTime(), now.getTime())));
    const hashes = items.map(({ name }) => createHash('sha256').update(name).digest());
    await tx.query(ITEMS, [feed.id, feed.communityId, items.map(() => newId()), hashes, items.map(({ title }) => title), items.map(({ url }) => url), dates]);
  }
}

/** People type `ana.example`, and mean the site. */
function withScheme(address: string): string | null {
  const typed = address.trim();
  const url = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  return URL.canParse(url) && url.length <= 2_000 ? new URL(url).href : null;
}
