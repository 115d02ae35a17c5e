import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Staff1763769600014 implements MigrationInterface {
  name = 'Staff1763769600014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Acts of staff are the audit log. They are few among votes, so they have an index of their own and votes pay nothing for it.
ALTER TABLE events ADD COLUMN staff_act boolean NOT NULL DEFAULT false;
UPDATE events SET staff_act = true
  WHERE type IN ('role.granted', 'role.revoked', 'community.created', 'community.updated', 'community.termsChanged');
CREATE INDEX events_staff_acts ON events (community_id, occurred_at DESC, id DESC) WHERE staff_act;

-- What the operator is told about work that comes round.
ALTER TABLE schedules ADD COLUMN last_error text, ADD COLUMN last_error_at timestamptz;

-- Somebody asked by mail to join the staff. The address is kept while the invitation stands and some days after.
CREATE TABLE staff_invitations (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  email citext NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  role text NOT NULL CHECK (role IN ('OWNER', 'BRAND_MANAGER', 'MODERATOR')),
  -- Of the last mails: one that was sent twice must not spoil the first.
  token_hashes bytea[] NOT NULL DEFAULT '{}' CHECK (cardinality(token_hashes) <= 3),
  invited_by uuid REFERENCES accounts (id) ON DELETE SET NULL,
  invited_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL CHECK (expires_at > invited_at),
  ended_at timestamptz(3) CHECK (ended_at >= invited_at),
  ending text CHECK (ending IN ('ACCEPTED', 'DECLINED', 'REVOKED')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
);
-- One open invitation for each address and role; inviting again sends that one again.
CREATE UNIQUE INDEX staff_invitations_open ON staff_invitations (community_id, email, role) WHERE ended_at IS NULL;
CREATE INDEX staff_invitations_newest ON staff_invitations (community_id, invited_at DESC, id DESC);
CREATE INDEX staff_invitations_by_email ON staff_invitations (email) WHERE ended_at IS NULL;
CREATE INDEX staff_invitations_by_token ON staff_invitations USING gin (token_hashes);
CREATE INDEX staff_invitations_by_age ON staff_invitations (expires_at);

-- Ways out for mail that failed: what the operator reads when people say that nothing arrives. Holds no address.
CREATE TABLE mail_failures (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  error text NOT NULL CHECK (length(error) <= 500)
);
CREATE INDEX mail_failures_newest ON mail_failures (at DESC, id DESC);
`;
