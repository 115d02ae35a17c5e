import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1763769600022 implements MigrationInterface {
  name = 'Identity1763769600022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Proofs about accounts. EMAIL, LINKED_ACCOUNT and WEBSITE are the account's own and count everywhere; PURCHASE and REAL_NAME
-- come from a brand and count in its community only. A proof stands until it has an end; ended ones stay as history.
CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  kind text NOT NULL CHECK (kind IN ('EMAIL', 'LINKED_ACCOUNT', 'WEBSITE', 'PURCHASE', 'REAL_NAME')),
  community_id uuid REFERENCES communities (id),
  -- What the proof rests on, as a hash: an address, an account elsewhere, a page, a code.
  subject_hash bytea NOT NULL CHECK (length(subject_hash) = 32),
  -- The same for its owner to read.
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 300),
  public boolean NOT NULL DEFAULT false,
  -- Who of the brand vouches: never for themselves.
  attested_by uuid REFERENCES accounts (id),
  note text CHECK (length(note) BETWEEN 1 AND 1000),
  obtained_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) CHECK (expires_at > obtained_at),
  -- When its person was told that it ends soon.
  warned_at timestamptz(3),
  ended_at timestamptz(3) CHECK (ended_at >= obtained_at),
  ending text CHECK (ending IN ('REVOKED', 'EXPIRED', 'LAPSED')),
  ended_by uuid REFERENCES accounts (id),
  CHECK ((community_id IS NOT NULL) = (kind IN ('PURCHASE', 'REAL_NAME'))),
  CHECK (kind <> 'REAL_NAME' OR (attested_by IS NOT NULL AND note IS NOT NULL)),
  CHECK (attested_by IS NULL OR community_id IS NOT NULL),
  CHECK ((ended_at IS NULL) = (ending IS NULL)),
  CHECK (ended_by IS NULL OR ended_at IS NOT NULL),
  CONSTRAINT evidence_not_of_oneself CHECK (attested_by <> account_id)
);
-- One standing piece proves one account: in the deployment for the account's own kinds, in the community for the brand's.
CREATE UNIQUE INDEX evidence_standing ON evidence (kind, subject_hash, community_id) NULLS NOT DISTINCT WHERE ended_at IS NULL;
CREATE INDEX evidence_by_account ON evidence (account_id, obtained_at);
CREATE INDEX evidence_by_expiry ON evidence (expires_at) WHERE ended_at IS NULL AND expires_at IS NOT NULL;
CREATE INDEX evidence_by_attestor ON evidence (community_id, attested_by) WHERE attested_by IS NOT NULL;

-- The one place where evidence becomes a level. Each level asks for the one below: an account of one's own elsewhere adds
-- nothing to an account whose address nobody confirmed.
CREATE FUNCTION account_identity(account uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN NOT coalesce(bool_or(e.kind = 'EMAIL'), false) THEN 'ANONYMOUS'
    WHEN bool_or(e.kind IN ('LINKED_ACCOUNT', 'WEBSITE')) THEN 'LINKED'
    ELSE 'CONFIRMED' END
  FROM evidence e WHERE e.account_id = $1 AND e.community_id IS NULL AND e.ended_at IS NULL
$$;
CREATE FUNCTION member_identity(account_level text, account uuid, community uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN $1 = 'LINKED' AND EXISTS (
    SELECT FROM evidence e WHERE e.account_id = $2 AND e.community_id = $3 AND e.ended_at IS NULL) THEN 'VERIFIED' ELSE $1 END
$$;

-- Time-ordered, as ids made by the programs are.
CREATE FUNCTION new_evidence_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- A confirmed address is a proof like the others. The account's row is where it is won, so the row keeps the proof.
CREATE FUNCTION keep_email_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.email = NEW.email AND (OLD.email_confirmed_at IS NULL) = (NEW.email_confirmed_at IS NULL) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    UPDATE evidence e SET ended_at = greatest(now(), e.obtained_at), ending = 'REVOKED', ended_by = NEW.id
      WHERE e.account_id = NEW.id AND e.kind = 'EMAIL' AND e.ended_at IS NULL;
  END IF;
  IF NEW.email_confirmed_at IS NOT NULL THEN
    INSERT INTO evidence (id, account_id, kind, subject_hash, label, obtained_at)
      VALUES (new_evidence_id(), NEW.id, 'EMAIL', sha256(convert_to(lower(NEW.email::text), 'UTF8')), NEW.email::text, NEW.email_confirmed_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_email_evidence AFTER INSERT OR UPDATE OF email, email_confirmed_at ON accounts
  FOR EACH ROW EXECUTE FUNCTION keep_email_evidence();

INSERT INTO evidence (id, account_id, kind, subject_hash, label, obtained_at)
  SELECT new_evidence_id(), a.id, 'EMAIL', sha256(convert_to(lower(a.email::text), 'UTF8')), a.email::text, a.email_confirmed_at
  FROM accounts a WHERE a.email_confirmed_at IS NOT NULL;

-- The pages behind WEBSITE evidence, looked at again as long as it stands.
CREATE TABLE evidence_pages (
  evidence_id uuid PRIMARY KEY REFERENCES evidence (id) ON DELETE CASCADE,
  url text NOT NULL CHECK (length(url) <= 2000),
  -- The domain somebody registered: one site proves few accounts.
  site text NOT NULL CHECK (length(site) BETWEEN 1 AND 253),
  -- The profile it links to.
  profile_url text NOT NULL CHECK (length(profile_url) <= 2000),
  checked_at timestamptz(3) NOT NULL,
  -- Null once the evidence has ended.
  next_check_at timestamptz(3),
  -- Failed looks in a row.
  failures int NOT NULL DEFAULT 0 CHECK (failures >= 0)
);
CREATE INDEX evidence_pages_due ON evidence_pages (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX evidence_pages_by_site ON evidence_pages (site) WHERE next_check_at IS NOT NULL;

-- What programs of a brand may do by themselves. The token is shown once.
CREATE TABLE api_tokens (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  scope text NOT NULL CHECK (scope IN ('purchase:issue')),
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_by uuid NOT NULL REFERENCES accounts (id),
  created_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3) CHECK (revoked_at >= created_at),
  revoked_by uuid REFERENCES accounts (id),
  CHECK (revoked_by IS NULL OR revoked_at IS NOT NULL)
);
CREATE INDEX api_tokens_newest ON api_tokens (community_id, created_at DESC, id DESC);

-- Codes that came together: a file, or what a program asked for.
CREATE TABLE purchase_batches (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  created_by uuid NOT NULL REFERENCES accounts (id),
  -- Null for a file.
  token_id uuid REFERENCES api_tokens (id),
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) CHECK (expires_at > created_at),
  revoked_at timestamptz(3) CHECK (revoked_at >= created_at),
  revoked_by uuid REFERENCES accounts (id),
  UNIQUE (id, community_id),
  CHECK (revoked_by IS NULL OR revoked_at IS NOT NULL)
);
CREATE INDEX purchase_batches_newest ON purchase_batches (community_id, created_at DESC, id DESC);

-- Proofs of purchase. Kept as keyed hashes; used once.
CREATE TABLE purchase_codes (
  id uuid PRIMARY KEY,
  batch_id uuid NOT NULL,
  community_id uuid NOT NULL,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  redeemed_at timestamptz(3),
  evidence_id uuid REFERENCES evidence (id) ON DELETE SET NULL,
  FOREIGN KEY (batch_id, community_id) REFERENCES purchase_batches (id, community_id),
  CHECK (evidence_id IS NULL OR redeemed_at IS NOT NULL)
);
CREATE UNIQUE INDEX purchase_codes_code ON purchase_codes (community_id, code_hash);
CREATE INDEX purchase_codes_by_batch ON purchase_codes (batch_id);
CREATE INDEX purchase_codes_by_evidence ON purchase_codes (evidence_id) WHERE evidence_id IS NOT NULL;

-- Wrong codes tried in a community on the last day that saw any; whose tries they were is not kept.
CREATE TABLE purchase_guesses (
  community_id uuid PRIMARY KEY REFERENCES communities (id),
  day date NOT NULL,
  tries int NOT NULL CHECK (tries > 0)
);

-- What people are told of their proofs, and a brand's team of its codes.
ALTER TABLE notifications ADD COLUMN evidence_id uuid REFERENCES evidence (id) ON DELETE CASCADE;
CREATE INDEX notifications_by_evidence ON notifications (evidence_id) WHERE evidence_id IS NOT NULL;
ALTER TABLE notifications DROP CONSTRAINT notifications_kind_check;
ALTER TABLE notifications ADD CONSTRAINT notifications_kind_check CHECK (kind IN ('ANSWERED', 'RUNG', 'EXPIRED', 'MERGED', 'UNMERGED', 'EDITED', 'REPLIED',
  'MENTIONED', 'COMMENTED', 'CREDITED', 'POSTED', 'FOLLOWED', 'CONTESTED', 'CONTEST_DECIDED', 'CIRCLE_REQUESTED', 'CIRCLE_ACCEPTED',
  'CIRCLE_DECLINED', 'CIRCLE_REMOVED', 'CIRCLE_ELECTION', 'CIRCLE_ELECTED', 'CIRCLE_RECOGNISED', 'CREATION_SHOWN', 'RESPONDED', 'REMIXED', 'APPRECIATED',
  'EVIDENCE_ENDING', 'EVIDENCE_ENDED', 'NAME_ATTESTED', 'CODES_GUESSED'));
`;
