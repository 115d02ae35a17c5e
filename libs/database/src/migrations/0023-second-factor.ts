import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondFactor1763769600023 implements MigrationInterface {
  name = 'SecondFactor1763769600023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What opens an account beside its password, or instead of it.
CREATE TABLE passkeys (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  credential_id bytea NOT NULL CHECK (length(credential_id) BETWEEN 1 AND 1023),
  -- COSE, as the authenticator gave it.
  public_key bytea NOT NULL CHECK (length(public_key) BETWEEN 1 AND 4096),
  -- How often it was used, as far as its authenticator counts; 0 for one that does not.
  counter bigint NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL,
  -- Whether it may leave its device, and whether a copy was kept elsewhere when it was last used.
  may_sync boolean NOT NULL,
  backed_up boolean NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  created_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3)
);
CREATE UNIQUE INDEX passkeys_credential ON passkeys (credential_id);
CREATE INDEX passkeys_by_account ON passkeys (account_id, created_at, id);

-- What a browser was asked to sign. Deleted by its use, whatever came of it.
CREATE TABLE passkey_challenges (
  challenge_hash bytea PRIMARY KEY CHECK (length(challenge_hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('SIGN_IN', 'PROOF', 'ADD')),
  account_id uuid REFERENCES accounts (id) ON DELETE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  CHECK ((account_id IS NULL) = (purpose = 'SIGN_IN'))
);
CREATE INDEX passkey_challenges_by_account ON passkey_challenges (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);

-- An authenticator app's secret, sealed by a key that is not in the database.
CREATE TABLE totp_secrets (
  account_id uuid PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  sealed bytea,
  since timestamptz(3),
  -- The last time step that a code was accepted for: no code works twice.
  last_step bigint NOT NULL DEFAULT 0,
  -- One that is being set up; it replaces the other once a code of it was shown.
  pending bytea,
  pending_until timestamptz(3),
  CHECK ((sealed IS NULL) = (since IS NULL)),
  CHECK ((pending IS NULL) = (pending_until IS NULL))
);

CREATE TABLE recovery_codes (
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  used_at timestamptz(3),
  PRIMARY KEY (account_id, code_hash)
);

-- When whoever holds the session last proved to be the account's owner.
ALTER TABLE sessions ADD COLUMN proven_at timestamptz(3);

-- How long staff of a community may do without a second factor; a community without a row has the usual time, counted from
-- when this deployment began to ask.
CREATE TABLE second_factor_rules (
  community_id uuid PRIMARY KEY REFERENCES communities (id) ON DELETE CASCADE,
  grace_days smallint NOT NULL CHECK (grace_days BETWEEN 0 AND 90),
  since timestamptz(3) NOT NULL
);
ALTER TABLE deployment ADD COLUMN second_factor_since timestamptz(3) NOT NULL DEFAULT now();
`;
