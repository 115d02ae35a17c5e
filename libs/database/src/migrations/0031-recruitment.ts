import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Recruitment1763769600031 implements MigrationInterface {
  name = 'Recruitment1763769600031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- A recruitment of ambassadors. What it is now (a draft, scheduled, open, closed, decided) follows from its dates.
CREATE TABLE calls (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  -- Markdown; perks are said openly, beside what an ambassador receives for as long as the term lasts.
  story text NOT NULL CHECK (length(story) <= 40000),
  perks text NOT NULL CHECK (length(perks) <= 10000),
  receives text NOT NULL CHECK (length(receives) <= 2000),
  seats int NOT NULL CHECK (seats BETWEEN 1 AND 10000),
  -- Kept by a trigger on applications: a seat is a constraint, whoever races for it.
  seats_taken int NOT NULL DEFAULT 0,
  opens_at timestamptz(3) NOT NULL,
  closes_at timestamptz(3) NOT NULL,
  -- Until when the community votes; none where a panel decides alone.
  voting_until timestamptz(3),
  published_at timestamptz(3),
  closed_early_at timestamptz(3),
  -- Told to everybody, by the worker.
  opened_told_at timestamptz(3),
  closed_told_at timestamptz(3),
  selection text NOT NULL CHECK (selection IN ('PANEL', 'COMMUNITY', 'HALF')),
  least_level text NOT NULL CHECK (least_level IN ('NEWCOMER', 'FAN', 'REGULAR', 'ADVOCATE', 'CHAMPION')),
  least_identity text NOT NULL CHECK (least_identity IN ('ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED')),
  least_age int NOT NULL DEFAULT 0 CHECK (least_age BETWEEN 0 AND 120),
  -- ISO 3166 countries; empty for everywhere.
  regions text[] NOT NULL DEFAULT '{}' CHECK (array_length(regions, 1) IS NULL OR array_length(regions, 1) <= 250),
  blind boolean NOT NULL,
  reapply_after_days int NOT NULL CHECK (reapply_after_days BETWEEN 0 AND 3650),
  term_months int NOT NULL CHECK (term_months BETWEEN 1 AND 60),
  -- Days to accept the agreement once selected; then the seat goes on.
  accept_days int NOT NULL CHECK (accept_days BETWEEN 1 AND 365),
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  UNIQUE (id, community_id),
  CHECK (opens_at < closes_at),
  CHECK ((selection = 'PANEL') = (voting_until IS NULL)),
  CHECK (voting_until IS NULL OR voting_until >= closes_at),
  -- A community that votes knows for whom.
  CHECK (selection = 'PANEL' OR NOT blind),
  CONSTRAINT calls_seats_not_exceeded CHECK (seats_taken BETWEEN 0 AND seats),
  FOREIGN KEY (created_by, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX calls_newest ON calls (community_id, opens_at DESC, id DESC);
CREATE INDEX calls_to_open ON calls (opens_at) WHERE published_at IS NOT NULL AND opened_told_at IS NULL;
CREATE INDEX calls_to_close ON calls (least(closes_at, closed_early_at)) WHERE published_at IS NOT NULL AND closed_told_at IS NULL;
CREATE INDEX calls_by_author ON calls (created_by);

-- What changed after the call was public: everybody reads it.
CREATE TABLE call_changes (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL,
  community_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('EXTENDED', 'CLOSED_EARLY')),
  notice text NOT NULL CHECK (length(notice) BETWEEN 1 AND 4000),
  closes_at timestamptz(3) NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  FOREIGN KEY (call_id, community_id) REFERENCES calls (id, community_id),
  FOREIGN KEY (changed_by, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX call_changes_of ON call_changes (call_id, changed_at);

CREATE TABLE call_questions (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL REFERENCES calls (id),
  position int NOT NULL CHECK (position BETWEEN 0 AND 99),
  kind text NOT NULL CHECK (kind IN ('TEXT', 'CHOICE', 'LINK', 'VIDEO')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
  help text NOT NULL CHECK (length(help) <= 2000),
  choices text[] NOT NULL DEFAULT '{}',
  required boolean NOT NULL,
  max_length int NOT NULL CHECK (max_length BETWEEN 1 AND 10000),
  -- Who reads the answer: who decides, or everybody where the community votes.
  audience text NOT NULL CHECK (audience IN ('PANEL', 'COMMUNITY')),
  UNIQUE (call_id, position),
  UNIQUE (id, call_id),
  CHECK ((kind = 'CHOICE') = (cardinality(choices) >= 2))
);

-- What the panel judges by, with its weight.
CREATE TABLE call_criteria (
  call_id uuid NOT NULL REFERENCES calls (id),
  position int NOT NULL CHECK (position BETWEEN 0 AND 19),
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
  weight int NOT NULL CHECK (weight BETWEEN 1 AND 100),
  PRIMARY KEY (call_id, position)
);

-- Members who read applications beside the brand's own people.
CREATE TABLE call_reviewers (
  call_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  named_by uuid NOT NULL,
  named_at timestamptz(3) NOT NULL,
  PRIMARY KEY (call_id, member_id),
  FOREIGN KEY (call_id, community_id) REFERENCES calls (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (named_by, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX call_reviewers_by_member ON call_reviewers (member_id);

-- Members who saw the call: the top of its funnel.
CREATE TABLE call_views (
  call_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  first_at timestamptz(3) NOT NULL,
  PRIMARY KEY (call_id, member_id),
  FOREIGN KEY (call_id, community_id) REFERENCES calls (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX call_views_by_member ON call_views (member_id);

CREATE TABLE applications (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL,
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN', 'SELECTED', 'WAITING', 'DECLINED')),
  -- Declared when it was started.
  country text CHECK (country ~ '^[A-Z]{2}$'),
  of_age boolean NOT NULL,
  started_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  submitted_at timestamptz(3),
  decided_at timestamptz(3),
  withdrawn_at timestamptz(3),
  -- In the order of the waiting list.
  waiting_place int CHECK (waiting_place >= 1),
  -- A selected seat that was given up, or went with its term.
  seat_left_at timestamptz(3),
  -- [{channel, url, followers}]: as declared; which of the addresses is proved follows from evidence.
  declared_reach jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(declared_reach) = 'array'),
  -- Mean of the reviewers' weighted marks, 0..5; null while nobody judged.
  panel_points numeric(6, 4) CHECK (panel_points BETWEEN 0 AND 5),
  reviewers int NOT NULL DEFAULT 0 CHECK (reviewers >= 0),
  -- Kept by triggers on application_votes.
  votes int NOT NULL DEFAULT 0 CHECK (votes >= 0),
  verified_votes int NOT NULL DEFAULT 0 CHECK (verified_votes BETWEEN 0 AND votes),
  UNIQUE (id, call_id),
  UNIQUE (id, community_id),
  CONSTRAINT applications_once UNIQUE (call_id, member_id),
  CHECK ((state = 'WAITING') = (waiting_place IS NOT NULL)),
  CHECK (state IN ('DRAFT', 'WITHDRAWN') OR submitted_at IS NOT NULL),
  CHECK (state NOT IN ('SELECTED', 'WAITING', 'DECLINED') OR decided_at IS NOT NULL),
  CHECK (seat_left_at IS NULL OR state IN ('SELECTED', 'WITHDRAWN')),
  FOREIGN KEY (call_id, community_id) REFERENCES calls (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX applications_by_member ON applications (member_id, started_at DESC, id DESC);
CREATE INDEX applications_submitted ON applications (call_id, submitted_at, id) WHERE state NOT IN ('DRAFT', 'WITHDRAWN');
-- A page of the ranking reads its own rows, however many applied (see panel/ranking.ts). HALF AND HALF is put in order as it is read.
CREATE INDEX applications_by_points ON applications (call_id, ((-coalesce(panel_points, -1))::float8), submitted_at, id) WHERE state NOT IN ('DRAFT', 'WITHDRAWN');
CREATE INDEX applications_by_votes ON applications (call_id, ((-verified_votes)::float8), submitted_at, id) WHERE state NOT IN ('DRAFT', 'WITHDRAWN');
CREATE INDEX applications_undecided ON applications (call_id) WHERE state = 'SUBMITTED';
CREATE UNIQUE INDEX applications_waiting_place ON applications (call_id, waiting_place) WHERE state = 'WAITING';

-- Seats follow the applications that hold one, in the statement of the change; the call's CHECK ends every race.
CREATE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before int := 0;
  after int := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'SELECTED' AND OLD.seat_left_at IS NULL THEN before := 1; END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'SELECTED' AND NEW.seat_left_at IS NULL THEN after := 1; END IF;
  IF before <> after THEN
    UPDATE calls SET seats_taken = seats_taken + after - before WHERE id = coalesce(NEW.call_id, OLD.call_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER applications_count_seats AFTER INSERT OR UPDATE OF state, seat_left_at OR DELETE ON applications
  FOR EACH ROW EXECUTE FUNCTION count_seats();

CREATE TABLE application_answers (
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  question_id uuid NOT NULL,
  answer text NOT NULL CHECK (length(answer) <= 20000),
  PRIMARY KEY (application_id, question_id),
  FOREIGN KEY (application_id, call_id) REFERENCES applications (id, call_id),
  FOREIGN KEY (question_id, call_id) REFERENCES call_questions (id, call_id)
);

-- One mark of one reviewer.
CREATE TABLE application_scores (
  application_id uuid NOT NULL,
  call_id uuid NOT NULL,
  community_id uuid NOT NULL,
  reviewer_id uuid NOT NULL,
  criterion int NOT NULL,
  score int NOT NULL CHECK (score BETWEEN 0 AND 5),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  scored_at timestamptz(3) NOT NULL,
  PRIMARY KEY (application_id, reviewer_id, criterion),
  FOREIGN KEY (application_id, call_id) REFERENCES applications (id, call_id),
  FOREIGN KEY (call_id, criterion) REFERENCES call_criteria (call_id, position),
  FOREIGN KEY (reviewer_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX application_scores_by_reviewer ON application_scores (reviewer_id);

-- Who declared that they should not judge this one.
CREATE TABLE application_conflicts (
  application_id uuid NOT NULL,
  community_id uuid NOT NULL,
  reviewer_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  declared_at timestamptz(3) NOT NULL,
  PRIMARY KEY (application_id, reviewer_id),
  FOREIGN KEY (application_id, community_id) REFERENCES applications (id, community_id),
  FOREIGN KEY (reviewer_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX application_conflicts_by_reviewer ON application_conflicts (reviewer_id);

-- Every answer an applicant got, in order; none is rewritten.
CREATE TABLE application_decisions (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL,
  community_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('SELECTED', 'WAITING', 'DECLINED')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 10000),
  -- Nobody where a free seat went to the next of the waiting list.
  decided_by uuid,
  decided_at timestamptz(3) NOT NULL,
  -- The decision it takes back.
  reverses uuid UNIQUE,
  UNIQUE (id, application_id),
  FOREIGN KEY (application_id, community_id) REFERENCES applications (id, community_id),
  FOREIGN KEY (decided_by, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (reverses, application_id) REFERENCES application_decisions (id, application_id)
);
CREATE INDEX application_decisions_of ON application_decisions (application_id, decided_at, id);
CREATE INDEX application_decisions_by ON application_decisions (decided_by) WHERE decided_by IS NOT NULL;
CREATE FUNCTION keep_application_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The law's right to erasure takes the words, and nothing else.
  IF TG_OP = 'UPDATE' AND NEW.reason = '—' AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'Decisions about applications are kept as they are' USING ERRCODE = '23514', CONSTRAINT = 'application_decisions_kept';
END $$;
CREATE TRIGGER application_decisions_kept BEFORE UPDATE OR DELETE ON application_decisions
  FOR EACH ROW EXECUTE FUNCTION keep_application_decisions();

-- An applicant asks for a decision to be looked at again; once for each.
CREATE TABLE application_reviews_asked (
  decision_id uuid PRIMARY KEY,
  application_id uuid NOT NULL,
  community_id uuid NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
  asked_at timestamptz(3) NOT NULL,
  outcome text CHECK (outcome IN ('KEPT', 'CHANGED')),
  answer text CHECK (length(answer) BETWEEN 1 AND 10000),
  answered_by uuid,
  answered_at timestamptz(3),
  CHECK ((outcome IS NULL) = (answer IS NULL) AND (outcome IS NULL) = (answered_at IS NULL)),
  FOREIGN KEY (decision_id, application_id) REFERENCES application_decisions (id, application_id),
  FOREIGN KEY (application_id, community_id) REFERENCES applications (id, community_id),
  FOREIGN KEY (answered_by, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX application_reviews_open ON application_reviews_asked (community_id, asked_at) WHERE outcome IS NULL;
CREATE INDEX application_reviews_of ON application_reviews_asked (application_id);

-- One vote of one member for one applicant; what it counts as follows from identity and suspicion, as of votes for ideas.
CREATE TABLE application_votes (
  application_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  standing text NOT NULL CHECK (standing IN ('VERIFIED', 'UNVERIFIED', 'QUARANTINED')),
  cast_at timestamptz(3) NOT NULL,
  PRIMARY KEY (application_id, member_id),
  FOREIGN KEY (application_id, community_id) REFERENCES applications (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX application_votes_by_member ON application_votes (member_id);

-- Exact whenever it is read: in the statement of the change, applications in order.
CREATE FUNCTION count_application_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR change IN SELECT application_id AS id, count(*)::int AS n, (count(*) FILTER (WHERE standing = 'VERIFIED'))::int AS v
      FROM new_votes GROUP BY 1 ORDER BY 1 LOOP
      UPDATE applications SET votes = votes + change.n, verified_votes = verified_votes + change.v WHERE id = change.id;
    END LOOP;
  ELSIF TG_OP = 'DELETE' THEN
    FOR change IN SELECT application_id AS id, count(*)::int AS n, (count(*) FILTER (WHERE standing = 'VERIFIED'))::int AS v
      FROM old_votes GROUP BY 1 ORDER BY 1 LOOP
      UPDATE applications SET votes = votes - change.n, verified_votes = verified_votes - change.v WHERE id = change.id;
    END LOOP;
  ELSE
    FOR change IN SELECT n.application_id AS id, ((count(*) FILTER (WHERE n.standing = 'VERIFIED')) - (count(*) FILTER (WHERE o.standing = 'VERIFIED')))::int AS v
      FROM new_votes n JOIN old_votes o ON o.application_id = n.application_id AND o.member_id = n.member_id GROUP BY 1 ORDER BY 1 LOOP
      UPDATE applications SET verified_votes = verified_votes + change.v WHERE id = change.id AND change.v <> 0;
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER application_votes_counted_when_cast AFTER INSERT ON application_votes
  REFERENCING NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION count_application_votes();
CREATE TRIGGER application_votes_counted_when_withdrawn AFTER DELETE ON application_votes
  REFERENCING OLD TABLE AS old_votes FOR EACH STATEMENT EXECUTE FUNCTION count_application_votes();
CREATE TRIGGER application_votes_counted_when_restood AFTER UPDATE ON application_votes
  REFERENCING OLD TABLE AS old_votes NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION count_application_votes();

-- A circle puts its spokesperson forward.
CREATE TABLE application_nominations (
  application_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  community_id uuid NOT NULL,
  nominated_by uuid NOT NULL,
  nominated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (application_id, circle_id),
  FOREIGN KEY (application_id, community_id) REFERENCES applications (id, community_id),
  FOREIGN KEY (circle_id, community_id) REFERENCES circles (id, community_id),
  FOREIGN KEY (nominated_by, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX application_nominations_by_member ON application_nominations (nominated_by);
CREATE INDEX application_nominations_by_circle ON application_nominations (circle_id);

-- What an ambassador agrees to. A version once written stays; its hash says which words were accepted.
CREATE TABLE agreements (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  version int NOT NULL CHECK (version >= 1),
  locale text NOT NULL CHECK (locale IN ('en', 'fr')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 100000),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  since timestamptz(3) NOT NULL,
  written_by uuid,
  UNIQUE (id, community_id),
  UNIQUE (id, hash),
  CONSTRAINT agreements_version_key UNIQUE (community_id, version, locale),
  CHECK (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  FOREIGN KEY (written_by, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX agreements_by_author ON agreements (written_by) WHERE written_by IS NOT NULL;

-- An ambassador's service between two dates. LAPSED: an offer that was not accepted.
CREATE TABLE terms (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  member_id uuid NOT NULL,
  application_id uuid,
  state text NOT NULL CHECK (state IN ('OFFERED', 'ACTIVE', 'ENDED', 'RESIGNED', 'REVOKED', 'LAPSED')),
  receives text NOT NULL CHECK (length(receives) <= 2000),
  months int NOT NULL CHECK (months BETWEEN 1 AND 60),
  offered_at timestamptz(3) NOT NULL,
  accept_until timestamptz(3) NOT NULL,
  agreement_id uuid,
  agreement_hash text,
  accepted_at timestamptz(3),
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  ended_at timestamptz(3),
  -- Renewal takes both: which side said so, and for how long.
  renewal_months int CHECK (renewal_months BETWEEN 1 AND 60),
  renewal_by_brand_at timestamptz(3),
  renewal_by_member_at timestamptz(3),
  UNIQUE (id, community_id),
  CHECK (state IN ('OFFERED', 'LAPSED') = (accepted_at IS NULL)),
  CHECK ((accepted_at IS NULL) = (agreement_id IS NULL) AND (accepted_at IS NULL) = (agreement_hash IS NULL)),
  CHECK ((accepted_at IS NULL) = (starts_at IS NULL) AND (accepted_at IS NULL) = (ends_at IS NULL)),
  CHECK (state IN ('OFFERED', 'ACTIVE') = (ended_at IS NULL)),
  CHECK (starts_at < ends_at),
  CHECK ((renewal_months IS NULL) = (renewal_by_brand_at IS NULL AND renewal_by_member_at IS NULL)),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (application_id, community_id) REFERENCES applications (id, community_id),
  FOREIGN KEY (agreement_id, community_id) REFERENCES agreements (id, community_id),
  -- The words that were accepted are the words of that version.
  FOREIGN KEY (agreement_id, agreement_hash) REFERENCES agreements (id, hash)
);
CREATE UNIQUE INDEX terms_one_active ON terms (member_id) WHERE state = 'ACTIVE';
CREATE UNIQUE INDEX terms_one_offered ON terms (member_id) WHERE state = 'OFFERED';
CREATE INDEX terms_by_member ON terms (member_id, offered_at DESC, id DESC);
CREATE INDEX terms_by_application ON terms (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX terms_active ON terms (community_id, starts_at DESC, id DESC) WHERE state = 'ACTIVE';
CREATE INDEX terms_alumni ON terms (community_id, ended_at DESC, id DESC) WHERE state IN ('ENDED', 'RESIGNED');
CREATE INDEX terms_to_end ON terms (ends_at) WHERE state = 'ACTIVE';
CREATE INDEX terms_to_lapse ON terms (accept_until) WHERE state = 'OFFERED';

-- Terms in force; whether one is over by its date is asked with the clock: ends_at > now.
CREATE VIEW active_terms AS
  SELECT id, community_id, member_id, application_id, starts_at, ends_at, receives FROM terms WHERE state = 'ACTIVE';

-- Why a term was taken away, as a statement of reasons.
CREATE TABLE term_revocations (
  id uuid PRIMARY KEY,
  term_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- The clause of the agreement, what happened, and the words or act it is about.
  clause text NOT NULL CHECK (length(clause) BETWEEN 1 AND 2000),
  facts text NOT NULL CHECK (length(facts) BETWEEN 1 AND 10000),
  passage text NOT NULL CHECK (length(passage) BETWEEN 1 AND 10000),
  revoked_by uuid NOT NULL,
  revoked_at timestamptz(3) NOT NULL,
  appeal_until timestamptz(3) NOT NULL,
  -- A moderator took it back: their account, since one of the deployment's panel need not be a member.
  overturned_at timestamptz(3),
  overturned_by uuid REFERENCES accounts (id),
  overturned_because text CHECK (length(overturned_because) BETWEEN 1 AND 10000),
  CHECK ((overturned_at IS NULL) = (overturned_by IS NULL) AND (overturned_at IS NULL) = (overturned_because IS NULL)),
  FOREIGN KEY (term_id, community_id) REFERENCES terms (id, community_id),
  FOREIGN KEY (revoked_by, community_id) REFERENCES members (id, community_id)
);
CREATE UNIQUE INDEX term_revocations_in_force ON term_revocations (term_id) WHERE overturned_at IS NULL;
CREATE INDEX term_revocations_of ON term_revocations (term_id);
CREATE INDEX term_revocations_by ON term_revocations (revoked_by);

-- What members are told about calls, applications and terms. The kinds themselves are listed in the room notifications: a list here
-- would be one that every room has to write again.
ALTER TABLE notifications
  ADD COLUMN call_id uuid,
  ADD COLUMN term_id uuid,
  ADD FOREIGN KEY (call_id, community_id) REFERENCES calls (id, community_id) ON DELETE CASCADE,
  ADD FOREIGN KEY (term_id, community_id) REFERENCES terms (id, community_id) ON DELETE CASCADE,
  DROP CONSTRAINT notifications_kind_check,
  ADD CONSTRAINT notifications_kind_check CHECK (kind ~ '^[A-Z][A-Z_]{2,39}$');
CREATE INDEX notifications_by_call ON notifications (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX notifications_by_term ON notifications (term_id) WHERE term_id IS NOT NULL;
`;
