import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MyData1763769600015 implements MigrationInterface {
  name = 'MyData1763769600015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Who asked to be forgotten, and until when they may think again.
CREATE TABLE account_deletions (
  account_id uuid PRIMARY KEY REFERENCES accounts (id),
  texts text NOT NULL CHECK (texts IN ('KEEP', 'ERASE')),
  requested_at timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL CHECK (due_at > requested_at),
  -- When the work was handed to a worker, once.
  begun_at timestamptz(3) CHECK (begun_at >= due_at)
);
CREATE INDEX account_deletions_due ON account_deletions (due_at) WHERE begun_at IS NULL;

-- What is left of somebody between their deletion and the mail that says so: gone once it is sent.
CREATE TABLE farewells (
  id uuid PRIMARY KEY,
  email citext NOT NULL,
  display_name text NOT NULL,
  locale text NOT NULL,
  erased_at timestamptz(3) NOT NULL
);

-- An account that was deleted keeps its id alone, for the log and whoever it granted a role.
ALTER TABLE accounts ADD COLUMN erased_at timestamptz(3);
ALTER TABLE accounts ADD CONSTRAINT accounts_erased_holds_nothing CHECK (
  erased_at IS NULL OR (email_confirmed_at IS NULL AND NOT is_operator AND email::text LIKE '%@deleted.invalid'));

-- Whose account was deleted; their texts stay under a name that says nothing, or are erased.
ALTER TABLE members ADD COLUMN former_since timestamptz(3);
ALTER TABLE members ADD CONSTRAINT members_former_has_no_account CHECK (former_since IS NULL OR (account_id IS NULL AND bio = ''));

-- Text taken back by its author with their account; the idea's votes, answers and history stand.
ALTER TABLE ideas ADD COLUMN erased_at timestamptz(3);
ALTER TABLE ideas ADD CONSTRAINT ideas_erased_has_no_author CHECK (erased_at IS NULL OR author_id IS NULL);
`;
