import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemovedAvatars1763769600019 implements MigrationInterface {
  name = 'RemovedAvatars1763769600019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Whether its files are given to nobody: a moderator took it down, and nothing else shows it.
ALTER TABLE pictures ADD COLUMN hidden boolean NOT NULL DEFAULT false;

-- A member's picture that a moderator took down. It is hidden, and kept as long as its member may object: the row is one of
-- its uses in picture_uses, so nobody collects it.
CREATE TABLE avatar_removals (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  member_id uuid NOT NULL,
  -- Null once the time to object is over.
  picture_id uuid REFERENCES pictures (id),
  -- Of what was uploaded: the same picture does not come back. Null with the picture.
  source_digest bytea,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  removed_at timestamptz(3) NOT NULL,
  removed_by uuid REFERENCES members (id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  CHECK ((picture_id IS NULL) = (source_digest IS NULL))
);
CREATE INDEX avatar_removals_by_member ON avatar_removals (member_id, removed_at DESC);
CREATE INDEX avatar_removals_by_picture ON avatar_removals (picture_id) WHERE picture_id IS NOT NULL;
CREATE INDEX avatar_removals_by_digest ON avatar_removals (community_id, source_digest) WHERE source_digest IS NOT NULL;
CREATE INDEX avatar_removals_kept ON avatar_removals (removed_at) WHERE picture_id IS NOT NULL;
`;
