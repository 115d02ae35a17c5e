import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkAttempts1763769600026 implements MigrationInterface {
  name = 'LinkAttempts1763769600026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Somebody who is away at a provider to show that an account there is theirs. It belongs to the session that left, and is
-- deleted by the first answer, whatever it says.
CREATE TABLE link_attempts (
  state_hash bytea PRIMARY KEY CHECK (length(state_hash) = 32),
  session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  provider text NOT NULL CHECK (length(provider) BETWEEN 1 AND 40),
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX link_attempts_by_session ON link_attempts (session_id);
CREATE INDEX link_attempts_by_account ON link_attempts (account_id);
CREATE INDEX link_attempts_by_expiry ON link_attempts (expires_at);
`;
