import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Access1763769600002 implements MigrationInterface {
  name = 'Access1763769600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  email citext NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  email_confirmed_at timestamptz,
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
  locale text NOT NULL DEFAULT 'en' CHECK (locale ~ '^[A-Za-z0-9-]{2,35}$'),
  identity_level text NOT NULL DEFAULT 'ANONYMOUS' CHECK (identity_level IN ('ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED')),
  is_operator boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- Many may claim an address; it belongs to the one account that confirmed it.
CREATE UNIQUE INDEX accounts_confirmed_email ON accounts (email) WHERE email_confirmed_at IS NOT NULL;
CREATE INDEX accounts_by_email ON accounts (email, created_at);
CREATE INDEX accounts_operators ON accounts (id) WHERE is_operator;

-- argon2id in PHC format. The salt is one per address, so that one computation answers for all its claimants.
CREATE TABLE passwords (
  account_id uuid PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  hash text NOT NULL CHECK (hash LIKE '$argon2id$%'),
  changed_at timestamptz NOT NULL
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  user_agent text CHECK (length(user_agent) <= 300),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX sessions_token ON sessions (token_hash);
CREATE INDEX sessions_by_account ON sessions (account_id, last_seen_at DESC);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Secrets that went out by mail. Several may be open at once: a mail sent again must not spoil the first one.
CREATE TABLE account_codes (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('CONFIRM_EMAIL', 'RESET_PASSWORD')),
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX account_codes_by_account ON account_codes (account_id, purpose);
CREATE INDEX account_codes_by_hash ON account_codes (code_hash) WHERE purpose = 'RESET_PASSWORD';
CREATE INDEX account_codes_by_expiry ON account_codes (expires_at);

-- Asked by anybody for any address, and written the same way whether or not an account has it.
CREATE TABLE password_reset_requests (
  id uuid PRIMARY KEY,
  email citext NOT NULL,
  requested_at timestamptz NOT NULL
);
CREATE INDEX password_reset_requests_by_age ON password_reset_requests (requested_at);

CREATE TABLE setup_tokens (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

-- Counters of rate-limiter-flexible: its layout and column order, expire in Unix milliseconds. Losing them in a crash is fine.
CREATE UNLOGGED TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points int NOT NULL DEFAULT 0,
  expire bigint
);
CREATE INDEX rate_limits_by_expiry ON rate_limits (expire);

-- Who holds or held which role. Rows are kept; a revoked one has its date.
CREATE TABLE role_grants (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (id),
  role text NOT NULL CHECK (role IN ('OWNER', 'BRAND_MANAGER', 'MODERATOR')),
  granted_by uuid REFERENCES accounts (id),
  granted_at timestamptz NOT NULL,
  revoked_by uuid REFERENCES accounts (id),
  revoked_at timestamptz CHECK (revoked_at >= granted_at),
  CHECK (revoked_by IS NULL OR revoked_at IS NOT NULL)
);
-- A MODERATOR takes both of these places, a brand role takes one each: so brand roles stand together, a moderator stands
-- alone, and nobody holds a role twice.
CREATE UNIQUE INDEX role_grants_owner_or_moderator ON role_grants (community_id, account_id)
  WHERE revoked_at IS NULL AND role IN ('OWNER', 'MODERATOR');
CREATE UNIQUE INDEX role_grants_manager_or_moderator ON role_grants (community_id, account_id)
  WHERE revoked_at IS NULL AND role IN ('BRAND_MANAGER', 'MODERATOR');
CREATE INDEX role_grants_by_account ON role_grants (account_id) WHERE revoked_at IS NULL;
CREATE INDEX role_grants_by_community ON role_grants (community_id, granted_at);

-- Where mail lands without SMTP, shared by all processes. Stays empty in production.
CREATE TABLE development_mails (
  id uuid PRIMARY KEY,
  message_id text NOT NULL UNIQUE,
  recipient text NOT NULL,
  sender text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  html text NOT NULL,
  headers jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX development_mails_newest ON development_mails (at DESC, id DESC);
`;
