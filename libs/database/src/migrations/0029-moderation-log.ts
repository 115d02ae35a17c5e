import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ModerationLog1763769600029 implements MigrationInterface {
  name = 'ModerationLog1763769600029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- The keys that signed, in the order they came. One that the deployment made itself is here, sealed; of one that the operator
-- gave only the public half.
CREATE TABLE log_keys (
  number int PRIMARY KEY CHECK (number >= 1),
  key_id bytea NOT NULL UNIQUE CHECK (length(key_id) = 32),
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  sealed bytea,
  known_since timestamptz(3) NOT NULL
);

-- One Merkle tree for each community (RFC 9162). Peaks are the hashes of the complete subtrees it is made of, the largest first:
-- all that an append and the root need. Whoever appends holds the row.
CREATE TABLE log_trees (
  community_id uuid PRIMARY KEY REFERENCES communities (id),
  size int NOT NULL DEFAULT 0 CHECK (size >= 0),
  peaks bytea[] NOT NULL DEFAULT '{}',
  -- Which key signs here now.
  key_id bytea REFERENCES log_keys (key_id),
  CHECK ((size = 0) = (key_id IS NULL)),
  CHECK (cardinality(peaks) = length(replace(size::bit(32)::text, '0', '')))
);

-- What everybody may read, for ever.
CREATE TABLE log_entries (
  community_id uuid NOT NULL REFERENCES log_trees (community_id),
  index int NOT NULL CHECK (index >= 0),
  kind text NOT NULL CHECK (kind IN ('KEY', 'DECISION', 'SECOND', 'DECISION_ENDED', 'APPEAL')),
  body jsonb NOT NULL,
  -- Hashes in hex by the name of what they hide.
  commitments jsonb NOT NULL,
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
  key_id bytea NOT NULL REFERENCES log_keys (key_id),
  signature bytea NOT NULL CHECK (length(signature) = 64),
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (community_id, index)
);
CREATE UNIQUE INDEX log_entries_one_each ON log_entries (((body ->> 'decision')::uuid)) WHERE kind = 'DECISION';
CREATE INDEX log_entries_keys ON log_entries (community_id, index) WHERE kind = 'KEY';

-- The nodes above the leaves whose subtree is complete, so that a proof of any size reads a few rows.
CREATE TABLE log_nodes (
  community_id uuid NOT NULL REFERENCES log_trees (community_id),
  level int NOT NULL CHECK (level >= 1),
  index int NOT NULL CHECK (index >= 0),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (community_id, level, index)
);

CREATE TABLE log_heads (
  community_id uuid NOT NULL REFERENCES log_trees (community_id),
  size int NOT NULL CHECK (size >= 1),
  root bytea NOT NULL CHECK (length(root) = 32),
  signed_at timestamptz(3) NOT NULL,
  key_id bytea NOT NULL REFERENCES log_keys (key_id),
  signature bytea NOT NULL CHECK (length(signature) = 64),
  PRIMARY KEY (community_id, size)
);

-- What opens the commitments: for whom it concerns and for moderators. The only part that can be erased.
CREATE TABLE log_secrets (
  community_id uuid NOT NULL,
  index int NOT NULL,
  name text NOT NULL CHECK (name ~ '^[a-z][A-Za-z]{0,39}$'),
  salt bytea NOT NULL CHECK (length(salt) = 32),
  text text NOT NULL,
  -- Whom it is about.
  member_id uuid,
  PRIMARY KEY (community_id, index, name),
  FOREIGN KEY (community_id, index) REFERENCES log_entries (community_id, index),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX log_secrets_by_member ON log_secrets (member_id) WHERE member_id IS NOT NULL;

CREATE FUNCTION refuse_log_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The moderation log is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_log_append_only';
END $$;
CREATE TRIGGER log_keys_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON log_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes();
CREATE TRIGGER log_trees_stay BEFORE DELETE OR TRUNCATE ON log_trees FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes();
CREATE TRIGGER log_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes();
CREATE TRIGGER log_nodes_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON log_nodes FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes();
CREATE TRIGGER log_heads_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON log_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes();
CREATE TRIGGER log_secrets_stay BEFORE UPDATE OR TRUNCATE ON log_secrets FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes();

-- An entry stands behind the last one and nowhere else, and a tree grows by the entry that was just written.
CREATE FUNCTION refuse_log_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.index IS DISTINCT FROM (SELECT size FROM log_trees WHERE community_id = NEW.community_id) THEN
    RAISE EXCEPTION 'The moderation log has no such place' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_log_in_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_entries_in_order BEFORE INSERT ON log_entries FOR EACH ROW EXECUTE FUNCTION refuse_log_gaps();
CREATE FUNCTION refuse_log_jumps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.community_id <> OLD.community_id OR NEW.size <> OLD.size + 1
    OR NOT EXISTS (SELECT FROM log_entries e WHERE e.community_id = NEW.community_id AND e.index = OLD.size AND e.key_id = NEW.key_id) THEN
    RAISE EXCEPTION 'A log grows by its entries' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_log_in_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_trees_grow BEFORE UPDATE ON log_trees FOR EACH ROW EXECUTE FUNCTION refuse_log_jumps();
`;
