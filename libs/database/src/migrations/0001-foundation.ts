import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Foundation1763769600001 implements MigrationInterface {
  name = 'Foundation1763769600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- unaccent() is only STABLE because its dictionary could change; ours never does, so indexes may use it.
CREATE FUNCTION plain_text(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(unaccent('unaccent', $1));

CREATE TABLE deployment (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  address_salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
  created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO deployment DEFAULT VALUES;

-- What happened, written by the change's own transaction and kept. Read in order by (xid, sequence) below pg_snapshot_xmin.
CREATE TABLE events (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  type text NOT NULL CHECK (type ~ '^[a-z]+\.[a-zA-Z]+$'),
  community_id uuid,
  actor_id uuid,
  subject_id uuid,
  payload jsonb NOT NULL DEFAULT '{}',
  occurred_at timestamptz NOT NULL
);
CREATE INDEX events_in_order ON events (xid, sequence);
CREATE INDEX events_by_subject ON events (subject_id, sequence) WHERE subject_id IS NOT NULL;

-- One row per handler that has yet to see an event; gone when done.
CREATE TABLE deliveries (
  event_id uuid NOT NULL REFERENCES events (id),
  handler text NOT NULL,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  run_at timestamptz NOT NULL DEFAULT now(),
  attempts int NOT NULL DEFAULT 0,
  leased_until timestamptz,
  last_error text,
  PRIMARY KEY (event_id, handler)
);
CREATE INDEX deliveries_due ON deliveries (handler, run_at, sequence);

CREATE TABLE schedules (
  name text PRIMARY KEY,
  last_run_at timestamptz,
  next_run_at timestamptz NOT NULL
);

-- The answer to a client's retry: same key and input, same result.
CREATE TABLE idempotency_keys (
  account_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  operation text NOT NULL,
  fingerprint bytea NOT NULL,
  result_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
`;
