import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Media1763769600013 implements MigrationInterface {
  name = 'Media1763769600013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Pictures that people uploaded, re-encoded by us. A picture never changes, so its files are named after its id.
CREATE TABLE pictures (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('AVATAR', 'LOGO', 'FAVICON', 'HERO', 'CREATION')),
  -- Who brought it; null once their account is gone and something of the community's still shows it.
  account_id uuid REFERENCES accounts (id) ON DELETE SET NULL,
  -- SHA-256 of what was sent: an upload that is sent again is the same picture.
  source_digest bytea NOT NULL CHECK (length(source_digest) = 32),
  width int NOT NULL CHECK (width BETWEEN 1 AND 20000),
  height int NOT NULL CHECK (height BETWEEN 1 AND 20000),
  -- [{ width, height, type, bytes }], from the smallest.
  forms jsonb NOT NULL CHECK (jsonb_typeof(forms) = 'array' AND jsonb_array_length(forms) > 0),
  -- Of all forms together.
  bytes int NOT NULL CHECK (bytes > 0),
  color text NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$'),
  alt text NOT NULL DEFAULT '' CHECK (length(alt) <= 300),
  -- Whether its files are all in the store: the row is there first, so that no file is ever without one.
  stored boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  -- When it goes, unless something uses it by then; null while something does.
  keep_until timestamptz(3),
  CONSTRAINT pictures_same_upload UNIQUE (account_id, kind, source_digest)
);
CREATE INDEX pictures_to_collect ON pictures (keep_until) WHERE keep_until IS NOT NULL;

-- What shows a picture: a member, a community, a creation. Its last use gone, a picture is collected.
CREATE TABLE picture_uses (
  picture_id uuid NOT NULL REFERENCES pictures (id),
  subject_id uuid NOT NULL,
  PRIMARY KEY (picture_id, subject_id)
);
CREATE INDEX picture_uses_by_subject ON picture_uses (subject_id);

ALTER TABLE members ADD COLUMN avatar_id uuid REFERENCES pictures (id);
CREATE INDEX members_by_avatar ON members (avatar_id) WHERE avatar_id IS NOT NULL;
`;
