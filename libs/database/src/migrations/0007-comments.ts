import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Comments1763769600007 implements MigrationInterface {
  name = 'Comments1763769600007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
CREATE TABLE comments (
  id uuid PRIMARY KEY,
  idea_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- Gone with a deletion by its author: nothing of the text or its writer stays.
  author_id uuid,
  -- The comment of level one that this one hangs under; its reply_to is whom it answers, which may be a reply itself.
  parent_id uuid,
  reply_to_id uuid,
  -- The comment of level one of its thread, which of a comment of level one is itself.
  thread_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(parent_id, id)) STORED,
  body text NOT NULL CHECK (length(body) <= 100000),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  by_staff boolean NOT NULL DEFAULT false,
  interest_kind text CHECK (interest_kind IN ('EMPLOYEE', 'COMPETITOR', 'PAID', 'PROFESSIONAL')),
  interest_note text CHECK (length(interest_note) <= 500),
  version int NOT NULL DEFAULT 1,
  -- Kept by a trigger on helpful_marks; orders HELPFUL.
  helpful_count int NOT NULL DEFAULT 0 CHECK (helpful_count >= 0),
  source_key text,
  UNIQUE (id, community_id),
  UNIQUE (id, idea_id, thread_id),
  UNIQUE (community_id, source_key),
  CHECK ((parent_id IS NULL) = (reply_to_id IS NULL)),
  CHECK ((interest_kind IS NULL) = (interest_note IS NULL)),
  CHECK (deleted_at IS NULL OR (body = '' AND author_id IS NULL AND interest_kind IS NULL)),
  CHECK (deleted_at IS NOT NULL OR body <> ''),
  -- What is brought from elsewhere keeps its length.
  CHECK (source_key IS NOT NULL OR length(body) <= 5000),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (author_id, community_id) REFERENCES members (id, community_id),
  -- Whatever the code does: a parent is the head of its own thread, so there are two levels, and whom a reply answers is in the
  -- same thread of the same idea.
  FOREIGN KEY (parent_id, idea_id, thread_id) REFERENCES comments (id, idea_id, thread_id),
  FOREIGN KEY (reply_to_id, idea_id, thread_id) REFERENCES comments (id, idea_id, thread_id)
);
CREATE INDEX comments_of_idea ON comments (idea_id, created_at, id) WHERE parent_id IS NULL;
CREATE INDEX comments_of_idea_helpful ON comments (idea_id, helpful_count DESC, created_at DESC, id DESC) WHERE parent_id IS NULL;
CREATE INDEX comments_replies ON comments (parent_id, created_at, id) WHERE parent_id IS NOT NULL;
CREATE INDEX comments_by_author ON comments (author_id, created_at DESC, id DESC) WHERE author_id IS NOT NULL;

-- What an edit replaced; the wording in force stands in comments. Erased with the comment.
CREATE TABLE comment_versions (
  comment_id uuid NOT NULL REFERENCES comments (id),
  number int NOT NULL CHECK (number >= 1),
  body text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (comment_id, number)
);

CREATE TABLE helpful_marks (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  marked_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (comment_id, member_id),
  FOREIGN KEY (comment_id, community_id) REFERENCES comments (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX helpful_marks_by_member ON helpful_marks (member_id, marked_at DESC);

-- How many comments of an idea stand (tombstones do not), exact whenever it is read: the triggers below run in the
-- same statement as the change. An idea without a row has none.
CREATE TABLE comment_tallies (
  idea_id uuid PRIMARY KEY REFERENCES ideas (id),
  visible int NOT NULL CHECK (visible >= 0)
);

-- One function for each kind of statement, since each knows other transition tables. Ideas are counted in the order of
-- their ids, so that two statements over the same ideas never wait for each other in a circle.
CREATE FUNCTION count_added_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO comment_tallies AS t (idea_id, visible)
  SELECT idea_id, count(*) FROM added WHERE deleted_at IS NULL GROUP BY idea_id ORDER BY idea_id
  ON CONFLICT (idea_id) DO UPDATE SET visible = t.visible + excluded.visible;
  RETURN NULL;
END $$;
CREATE TRIGGER comments_counted_when_added AFTER INSERT ON comments
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_added_comments();

CREATE FUNCTION count_changed_comments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN
    SELECT idea_id, sum(step)::int AS step FROM (
      SELECT idea_id, 1 AS step FROM after_change WHERE deleted_at IS NULL
      UNION ALL SELECT idea_id, -1 FROM before_change WHERE deleted_at IS NULL
    ) steps GROUP BY idea_id HAVING sum(step) <> 0 ORDER BY idea_id
  LOOP
    IF change.step < 0 THEN
      UPDATE comment_tallies SET visible = visible + change.step WHERE idea_id = change.idea_id;
    ELSE
      INSERT INTO comment_tallies AS t (idea_id, visible) VALUES (change.idea_id, change.step)
      ON CONFLICT (idea_id) DO UPDATE SET visible = t.visible + excluded.visible;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER comments_counted_when_changed AFTER UPDATE ON comments
  REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION count_changed_comments();

CREATE FUNCTION count_removed_comments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN SELECT idea_id, count(*)::int AS gone FROM removed WHERE deleted_at IS NULL GROUP BY idea_id ORDER BY idea_id LOOP
    UPDATE comment_tallies SET visible = visible - change.gone WHERE idea_id = change.idea_id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER comments_counted_when_removed AFTER DELETE ON comments
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_removed_comments();

CREATE FUNCTION count_helpful_marks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN SELECT comment_id, count(*)::int AS marks FROM changed GROUP BY comment_id ORDER BY comment_id LOOP
    UPDATE comments SET helpful_count = helpful_count + CASE TG_OP WHEN 'INSERT' THEN change.marks ELSE -change.marks END
    WHERE id = change.comment_id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER helpful_counted_when_marked AFTER INSERT ON helpful_marks
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_helpful_marks();
CREATE TRIGGER helpful_counted_when_unmarked AFTER DELETE ON helpful_marks
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_helpful_marks();
`;
