import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import { Database, Transactor, type Tx } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { Clock, HOUR } from '@fanfare/kernel';
import { randomBytes } from 'node:crypto';
import { type Visit, type Visitor, visitorOf } from './visitor.js';

/** How many browsers behind one address count for a link on a day: an office or a school, not a script that changes its name. */
export const MOST_PER_NETWORK = 50;

const LINK = `
  SELECT l.id, l.community_id AS "communityId", t.url FROM tracking_links l LEFT JOIN tracking_targets t ON t.mission_id = l.mission_id WHERE l.token = $1`;

const SALT = `
  WITH made AS (INSERT INTO tracking_salts (day, salt) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING salt)
  SELECT salt FROM made UNION ALL SELECT salt FROM tracking_salts WHERE day = $1 LIMIT 1`;

const COUNT = `
  WITH fresh AS (
    INSERT INTO tracking_seen (day, link_id, visitor, network)
    SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM tracking_seen WHERE day = $1 AND link_id = $2 AND network = $4) < ${MOST_PER_NETWORK}
    ON CONFLICT DO NOTHING RETURNING 1
  )
  INSERT INTO tracking_days (link_id, day, visitors) SELECT $2, $1, 1 FROM fresh
  ON CONFLICT (link_id, day) DO UPDATE SET visitors = tracking_days.visitors + 1`;

const COUNT_ROBOT = `
  INSERT INTO tracking_days (link_id, day, robots) VALUES ($1, $2, 1)
  ON CONFLICT (link_id, day) DO UPDATE SET robots = tracking_days.robots + 1`;

interface Link {
  readonly id: string;
  readonly communityId: string;
  readonly url: string | null;
}

/** Counts who follows tracking links, each person once a day, and forgets by midnight who they were. */
@Injectable()
export class VisitsService {
  private today: { readonly day: string; readonly salt: Buffer } | null = null;

  constructor(
    schedules: Schedules,
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly clock: Clock,
  ) {
    schedules.every(HOUR, 'ambassadors.forgetVisitors', (tx) => this.forget(tx));
  }

  /**
   * Where a link leads, with the visit counted. Nothing of the request is kept but the count and, until midnight UTC, two keyed
   * hashes.
   *
   * @returns an address, or a path of ours; null when there is no such link
   */
  async follow(token: string, visit: Visit): Promise<string | null> {
    const [link] = await this.database.query<Link>(LINK, [token.slice(0, 40)]);
    if (!link) return null;
    const day = this.clock.now().toISOString().slice(0, 10);
    await this.count(link.id, day, visitorOf(visit, link.id, await this.saltOf(day)));
    return link.url ?? this.pathOf(link.communityId);
  }

  /** Erases the salts and hashes of days that are over. */
  async forget(tx: Tx): Promise<void> {
    const day = this.clock.now().toISOString().slice(0, 10);
    await tx.query('DELETE FROM tracking_seen WHERE day < $1', [day]);
    await tx.query('DELETE FROM tracking_salts WHERE day < $1', [day]);
  }

  private async count(linkId: string, day: string, visitor: Visitor): Promise<void> {
    if (visitor === 'NOBODY') return;
    if (visitor === 'ROBOT') await this.transactor.run((tx) => tx.query(COUNT_ROBOT, [linkId, day]));
    else await this.transactor.run((tx) => tx.query(COUNT, [day, linkId, visitor.visitor, visitor.network]));
  }

  /** One for all processes; whoever is first makes it. */
  private async saltOf(day: string): Promise<Buffer> {
    if (this.today?.day === day) return this.today.salt;
    const find = () => this.database.query<{ salt: Buffer }>(SALT, [day, randomBytes(32)]);
    const [row] = await find();
    // Nobody's row: another process made it after the statement began. Now it is there to read.
    const { salt } = row ?? (await find())[0]!;
    this.today = { day, salt };
    return salt;
  }

  private async pathOf(communityId: string): Promise<string> {
    const { slug } = (await this.communities.byIds([communityId])).get(communityId)!;
    return `/c/${slug}`;
  }
}
