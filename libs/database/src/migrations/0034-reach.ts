import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reach1763769600034 implements MigrationInterface {
  name = 'Reach1763769600034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What a mission pays out of, and what it gives, is of its own community.
ALTER TABLE missions
  ADD FOREIGN KEY (budget_id, community_id) REFERENCES reward_budgets (id, community_id),
  ADD FOREIGN KEY (reward_perk, community_id) REFERENCES perks (id, community_id);
CREATE INDEX missions_by_budget ON missions (budget_id) WHERE budget_id IS NOT NULL;
CREATE INDEX missions_by_perk ON missions (reward_perk) WHERE reward_perk IS NOT NULL;

-- Where the links of a mission lead, when the brand wants them somewhere else than to the community.
CREATE TABLE tracking_targets (
  mission_id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  url text NOT NULL CHECK (url ~ '^https?://' AND length(url) <= 2000),
  FOREIGN KEY (mission_id, community_id) REFERENCES missions (id, community_id)
);

-- An ambassador's own way to where a mission sends people: /r/TOKEN.
CREATE TABLE tracking_links (
  id uuid PRIMARY KEY,
  token text NOT NULL CONSTRAINT tracking_links_token UNIQUE CHECK (token ~ '^[A-Za-z0-9_-]{12}$'),
  community_id uuid NOT NULL,
  mission_id uuid NOT NULL,
  member_id uuid NOT NULL,
  -- Where the ambassador puts it: a network, a site.
  channel text NOT NULL CHECK (length(channel) BETWEEN 1 AND 80),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT tracking_links_one_each UNIQUE (mission_id, member_id, channel),
  FOREIGN KEY (mission_id, community_id) REFERENCES missions (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX tracking_links_of_member ON tracking_links (member_id, created_at DESC, id DESC);
CREATE INDEX tracking_links_of_community ON tracking_links (community_id, created_at DESC, id DESC);

-- All that is known of who followed a link: how many on a day (UTC), and how many programs.
CREATE TABLE tracking_days (
  link_id uuid NOT NULL REFERENCES tracking_links (id),
  day date NOT NULL,
  visitors int NOT NULL DEFAULT 0 CHECK (visitors >= 0),
  robots int NOT NULL DEFAULT 0 CHECK (robots >= 0),
  PRIMARY KEY (link_id, day)
);
CREATE INDEX tracking_days_by_day ON tracking_days (day);

-- A secret of the day. With it goes whatever could tell who a visitor was.
CREATE TABLE tracking_salts (
  day date PRIMARY KEY,
  salt bytea NOT NULL CHECK (length(salt) = 32)
);

-- Who was counted today, as keyed hashes; gone once the day is over.
CREATE TABLE tracking_seen (
  day date NOT NULL,
  link_id uuid NOT NULL REFERENCES tracking_links (id),
  visitor bytea NOT NULL CHECK (length(visitor) = 16),
  -- The network alone, so that one of them does not pass for a crowd.
  network bytea NOT NULL CHECK (length(network) = 16),
  PRIMARY KEY (day, link_id, visitor)
);
CREATE INDEX tracking_seen_networks ON tracking_seen (day, link_id, network);

-- Feeds of ambassadors' own sites.
CREATE TABLE site_feeds (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  -- As it was given, then where the feed is.
  url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
  title text CHECK (length(title) BETWEEN 1 AND 300),
  created_at timestamptz(3) NOT NULL,
  read_at timestamptz(3),
  -- Null once it failed for too long, and while its member is no ambassador.
  next_read_at timestamptz(3),
  failures int NOT NULL DEFAULT 0 CHECK (failures >= 0),
  -- Why it could not be read the last time.
  problem text CHECK (problem IN ('UNREACHABLE', 'NO_FEED', 'NOT_YOURS', 'TERM_ENDED')),
  UNIQUE (id, community_id),
  CONSTRAINT site_feeds_one_each UNIQUE (member_id, url),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX site_feeds_due ON site_feeds (next_read_at) WHERE next_read_at IS NOT NULL;

CREATE TABLE site_feed_items (
  id uuid PRIMARY KEY,
  feed_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- Of the feed's own name for it, so that it comes once.
  name_hash bytea NOT NULL CHECK (length(name_hash) = 32),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  url text NOT NULL CHECK (url ~ '^https?://' AND length(url) <= 2000),
  published_at timestamptz(3) NOT NULL,
  UNIQUE (feed_id, name_hash),
  FOREIGN KEY (feed_id, community_id) REFERENCES site_feeds (id, community_id) ON DELETE CASCADE
);
CREATE INDEX site_feed_items_of_community ON site_feed_items (community_id, published_at DESC, id DESC);
CREATE INDEX site_feed_items_of_feed ON site_feed_items (feed_id, published_at DESC, id DESC);
`;
