import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reputation1763769600024 implements MigrationInterface {
  name = 'Reputation1763769600024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What a member's merit counts, in tenths, by how well we know who they are.
CREATE FUNCTION reputation_tenths(identity_level text) RETURNS int
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN CASE identity_level WHEN 'VERIFIED' THEN 10 WHEN 'LINKED' THEN 8 WHEN 'CONFIRMED' THEN 5 ELSE 0 END;

-- The score of a sum of bases: halves go up, in whole numbers only. libs/reputation/src/ledger/score.ts says the same.
CREATE FUNCTION reputation_score(base int, identity_level text) RETURNS int
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN floor((base::bigint * reputation_tenths(identity_level) + 5)::numeric / 10)::int;

-- A fresh UUIDv7 for an event of that moment, as the program makes them.
CREATE FUNCTION event_id(moment timestamptz) RETURNS uuid
  LANGUAGE sql VOLATILE PARALLEL SAFE STRICT
  RETURN encode(set_byte(
    overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send(floor(extract(epoch FROM moment) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
    6, (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112), 'hex')::uuid;

-- How far the ledger has read the log: an event's id, since places in the log are numbered anew by a restore.
CREATE TABLE reputation_ledger (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  read_to uuid
);

-- Since which event (not included; null: ever since) a version of a rule is in force here.
CREATE TABLE reputation_rules (
  code text NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  since_event uuid,
  PRIMARY KEY (code, version)
);

-- Members as the ledger knows them from events, and where they stand. The score can be nothing but what its bases make it.
CREATE TABLE reputation_members (
  member_id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  account_id uuid,
  identity_level text NOT NULL CHECK (identity_level IN ('ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED')),
  -- When the event that told so was written, in milliseconds: later news stands against earlier news that is read later.
  identity_heard bigint NOT NULL,
  -- The sum of the bases that stand.
  base int NOT NULL DEFAULT 0,
  score int NOT NULL DEFAULT 0,
  entries int NOT NULL DEFAULT 0 CHECK (entries >= 0),
  gone boolean NOT NULL DEFAULT false,
  CHECK (score = reputation_score(base, identity_level)),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE UNIQUE INDEX reputation_members_account ON reputation_members (community_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX reputation_members_best ON reputation_members (community_id, score DESC, member_id DESC) WHERE score > 0;

-- The ledger. Number and score after it make a chain for each member.
CREATE TABLE reputation_entries (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  number int NOT NULL CHECK (number >= 1),
  rule text NOT NULL,
  version int NOT NULL,
  event_id uuid NOT NULL,
  -- What it came from: ideas or comments. None for an adjustment.
  subject_ids uuid[] NOT NULL,
  -- Whether it takes back what earlier entries brought.
  reversal boolean NOT NULL,
  base int NOT NULL,
  tenths int NOT NULL CHECK (tenths BETWEEN 0 AND 10),
  points int NOT NULL,
  score_after int NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT reputation_entries_once UNIQUE (rule, event_id, member_id),
  UNIQUE (member_id, number),
  CHECK ((rule = 'IDENTITY') = (base = 0)),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);

-- Which entry took back how much of which.
CREATE TABLE reputation_reversals (
  entry_id uuid NOT NULL,
  reversal_id uuid NOT NULL,
  member_id uuid NOT NULL,
  base int NOT NULL CHECK (base <> 0),
  PRIMARY KEY (entry_id, reversal_id)
);
CREATE INDEX reputation_reversals_by_reversal ON reputation_reversals (reversal_id);
CREATE INDEX reputation_reversals_by_member ON reputation_reversals (member_id);

-- Append-only, but for the law: whoever asks to be forgotten is named for the length of that transaction.
CREATE FUNCTION refuse_reputation_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.member_id::text = ANY (string_to_array(current_setting('fanfare.forgotten_members', true), ',')) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The ledger is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'reputation_append_only';
END $$;
CREATE TRIGGER reputation_entries_stay BEFORE UPDATE OR DELETE ON reputation_entries FOR EACH ROW EXECUTE FUNCTION refuse_reputation_changes();
CREATE TRIGGER reputation_reversals_stay BEFORE UPDATE OR DELETE ON reputation_reversals FOR EACH ROW EXECUTE FUNCTION refuse_reputation_changes();
CREATE FUNCTION refuse_reputation_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The ledger is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'reputation_append_only';
END $$;
CREATE TRIGGER reputation_entries_kept BEFORE TRUNCATE ON reputation_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_reputation_truncate();
CREATE TRIGGER reputation_reversals_kept BEFORE TRUNCATE ON reputation_reversals FOR EACH STATEMENT EXECUTE FUNCTION refuse_reputation_truncate();

-- What one person's act (a vote, a mark) or an outcome (a rung, a plan) is worth to a member, and whether it stands now.
CREATE TABLE reputation_credits (
  subject_id uuid NOT NULL,
  rule text NOT NULL,
  -- Who voted or marked; of an outcome its event, or the idea itself.
  giver_id uuid NOT NULL,
  member_id uuid NOT NULL,
  present boolean NOT NULL,
  present_heard bigint NOT NULL,
  counts boolean NOT NULL,
  counts_heard bigint NOT NULL,
  -- Its base, settled once: when it first counted. 0 where caps, repetition or an anonymous author left nothing.
  worth int,
  version int,
  -- The day whose cap it used, in UTC.
  day date,
  uses_day boolean NOT NULL,
  -- The entry that carries it; null while it does not stand.
  entry_id uuid,
  PRIMARY KEY (subject_id, giver_id, rule),
  CHECK ((worth IS NULL) = (version IS NULL)),
  CHECK (entry_id IS NULL OR worth <> 0)
);
CREATE INDEX reputation_credits_of_pairs ON reputation_credits (member_id, giver_id, rule) WHERE worth > 0;
CREATE INDEX reputation_credits_given ON reputation_credits (giver_id);

-- Ideas as the ledger knows them from events.
CREATE TABLE reputation_ideas (
  idea_id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  status text NOT NULL,
  status_heard bigint NOT NULL
);
CREATE INDEX reputation_ideas_by_member ON reputation_ideas (member_id);

-- How much of a day's cap is used.
CREATE TABLE reputation_days (
  member_id uuid NOT NULL,
  rule text NOT NULL,
  day date NOT NULL,
  base int NOT NULL,
  PRIMARY KEY (member_id, rule, day)
);

-- Points of a month (UTC), adjustments for identity left out: they are nobody's merit of that month.
CREATE TABLE reputation_months (
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  month date NOT NULL,
  points int NOT NULL,
  PRIMARY KEY (member_id, month)
);
CREATE INDEX reputation_months_best ON reputation_months (community_id, month, points DESC, member_id DESC) WHERE points > 0;

-- Who does not want to stand in lists of the best.
CREATE TABLE reputation_opt_outs (
  member_id uuid PRIMARY KEY REFERENCES members (id),
  since timestamptz(3) NOT NULL
);

-- An entry that its member says is wrong, until a moderator has looked at it.
CREATE TABLE reputation_disputes (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  disputed_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  decided_by uuid REFERENCES members (id),
  upheld boolean,
  decision text CHECK (length(decision) BETWEEN 1 AND 2000),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  CHECK ((decided_at IS NULL) = (upheld IS NULL) AND (decided_at IS NULL) = (decision IS NULL)),
  UNIQUE (entry_id)
);
CREATE INDEX reputation_disputes_waiting ON reputation_disputes (community_id, disputed_at, id) WHERE decided_at IS NULL;
CREATE INDEX reputation_disputes_by_member ON reputation_disputes (member_id);

-- What a community's levels ask and open, where it is not what the house proposes: all five levels or none.
CREATE TABLE level_rights (
  community_id uuid NOT NULL REFERENCES communities (id),
  level text NOT NULL CHECK (level IN ('NEWCOMER', 'FAN', 'REGULAR', 'ADVOCATE', 'CHAMPION')),
  score int NOT NULL CHECK (score >= 0),
  identity_level text NOT NULL CHECK (identity_level IN ('ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED')),
  links boolean NOT NULL,
  images boolean NOT NULL,
  -- Null: as many as they like.
  votes_per_day int CHECK (votes_per_day BETWEEN 1 AND 1000),
  report_weight int NOT NULL CHECK (report_weight BETWEEN 1 AND 10),
  apply_to_calls boolean NOT NULL,
  mark_helpful boolean NOT NULL,
  PRIMARY KEY (community_id, level)
);

-- Who is here already joined before the ledger could read it: the log tells of them now, to nobody else. Reputation begins
-- here; what happened before earns nothing.
INSERT INTO events (id, type, community_id, actor_id, subject_id, payload, occurred_at)
SELECT event_id(now()), 'member.joined', community_id, account_id, id,
  jsonb_build_object('terms', coalesce(terms_version, 1), 'identity', identity_level), now()
FROM members WHERE account_id IS NOT NULL ORDER BY joined_at, id;
INSERT INTO events (id, type, community_id, actor_id, subject_id, payload, occurred_at)
SELECT event_id(now()), 'idea.submitted', i.community_id, m.account_id, i.id, jsonb_build_object('status', i.status), now()
FROM ideas i JOIN members m ON m.id = i.author_id WHERE m.account_id IS NOT NULL AND i.status <> 'DRAFT' ORDER BY i.created_at, i.id;
`;
