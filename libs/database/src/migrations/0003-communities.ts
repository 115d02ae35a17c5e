import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Communities1763769600003 implements MigrationInterface {
  name = 'Communities1763769600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
CREATE TABLE communities (
  id uuid PRIMARY KEY,
  slug text NOT NULL CONSTRAINT communities_slug_key UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  locale text NOT NULL CHECK (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  tagline text NOT NULL DEFAULT '' CHECK (length(tagline) <= 160),
  description text NOT NULL DEFAULT '' CHECK (length(description) <= 5000),
  guidelines text NOT NULL DEFAULT '' CHECK (length(guidelines) <= 20000),
  min_age int NOT NULL DEFAULT 0 CHECK (min_age BETWEEN 0 AND 99),
  theme jsonb NOT NULL DEFAULT '{"accent":"#3355dd","headingFace":"sleek","corners":"round","hero":null,"logo":null,"favicon":null}',
  idea_template text NOT NULL DEFAULT '' CHECK (length(idea_template) <= 5000),
  terms_version int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
ALTER TABLE role_grants ADD FOREIGN KEY (community_id) REFERENCES communities (id);
-- The order of the list of communities.
CREATE INDEX communities_by_name ON communities (plain_text(name), id);

-- Terms are never edited: new words are a new version, so that what a member accepted can always be read.
CREATE TABLE community_terms (
  community_id uuid NOT NULL REFERENCES communities (id),
  version int NOT NULL CHECK (version >= 1),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 50000),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, version)
);
-- Looked at when the transaction ends, since each of the two rows needs the other.
ALTER TABLE communities ADD CONSTRAINT communities_current_terms
  FOREIGN KEY (id, terms_version) REFERENCES community_terms (community_id, version) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE categories (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  description text NOT NULL DEFAULT '' CHECK (length(description) <= 300),
  position int NOT NULL,
  UNIQUE (id, community_id),
  -- Looked at when the transaction ends, so that two categories can swap their slugs.
  CONSTRAINT categories_slug_key UNIQUE (community_id, slug) DEFERRABLE INITIALLY DEFERRED
);

-- The ladder: so much verified support, and how many days reaching it adds to the deadline; the first one's days run from the start.
CREATE TABLE rungs (
  community_id uuid NOT NULL REFERENCES communities (id),
  position int NOT NULL CHECK (position BETWEEN 1 AND 10),
  support int NOT NULL CHECK (support BETWEEN 1 AND 100000000),
  days int NOT NULL CHECK (days BETWEEN 1 AND 3650),
  PRIMARY KEY (community_id, position)
);
`;
