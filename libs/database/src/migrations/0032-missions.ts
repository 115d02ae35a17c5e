import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Missions1763769600032 implements MigrationInterface {
  name = 'Missions1763769600032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- A stretch of time with a theme; missions are chosen from its catalogue.
CREATE TABLE mission_periods (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  theme text NOT NULL CHECK (length(theme) BETWEEN 1 AND 400),
  story text NOT NULL DEFAULT '' CHECK (length(story) <= 20000),
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  UNIQUE (id, community_id),
  CHECK (starts_at < ends_at)
);
CREATE INDEX mission_periods_of_community ON mission_periods (community_id, starts_at DESC, id DESC);

-- What ambassadors may choose to do. There is no column for praise; what pays is the work.
CREATE TABLE missions (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  period_id uuid,
  kind text NOT NULL CHECK (kind IN ('CREATE', 'REVIEW', 'HELP', 'EVENT', 'RALLY')),
  state text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'CLOSED')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 400),
  brief text NOT NULL CHECK (length(brief) BETWEEN 1 AND 40000),
  audience text NOT NULL DEFAULT '' CHECK (length(audience) <= 2000),
  -- Null: as many as like.
  places int CHECK (places BETWEEN 1 AND 100000),
  -- How many have joined and not left; kept by a trigger, so that a race for the last place ends at the constraint.
  taken int NOT NULL DEFAULT 0 CHECK (taken >= 0),
  opens_at timestamptz(3) NOT NULL,
  closes_at timestamptz(3) NOT NULL,
  -- The hour of a rally.
  rally_at timestamptz(3),
  rally_until timestamptz(3),
  -- What an entry must hold, each kind once at least.
  evidence text[] NOT NULL CHECK (evidence <@ ARRAY['LINK', 'TEXT', 'IMAGE'] AND cardinality(evidence) BETWEEN 1 AND 3),
  -- Whether linked pages must carry the ambassador's tracking link.
  tracked boolean NOT NULL DEFAULT false,
  -- [{ "criterion": text, "points": int }]: what a review looks at.
  rubric jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(rubric) = 'array'),
  reward_points int NOT NULL DEFAULT 0 CHECK (reward_points BETWEEN 0 AND 1000000),
  reward_perk uuid,
  budget_id uuid,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  published_at timestamptz(3),
  closed_at timestamptz(3),
  close_notice text CHECK (length(close_notice) <= 4000),
  UNIQUE (id, community_id),
  CONSTRAINT missions_never_over_full CHECK (taken <= places),
  CHECK (opens_at < closes_at),
  CHECK ((kind = 'RALLY') = (rally_at IS NOT NULL) AND (rally_at IS NULL) = (rally_until IS NULL)),
  CHECK (rally_at < rally_until AND rally_until <= rally_at + interval '1 hour' AND rally_at >= opens_at AND rally_until <= closes_at),
  CHECK ((state = 'DRAFT') = (published_at IS NULL) AND (state = 'CLOSED') = (closed_at IS NOT NULL)),
  CHECK (reward_points = 0 OR budget_id IS NOT NULL),
  FOREIGN KEY (period_id, community_id) REFERENCES mission_periods (id, community_id),
  FOREIGN KEY (created_by, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX missions_of_community ON missions (community_id, opens_at DESC, id DESC);
CREATE INDEX missions_of_period ON missions (period_id) WHERE period_id IS NOT NULL;
CREATE INDEX missions_by_creator ON missions (created_by);

-- The words by which an ambassador says that they receive something: any of a channel's, in any of its languages, will do.
CREATE TABLE mission_disclosures (
  mission_id uuid NOT NULL REFERENCES missions (id) ON DELETE CASCADE,
  channel text NOT NULL CHECK (length(channel) BETWEEN 1 AND 80),
  language text NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  words text[] NOT NULL CHECK (cardinality(words) BETWEEN 1 AND 10),
  PRIMARY KEY (mission_id, channel, language)
);

CREATE TABLE mission_joins (
  mission_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  term_id uuid NOT NULL,
  joined_at timestamptz(3) NOT NULL,
  left_at timestamptz(3),
  PRIMARY KEY (mission_id, member_id),
  FOREIGN KEY (mission_id, community_id) REFERENCES missions (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (term_id, community_id) REFERENCES terms (id, community_id)
);
CREATE INDEX mission_joins_by_member ON mission_joins (member_id, joined_at DESC);
CREATE INDEX mission_joins_by_term ON mission_joins (term_id);

CREATE FUNCTION count_mission_join() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE step int :=
  CASE WHEN TG_OP <> 'DELETE' AND NEW.left_at IS NULL THEN 1 ELSE 0 END
  - CASE WHEN TG_OP <> 'INSERT' AND OLD.left_at IS NULL THEN 1 ELSE 0 END;
BEGIN
  IF step <> 0 THEN UPDATE missions SET taken = taken + step WHERE id = coalesce(NEW.mission_id, OLD.mission_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER mission_joins_counted AFTER INSERT OR DELETE OR UPDATE OF left_at ON mission_joins
  FOR EACH ROW EXECUTE FUNCTION count_mission_join();

-- What an ambassador submits for a mission: one that stands, and those they took back, which are empty.
CREATE TABLE entries (
  id uuid PRIMARY KEY,
  mission_id uuid NOT NULL,
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  term_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'NEEDS_DISCLOSURE', 'CHANGE_ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  -- Goes up with each submission; evidence belongs to a revision.
  revision int NOT NULL DEFAULT 1 CHECK (revision >= 1),
  -- For who reviews it; nobody else reads it.
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 8000),
  -- That they say openly what they receive.
  disclosed boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL,
  submitted_at timestamptz(3),
  -- When it was first submitted: a rally counts by it.
  first_submitted_at timestamptz(3),
  -- When it was accepted: its place on the wall.
  published_at timestamptz(3),
  -- A page that was read again no longer says it.
  disclosure_lost_at timestamptz(3),
  withdrawn_at timestamptz(3),
  withheld text CHECK (withheld IN ('HOLD', 'HIDDEN', 'REMOVED')),
  withheld_at timestamptz(3),
  UNIQUE (id, community_id),
  UNIQUE (id, member_id),
  CHECK ((withheld IS NULL) = (withheld_at IS NULL)),
  CHECK (state IN ('DRAFT', 'WITHDRAWN') OR (disclosed AND submitted_at IS NOT NULL)),
  CHECK ((state = 'ACCEPTED') = (published_at IS NOT NULL)),
  CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
  FOREIGN KEY (mission_id, community_id) REFERENCES missions (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (term_id, community_id) REFERENCES terms (id, community_id)
);
CREATE UNIQUE INDEX entries_one_that_stands ON entries (mission_id, member_id) WHERE state <> 'WITHDRAWN';
CREATE INDEX entries_of_mission ON entries (mission_id, published_at DESC, id DESC) WHERE state = 'ACCEPTED';
CREATE INDEX entries_published ON entries (community_id, published_at DESC, id DESC) WHERE state = 'ACCEPTED';
CREATE INDEX entries_to_review ON entries (community_id, state, submitted_at, id) WHERE state NOT IN ('DRAFT', 'WITHDRAWN');
CREATE INDEX entries_by_member ON entries (member_id, created_at DESC, id DESC);
CREATE INDEX entries_by_term ON entries (term_id);
CREATE INDEX entries_in_rally ON entries (mission_id, first_submitted_at) WHERE first_submitted_at IS NOT NULL;

CREATE TABLE entry_evidence (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
  revision int NOT NULL CHECK (revision >= 1),
  position int NOT NULL CHECK (position BETWEEN 0 AND 9),
  kind text NOT NULL CHECK (kind IN ('LINK', 'TEXT', 'IMAGE')),
  -- Where it was published, as the mission's disclosures name it.
  channel text CHECK (length(channel) BETWEEN 1 AND 80),
  url text CHECK (length(url) <= 2000),
  text text CHECK (length(text) <= 40000),
  picture_id uuid REFERENCES pictures (id),
  alt text NOT NULL DEFAULT '' CHECK (length(alt) <= 2000),
  -- When its page is read next; null when it is not.
  next_check_at timestamptz(3),
  -- Readings that failed one after the other.
  failures int NOT NULL DEFAULT 0,
  -- Readings that are still to come after the next one, as days after the first that found it.
  first_found_at timestamptz(3),
  UNIQUE (entry_id, revision, position),
  CHECK ((kind = 'LINK') = (url IS NOT NULL) AND (kind = 'TEXT') = (text IS NOT NULL) AND (kind = 'IMAGE') = (picture_id IS NOT NULL)),
  CHECK (kind = 'LINK' OR (next_check_at IS NULL AND channel IS NULL))
);
CREATE INDEX entry_evidence_due ON entry_evidence (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX entry_evidence_by_picture ON entry_evidence (picture_id) WHERE picture_id IS NOT NULL;

-- What was found on a page, and what was looked for: [{ "kind", "wanted": [text], "found": text or null }].
CREATE TABLE entry_checks (
  id uuid PRIMARY KEY,
  evidence_id uuid NOT NULL REFERENCES entry_evidence (id) ON DELETE CASCADE,
  checked_at timestamptz(3) NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('FOUND', 'MISSING', 'UNREACHABLE')),
  looked_for jsonb NOT NULL CHECK (jsonb_typeof(looked_for) = 'array'),
  -- SHA-256 of what was read, in hexadecimal, and its words.
  hash text CHECK (hash ~ '^[0-9a-f]{64}$'),
  title text CHECK (length(title) <= 400),
  snapshot text CHECK (length(snapshot) <= 20000),
  -- Why it could not be read, and the status where there was one.
  reason text,
  status int,
  CHECK ((verdict = 'UNREACHABLE') = (reason IS NOT NULL)),
  CHECK ((verdict = 'UNREACHABLE') = (hash IS NULL) AND (hash IS NULL) = (snapshot IS NULL))
);
CREATE INDEX entry_checks_of_evidence ON entry_checks (evidence_id, checked_at DESC, id DESC);

-- What the brand said of an entry. Rows are never changed: a later one stands.
CREATE TABLE entry_reviews (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL,
  member_id uuid NOT NULL,
  revision int NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('ACCEPT', 'CHANGE', 'REFUSE')),
  -- [{ "criterion", "score", "of" }]
  scores jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(scores) = 'array'),
  reason text NOT NULL CHECK (length(reason) <= 8000),
  -- Where a page could not be read by the machine: that the reviewer saw the disclosure there.
  saw_disclosure boolean NOT NULL DEFAULT false,
  -- A member of the brand's team; null when an appeal decided it.
  reviewed_by uuid REFERENCES members (id),
  reviewed_at timestamptz(3) NOT NULL,
  CHECK (outcome = 'ACCEPT' OR length(reason) > 0),
  CONSTRAINT entry_reviews_of_others CHECK (reviewed_by <> member_id),
  FOREIGN KEY (entry_id, member_id) REFERENCES entries (id, member_id) ON DELETE CASCADE
);
CREATE INDEX entry_reviews_of_entry ON entry_reviews (entry_id, reviewed_at, id);
CREATE INDEX entry_reviews_by ON entry_reviews (reviewed_by) WHERE reviewed_by IS NOT NULL;

CREATE FUNCTION refuse_change_of_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Reviews of entries are not changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER entry_reviews_stay BEFORE UPDATE ON entry_reviews FOR EACH ROW EXECUTE FUNCTION refuse_change_of_review();

-- What an ambassador says against a refusal, a revocation or an answer to an application; decided by who took no part.
CREATE TABLE ambassador_appeals (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  subject text NOT NULL CHECK (subject IN ('ENTRY', 'TERM', 'APPLICATION')),
  subject_id uuid NOT NULL,
  -- The review or decision that it is against: each is appealed once.
  against uuid NOT NULL,
  member_id uuid NOT NULL,
  text text NOT NULL CHECK (length(text) <= 20000),
  opened_at timestamptz(3) NOT NULL,
  decided_by uuid REFERENCES accounts (id),
  decided_as text CHECK (decided_as IN ('MODERATOR', 'PANEL', 'OPERATOR')),
  decided_at timestamptz(3),
  outcome text CHECK (outcome IN ('UPHELD', 'OVERTURNED')),
  reasons text CHECK (length(reasons) BETWEEN 1 AND 20000),
  UNIQUE (id, community_id),
  CONSTRAINT ambassador_appeals_once UNIQUE (subject, subject_id, against),
  CHECK ((decided_at IS NULL) = (outcome IS NULL) AND (outcome IS NULL) = (reasons IS NULL) AND (outcome IS NULL) = (decided_as IS NULL)),
  CHECK (decided_by IS NULL OR decided_at IS NOT NULL),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX ambassador_appeals_open ON ambassador_appeals (community_id, opened_at, id) WHERE decided_at IS NULL;
CREATE INDEX ambassador_appeals_by_member ON ambassador_appeals (member_id);
CREATE INDEX ambassador_appeals_by_decider ON ambassador_appeals (decided_by) WHERE decided_by IS NOT NULL;

-- What members are told about.
ALTER TABLE notifications
  ADD COLUMN mission_id uuid,
  ADD COLUMN entry_id uuid,
  ADD FOREIGN KEY (mission_id, community_id) REFERENCES missions (id, community_id) ON DELETE CASCADE,
  ADD FOREIGN KEY (entry_id, community_id) REFERENCES entries (id, community_id) ON DELETE CASCADE;
CREATE INDEX notifications_by_mission ON notifications (mission_id) WHERE mission_id IS NOT NULL;
CREATE INDEX notifications_by_entry ON notifications (entry_id) WHERE entry_id IS NOT NULL;
`;
