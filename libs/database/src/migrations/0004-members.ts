import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Members1763769600004 implements MigrationInterface {
  name = 'Members1763769600004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What a handle looks like to a hurried reader: two handles with one skeleton could be taken for each other.
-- skeletonOf() in the members room is its twin; a test holds them equal.
CREATE FUNCTION handle_skeleton(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN replace(replace(translate(lower($1), '01i_-', 'oll'), 'rn', 'm'), 'vv', 'w');

CREATE TABLE members (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  -- Nobody signs in as an imported person.
  account_id uuid REFERENCES accounts (id),
  handle citext NOT NULL CHECK (handle::text ~ '^[a-z0-9][a-z0-9_-]{2,29}$'),
  skeleton text NOT NULL GENERATED ALWAYS AS (handle_skeleton(handle::text)) STORED,
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 80),
  bio text NOT NULL DEFAULT '' CHECK (length(bio) <= 500),
  identity_level text NOT NULL DEFAULT 'ANONYMOUS' CHECK (identity_level IN ('ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED')),
  level text NOT NULL DEFAULT 'NEWCOMER' CHECK (level IN ('NEWCOMER', 'FAN', 'REGULAR', 'ADVOCATE', 'CHAMPION')),
  joined_at timestamptz(3) NOT NULL DEFAULT now(),
  -- The terms accepted on joining, and the age said to be reached; imported people accepted nothing.
  terms_version int,
  age_declared int,
  source_key text,
  UNIQUE (id, community_id),
  CONSTRAINT members_account_key UNIQUE (community_id, account_id),
  CONSTRAINT members_handle_key UNIQUE (community_id, handle),
  CONSTRAINT members_source_key UNIQUE (community_id, source_key),
  FOREIGN KEY (community_id, terms_version) REFERENCES community_terms (community_id, version)
);
-- Of people who join, no two look alike. Imported people keep the names they had, which may.
CREATE UNIQUE INDEX members_skeleton_key ON members (community_id, skeleton) WHERE account_id IS NOT NULL;
CREATE INDEX members_by_skeleton ON members (community_id, skeleton) WHERE account_id IS NULL;
CREATE INDEX members_newest ON members (community_id, joined_at DESC, id DESC);
CREATE INDEX members_by_account ON members (account_id) WHERE account_id IS NOT NULL;
`;
