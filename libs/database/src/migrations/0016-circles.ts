import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Circles1763769600016 implements MigrationInterface {
  name = 'Circles1763769600016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Fans of one community who gather around something.
CREATE TABLE circles (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
  -- As of handles: two addresses with one skeleton could be taken for each other.
  skeleton text NOT NULL GENERATED ALWAYS AS (handle_skeleton(slug)) STORED,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- Markdown.
  description text NOT NULL CHECK (length(description) <= 20000),
  joining text NOT NULL CHECK (joining IN ('OPEN', 'BY_REQUEST')),
  founder_id uuid NOT NULL,
  spokesperson_id uuid,
  spokesperson_since timestamptz(3),
  term_ends_at timestamptz(3),
  -- The brand knows of it and says so.
  recognised_at timestamptz(3),
  recognition_note text CHECK (length(recognition_note) <= 2000),
  -- Kept by triggers on circle_members.
  member_count int NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  created_at timestamptz(3) NOT NULL,
  UNIQUE (id, community_id),
  CONSTRAINT circles_slug_key UNIQUE (community_id, slug),
  CONSTRAINT circles_skeleton_key UNIQUE (community_id, skeleton),
  CHECK ((spokesperson_id IS NULL) = (spokesperson_since IS NULL) AND (spokesperson_id IS NULL) = (term_ends_at IS NULL)),
  CHECK (recognised_at IS NOT NULL OR recognition_note IS NULL),
  FOREIGN KEY (founder_id, community_id) REFERENCES members (id, community_id)
);
CREATE UNIQUE INDEX circles_name_key ON circles (community_id, plain_text(name));
CREATE INDEX circles_by_name ON circles (community_id, plain_text(name), id);
CREATE INDEX circles_largest ON circles (community_id, member_count DESC, created_at DESC, id DESC);
CREATE INDEX circles_newest ON circles (community_id, created_at DESC, id DESC);
CREATE INDEX circles_by_founder ON circles (founder_id);

CREATE TABLE circle_members (
  circle_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  joined_at timestamptz(3) NOT NULL,
  PRIMARY KEY (circle_id, member_id),
  FOREIGN KEY (circle_id, community_id) REFERENCES circles (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
-- Whoever is in it longest comes first.
CREATE INDEX circle_members_oldest ON circle_members (circle_id, joined_at, member_id);
CREATE INDEX circle_members_by_member ON circle_members (member_id, joined_at DESC, circle_id DESC);

-- Who speaks for a circle is in it.
ALTER TABLE circles ADD CONSTRAINT circles_spokesperson_is_member
  FOREIGN KEY (id, spokesperson_id) REFERENCES circle_members (circle_id, member_id);

-- Wishes to join.
CREATE TABLE circle_requests (
  id uuid PRIMARY KEY,
  circle_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  message text NOT NULL CHECK (length(message) <= 2000),
  requested_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  accepted boolean,
  decided_by uuid,
  CHECK ((decided_at IS NULL) = (accepted IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  FOREIGN KEY (circle_id, community_id) REFERENCES circles (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (decided_by, community_id) REFERENCES members (id, community_id)
);
CREATE UNIQUE INDEX circle_requests_one_open ON circle_requests (circle_id, member_id) WHERE decided_at IS NULL;
CREATE INDEX circle_requests_waiting ON circle_requests (circle_id, requested_at, id) WHERE decided_at IS NULL;
CREATE INDEX circle_requests_by_member ON circle_requests (member_id, circle_id, decided_at);

-- Who was sent away, and why. They may ask to come back.
CREATE TABLE circle_removals (
  circle_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  removed_by uuid NOT NULL,
  removed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (circle_id, member_id),
  FOREIGN KEY (circle_id, community_id) REFERENCES circles (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (removed_by, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX circle_removals_by_member ON circle_removals (member_id);

-- What is said in a circle; one that names an idea shares it.
CREATE TABLE circle_posts (
  id uuid PRIMARY KEY,
  circle_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- Gone with a removal by its author: nothing of the text or its writer stays.
  author_id uuid,
  parent_id uuid,
  thread_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(parent_id, id)) STORED,
  idea_id uuid,
  body text NOT NULL CHECK (length(body) <= 20000),
  -- Written while the circle was by request: never shown to others, whatever it becomes.
  members_only boolean NOT NULL,
  created_at timestamptz(3) NOT NULL,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  UNIQUE (id, community_id),
  UNIQUE (id, circle_id, thread_id),
  CHECK (deleted_at IS NULL OR (body = '' AND author_id IS NULL AND idea_id IS NULL)),
  CHECK (deleted_at IS NOT NULL OR idea_id IS NOT NULL OR body <> ''),
  CHECK (idea_id IS NULL OR parent_id IS NULL),
  FOREIGN KEY (circle_id, community_id) REFERENCES circles (id, community_id),
  FOREIGN KEY (author_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  -- Two levels: what is answered is the head of its own thread, in the same circle.
  FOREIGN KEY (parent_id, circle_id, thread_id) REFERENCES circle_posts (id, circle_id, thread_id)
);
CREATE INDEX circle_posts_feed ON circle_posts (circle_id, created_at DESC, id DESC) WHERE parent_id IS NULL;
CREATE INDEX circle_posts_replies ON circle_posts (parent_id, created_at, id) WHERE parent_id IS NOT NULL;
CREATE INDEX circle_posts_by_author ON circle_posts (author_id, created_at DESC) WHERE author_id IS NOT NULL;
CREATE INDEX circle_posts_of_idea ON circle_posts (idea_id) WHERE idea_id IS NOT NULL;
-- An idea stands in a circle once.
CREATE UNIQUE INDEX circle_posts_one_share ON circle_posts (circle_id, idea_id) WHERE idea_id IS NOT NULL;

-- Choosing who speaks for a circle.
CREATE TABLE circle_elections (
  id uuid PRIMARY KEY,
  circle_id uuid NOT NULL,
  community_id uuid NOT NULL,
  started_by uuid,
  started_at timestamptz(3) NOT NULL,
  standing_until timestamptz(3) NOT NULL,
  closes_at timestamptz(3) NOT NULL,
  -- How many were in the circle when it began.
  electorate int NOT NULL CHECK (electorate >= 1),
  closed_at timestamptz(3),
  outcome text CHECK (outcome IN ('ELECTED', 'NO_CANDIDATE', 'NO_VOTE')),
  -- How many voted; known with the result.
  turnout int CHECK (turnout BETWEEN 0 AND electorate),
  winner_id uuid,
  UNIQUE (id, circle_id, community_id),
  CHECK (started_at < standing_until AND standing_until <= closes_at),
  -- Closed as a whole, or not at all.
  CHECK ((closed_at IS NULL) = (outcome IS NULL) AND (closed_at IS NULL) = (turnout IS NULL)),
  CHECK ((winner_id IS NOT NULL) = (coalesce(outcome, '') = 'ELECTED')),
  FOREIGN KEY (circle_id, community_id) REFERENCES circles (id, community_id),
  FOREIGN KEY (started_by, community_id) REFERENCES members (id, community_id)
);
CREATE UNIQUE INDEX circle_elections_one_running ON circle_elections (circle_id) WHERE closed_at IS NULL;
CREATE INDEX circle_elections_due ON circle_elections (closes_at) WHERE closed_at IS NULL;
CREATE INDEX circle_elections_newest ON circle_elections (circle_id, started_at DESC, id DESC);

CREATE TABLE circle_candidates (
  election_id uuid NOT NULL,
  member_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  community_id uuid NOT NULL,
  statement text NOT NULL CHECK (length(statement) <= 2000),
  stood_at timestamptz(3) NOT NULL,
  -- Counted at the close.
  votes int CHECK (votes >= 0),
  PRIMARY KEY (election_id, member_id),
  FOREIGN KEY (election_id, circle_id, community_id) REFERENCES circle_elections (id, circle_id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX circle_candidates_by_member ON circle_candidates (member_id);
ALTER TABLE circle_elections ADD FOREIGN KEY (id, winner_id) REFERENCES circle_candidates (election_id, member_id);

-- Secret, and gone with the close: only the counts stay. One per member and election. Who leaves the circle takes theirs along;
-- a candidate who does sets those for them free.
CREATE TABLE circle_ballots (
  election_id uuid NOT NULL,
  voter_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  community_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  PRIMARY KEY (election_id, voter_id),
  FOREIGN KEY (election_id, circle_id, community_id) REFERENCES circle_elections (id, circle_id, community_id),
  FOREIGN KEY (circle_id, voter_id) REFERENCES circle_members (circle_id, member_id) ON DELETE CASCADE,
  FOREIGN KEY (election_id, candidate_id) REFERENCES circle_candidates (election_id, member_id) ON DELETE CASCADE
);
CREATE INDEX circle_ballots_for ON circle_ballots (election_id, candidate_id);
CREATE INDEX circle_ballots_by_voter ON circle_ballots (circle_id, voter_id);

-- Members who want an election before the term is over.
CREATE TABLE circle_election_calls (
  circle_id uuid NOT NULL,
  member_id uuid NOT NULL,
  called_at timestamptz(3) NOT NULL,
  PRIMARY KEY (circle_id, member_id),
  FOREIGN KEY (circle_id, member_id) REFERENCES circle_members (circle_id, member_id) ON DELETE CASCADE
);

-- Exact whenever it is read: in the statement of the change.
CREATE FUNCTION count_circle_members() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN SELECT circle_id, count(*)::int AS people FROM changed GROUP BY circle_id ORDER BY circle_id LOOP
    UPDATE circles SET member_count = member_count + CASE TG_OP WHEN 'INSERT' THEN change.people ELSE -change.people END
    WHERE id = change.circle_id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER circle_members_counted_when_joined AFTER INSERT ON circle_members
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_circle_members();
CREATE TRIGGER circle_members_counted_when_left AFTER DELETE ON circle_members
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_circle_members();

-- Who leaves a circle speaks for it no more, and stands in no running election, whatever the code remembers.
CREATE FUNCTION leave_circle_offices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE circles SET spokesperson_id = NULL, spokesperson_since = NULL, term_ends_at = NULL
  WHERE id = OLD.circle_id AND spokesperson_id = OLD.member_id;
  DELETE FROM circle_candidates c USING circle_elections e
  WHERE e.id = c.election_id AND e.closed_at IS NULL AND c.circle_id = OLD.circle_id AND c.member_id = OLD.member_id;
  RETURN OLD;
END $$;
CREATE TRIGGER circle_members_leave_offices BEFORE DELETE ON circle_members FOR EACH ROW EXECUTE FUNCTION leave_circle_offices();

-- What members are told about circles.
ALTER TABLE notifications
  ADD COLUMN circle_id uuid,
  ADD COLUMN circle_post_id uuid,
  ADD FOREIGN KEY (circle_id, community_id) REFERENCES circles (id, community_id) ON DELETE CASCADE,
  ADD FOREIGN KEY (circle_post_id, community_id) REFERENCES circle_posts (id, community_id) ON DELETE CASCADE,
  DROP CONSTRAINT notifications_kind_check,
  ADD CONSTRAINT notifications_kind_check CHECK (kind IN ('ANSWERED', 'RUNG', 'EXPIRED', 'MERGED', 'UNMERGED', 'EDITED', 'REPLIED',
    'MENTIONED', 'COMMENTED', 'CREDITED', 'POSTED', 'FOLLOWED', 'CONTESTED', 'CONTEST_DECIDED', 'CIRCLE_REQUESTED', 'CIRCLE_ACCEPTED',
    'CIRCLE_DECLINED', 'CIRCLE_REMOVED', 'CIRCLE_ELECTION', 'CIRCLE_ELECTED', 'CIRCLE_RECOGNISED')),
  DROP CONSTRAINT notifications_reason_check,
  ADD CONSTRAINT notifications_reason_check CHECK (reason IN ('YOU', 'AUTHOR', 'BACKED', 'COMMENTED', 'CIRCLE', 'FOLLOWED_IDEA',
    'FOLLOWED_MEMBER', 'FOLLOWED_CATEGORY', 'FOLLOWED_COMMUNITY', 'STAFF'));
CREATE INDEX notifications_by_circle ON notifications (circle_id) WHERE circle_id IS NOT NULL;
CREATE INDEX notifications_by_circle_post ON notifications (circle_post_id) WHERE circle_post_id IS NOT NULL;
`;
