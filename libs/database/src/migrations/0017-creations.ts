import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Creations1763769600017 implements MigrationInterface {
  name = 'Creations1763769600017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Works that fans show. A remix stands one step below what it builds on, under the same first work: by the foreign key below
-- steps only ever go up, so no chain can close into a circle, whatever the code does.
CREATE TABLE creations (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  -- Gone with a withdrawal: a tombstone says neither who nor what, and holds the chain together.
  author_id uuid,
  title text NOT NULL CHECK (length(title) <= 400),
  story text NOT NULL CHECK (length(story) <= 40000),
  -- The product it plays with, in its maker's words.
  product text NOT NULL DEFAULT '' CHECK (length(product) <= 400),
  created_at timestamptz(3) NOT NULL,
  edited_at timestamptz(3),
  withdrawn_at timestamptz(3),
  -- What it builds on, the first work of its chain (itself, for one that builds on nothing), and how many steps lie between.
  parent_id uuid,
  root_id uuid NOT NULL,
  depth int NOT NULL DEFAULT 0,
  depth_above int NOT NULL GENERATED ALWAYS AS (depth - 1) STORED,
  -- Kept by triggers; they order lists.
  appreciation_count int NOT NULL DEFAULT 0 CHECK (appreciation_count >= 0),
  response_count int NOT NULL DEFAULT 0 CHECK (response_count >= 0),
  remix_count int NOT NULL DEFAULT 0 CHECK (remix_count >= 0),
  UNIQUE (id, community_id),
  UNIQUE (id, author_id),
  UNIQUE (id, community_id, root_id, depth),
  CHECK ((parent_id IS NULL) = (depth = 0)),
  CHECK (depth >= 0),
  CHECK (parent_id IS NOT NULL OR root_id = id),
  CHECK (withdrawn_at IS NULL OR (title = '' AND story = '' AND product = '' AND author_id IS NULL)),
  CHECK (withdrawn_at IS NOT NULL OR title <> ''),
  FOREIGN KEY (author_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (parent_id, community_id, root_id, depth_above) REFERENCES creations (id, community_id, root_id, depth)
);
CREATE INDEX creations_newest ON creations (community_id, created_at DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX creations_most_appreciated ON creations (community_id, appreciation_count DESC, created_at DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX creations_most_remixed ON creations (community_id, remix_count DESC, created_at DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX creations_remixes ON creations (parent_id, created_at DESC, id DESC) WHERE parent_id IS NOT NULL;
CREATE INDEX creations_by_author ON creations (author_id, created_at DESC, id DESC) WHERE author_id IS NOT NULL;

CREATE TABLE creation_pictures (
  creation_id uuid NOT NULL REFERENCES creations (id) ON DELETE CASCADE,
  -- From 0, the cover.
  position int NOT NULL CHECK (position BETWEEN 0 AND 9),
  picture_id uuid NOT NULL REFERENCES pictures (id),
  alt text NOT NULL CHECK (length(alt) <= 600),
  PRIMARY KEY (creation_id, position),
  UNIQUE (creation_id, picture_id)
);
CREATE INDEX creation_pictures_by_picture ON creation_pictures (picture_id);

-- The ideas a work plays with.
CREATE TABLE creation_ideas (
  creation_id uuid NOT NULL,
  position int NOT NULL CHECK (position BETWEEN 0 AND 2),
  idea_id uuid NOT NULL,
  community_id uuid NOT NULL,
  PRIMARY KEY (creation_id, position),
  UNIQUE (creation_id, idea_id),
  FOREIGN KEY (creation_id, community_id) REFERENCES creations (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id)
);
CREATE INDEX creation_ideas_by_idea ON creation_ideas (idea_id, creation_id DESC);

-- One of each member, never of one's own: the author stands in the row so that the database can say so.
CREATE TABLE creation_appreciations (
  creation_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  author_id uuid NOT NULL,
  appreciated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (creation_id, member_id),
  FOREIGN KEY (creation_id, community_id) REFERENCES creations (id, community_id),
  FOREIGN KEY (creation_id, author_id) REFERENCES creations (id, author_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  CONSTRAINT creation_appreciations_of_others CHECK (member_id <> author_id)
);
CREATE INDEX creation_appreciations_by_member ON creation_appreciations (member_id, appreciated_at DESC);

CREATE TABLE creation_responses (
  id uuid PRIMARY KEY,
  creation_id uuid NOT NULL,
  community_id uuid NOT NULL,
  author_id uuid,
  -- The response of level one that this one hangs under; its reply_to is whom it answers, which may be a reply itself.
  parent_id uuid,
  reply_to_id uuid,
  thread_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(parent_id, id)) STORED,
  body text NOT NULL CHECK (length(body) <= 10000),
  by_staff boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  UNIQUE (id, community_id),
  UNIQUE (id, creation_id, thread_id),
  CHECK ((parent_id IS NULL) = (reply_to_id IS NULL)),
  CHECK (deleted_at IS NULL OR (body = '' AND author_id IS NULL)),
  CHECK (deleted_at IS NOT NULL OR body <> ''),
  FOREIGN KEY (creation_id, community_id) REFERENCES creations (id, community_id),
  FOREIGN KEY (author_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (parent_id, creation_id, thread_id) REFERENCES creation_responses (id, creation_id, thread_id),
  FOREIGN KEY (reply_to_id, creation_id, thread_id) REFERENCES creation_responses (id, creation_id, thread_id)
);
CREATE INDEX creation_responses_of_creation ON creation_responses (creation_id, created_at, id) WHERE parent_id IS NULL;
CREATE INDEX creation_responses_replies ON creation_responses (parent_id, created_at, id) WHERE parent_id IS NOT NULL;
CREATE INDEX creation_responses_answered ON creation_responses (reply_to_id) WHERE reply_to_id IS NOT NULL;
CREATE INDEX creation_responses_by_author ON creation_responses (author_id, created_at DESC, id DESC) WHERE author_id IS NOT NULL;

-- Counts are kept in the change's own statement. Creations are counted in the order of their ids, so that two statements over
-- the same ones never wait for each other in a circle.
CREATE FUNCTION count_creation_appreciations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN SELECT creation_id, count(*)::int AS many FROM changed GROUP BY creation_id ORDER BY creation_id LOOP
    UPDATE creations SET appreciation_count = appreciation_count + CASE TG_OP WHEN 'INSERT' THEN change.many ELSE -change.many END
    WHERE id = change.creation_id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER creations_appreciated AFTER INSERT ON creation_appreciations
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_creation_appreciations();
CREATE TRIGGER creations_unappreciated AFTER DELETE ON creation_appreciations
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_creation_appreciations();

CREATE FUNCTION count_creation_response() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE creations SET response_count = response_count + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
  WHERE id = coalesce(NEW.creation_id, OLD.creation_id);
  RETURN NULL;
END $$;
CREATE TRIGGER creation_responses_counted_when_added AFTER INSERT ON creation_responses
  FOR EACH ROW WHEN (NEW.deleted_at IS NULL) EXECUTE FUNCTION count_creation_response();
CREATE TRIGGER creation_responses_counted_when_erased AFTER UPDATE OF deleted_at ON creation_responses
  FOR EACH ROW WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION count_creation_response();
CREATE TRIGGER creation_responses_counted_when_gone AFTER DELETE ON creation_responses
  FOR EACH ROW WHEN (OLD.deleted_at IS NULL) EXECUTE FUNCTION count_creation_response();

-- What builds on a work and is still shown.
CREATE FUNCTION count_remix() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE creations SET remix_count = remix_count + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
  WHERE id = coalesce(NEW.parent_id, OLD.parent_id);
  RETURN NULL;
END $$;
CREATE TRIGGER remixes_counted_when_shown AFTER INSERT ON creations
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL AND NEW.withdrawn_at IS NULL) EXECUTE FUNCTION count_remix();
CREATE TRIGGER remixes_counted_when_withdrawn AFTER UPDATE OF withdrawn_at ON creations
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION count_remix();

-- What people are told of creations.
ALTER TABLE notifications ADD COLUMN creation_id uuid;
ALTER TABLE notifications ADD COLUMN creation_response_id uuid;
ALTER TABLE notifications ADD FOREIGN KEY (creation_id, community_id) REFERENCES creations (id, community_id) ON DELETE CASCADE;
ALTER TABLE notifications ADD FOREIGN KEY (creation_response_id, community_id) REFERENCES creation_responses (id, community_id) ON DELETE CASCADE;
ALTER TABLE notifications DROP CONSTRAINT notifications_kind_check;
ALTER TABLE notifications ADD CONSTRAINT notifications_kind_check CHECK (kind IN ('ANSWERED', 'RUNG', 'EXPIRED', 'MERGED', 'UNMERGED', 'EDITED', 'REPLIED',
  'MENTIONED', 'COMMENTED', 'CREDITED', 'POSTED', 'FOLLOWED', 'CONTESTED', 'CONTEST_DECIDED', 'CIRCLE_REQUESTED', 'CIRCLE_ACCEPTED',
  'CIRCLE_DECLINED', 'CIRCLE_REMOVED', 'CIRCLE_ELECTION', 'CIRCLE_ELECTED', 'CIRCLE_RECOGNISED', 'CREATION_SHOWN', 'RESPONDED', 'REMIXED', 'APPRECIATED'));
-- Responses to a work and appreciations of it come in numbers: while one is unread, the next ones add to it.
CREATE UNIQUE INDEX notifications_one_unread_of_creation ON notifications (recipient_id, creation_id, kind)
  WHERE read_at IS NULL AND kind IN ('RESPONDED', 'APPRECIATED');
CREATE INDEX notifications_by_creation ON notifications (creation_id) WHERE creation_id IS NOT NULL;
CREATE INDEX notifications_by_creation_response ON notifications (creation_response_id) WHERE creation_response_id IS NOT NULL;
`;
