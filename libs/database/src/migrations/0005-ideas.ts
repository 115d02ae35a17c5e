import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ideas1763769600005 implements MigrationInterface {
  name = 'Ideas1763769600005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- A text as the search reads it: plain letters, and scripts written without spaces cut into single characters, so that a
-- word inside a Chinese, Japanese, Korean or Thai sentence is found as a phrase of its characters.
CREATE FUNCTION search_text(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(plain_text($1), '([\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])', ' \1 ', 'g');

-- Words by their English and French stems, and those of the title as written too: whoever wrote in either is found in
-- either, and any other language by whole words, since both sides are cut alike. Making these is what an import waits for,
-- so bodies are not read a third time.
CREATE FUNCTION search_vector(title text, body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN setweight(to_tsvector('simple', title) || to_tsvector('english', title) || to_tsvector('french', title), 'A') ||
    setweight(to_tsvector('english', body) || to_tsvector('french', body), 'B');

CREATE TABLE ideas (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  author_id uuid,
  category_id uuid,
  title text NOT NULL,
  body text NOT NULL,
  status text NOT NULL CHECK (status IN
    ('DRAFT', 'PENDING', 'OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED', 'MERGED', 'REMOVED')),
  created_at timestamptz NOT NULL,
  edited_at timestamptz,
  version int NOT NULL DEFAULT 1 CHECK (version >= 1),
  rung int NOT NULL DEFAULT 0 CHECK (rung >= 0),
  deadline timestamptz,
  clock_left interval,
  interest_kind text CHECK (interest_kind IN ('EMPLOYEE', 'COMPETITOR', 'PAID', 'PROFESSIONAL')),
  interest_note text CHECK (length(interest_note) <= 500),
  labels text[] NOT NULL DEFAULT '{}' CHECK (cardinality(labels) <= 50 AND array_position(labels, NULL) IS NULL),
  merged_into_id uuid,
  imported_support int NOT NULL DEFAULT 0 CHECK (imported_support >= 0),
  source_key text CHECK (length(source_key) BETWEEN 1 AND 500),
  search tsvector GENERATED ALWAYS AS (search_vector(search_text(title), search_text(left(body, 20000)))) STORED,
  UNIQUE (id, community_id),
  UNIQUE (community_id, source_key),
  FOREIGN KEY (author_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (category_id, community_id) REFERENCES categories (id, community_id),
  FOREIGN KEY (merged_into_id, community_id) REFERENCES ideas (id, community_id),
  CONSTRAINT ideas_draft_has_author CHECK (status <> 'DRAFT' OR (author_id IS NOT NULL AND source_key IS NULL)),
  CONSTRAINT ideas_title_length CHECK (length(title) <= 300 AND (status = 'DRAFT' OR length(title) >= 1)),
  CONSTRAINT ideas_body_length CHECK (length(body) <= 100000 AND (status = 'DRAFT' OR length(body) >= 1)),
  CONSTRAINT ideas_own_text_length CHECK (source_key IS NOT NULL OR (length(title) <= 120 AND length(body) <= 10000)),
  -- The clock runs in OPEN only; what was left of it waits in clock_left, and EXPIRED keeps the deadline it missed.
  CONSTRAINT ideas_deadline_while_open CHECK (deadline IS NULL OR (status IN ('OPEN', 'EXPIRED') AND deadline > created_at)),
  CONSTRAINT ideas_clock_stands_elsewhere CHECK (clock_left IS NULL OR (status NOT IN ('DRAFT', 'PENDING', 'OPEN') AND clock_left >= '0')),
  CONSTRAINT ideas_merged_somewhere CHECK ((status = 'MERGED') = (merged_into_id IS NOT NULL) AND merged_into_id <> id),
  CONSTRAINT ideas_interest_whole CHECK ((interest_kind IS NULL) = (interest_note IS NULL)),
  CONSTRAINT ideas_edited_after_creation CHECK (edited_at >= created_at),
  CONSTRAINT ideas_import_is_sourced CHECK (imported_support = 0 OR source_key IS NOT NULL)
);
CREATE INDEX ideas_by_author ON ideas (author_id, created_at DESC, id DESC) WHERE author_id IS NOT NULL;
CREATE INDEX ideas_by_category ON ideas (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX ideas_merged ON ideas (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ideas_search ON ideas USING gin (community_id, search) WHERE status <> 'DRAFT';
CREATE INDEX ideas_title_trigrams ON ideas USING gin (community_id, plain_text(title) gin_trgm_ops) WHERE status <> 'DRAFT';

-- What an edit replaced; the version in force stands in ideas. created_at: when that version was written.
CREATE TABLE idea_versions (
  idea_id uuid NOT NULL REFERENCES ideas (id),
  number int NOT NULL CHECK (number >= 1),
  title text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (idea_id, number)
);

CREATE TABLE official_responses (
  id uuid PRIMARY KEY,
  idea_id uuid NOT NULL,
  community_id uuid NOT NULL,
  author_id uuid,
  status text NOT NULL CHECK (status IN ('OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED')),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
  created_at timestamptz NOT NULL,
  UNIQUE (id, idea_id),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (author_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX official_responses_by_idea ON official_responses (idea_id, created_at DESC, id DESC);

-- Moves after the posting itself, which the idea's own row tells.
CREATE TABLE idea_moves (
  id uuid PRIMARY KEY,
  idea_id uuid NOT NULL,
  community_id uuid NOT NULL,
  from_status text NOT NULL CHECK (from_status IN
    ('PENDING', 'OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED', 'MERGED', 'REMOVED')),
  to_status text NOT NULL CHECK (to_status IN
    ('PENDING', 'OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED', 'MERGED', 'REMOVED')),
  mover text NOT NULL DEFAULT 'SYSTEM' CHECK (mover IN ('STAFF', 'SYSTEM', 'MODERATOR', 'IMPORT')),
  moved_at timestamptz NOT NULL,
  actor_id uuid,
  response_id uuid,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (actor_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (response_id, idea_id) REFERENCES official_responses (id, idea_id),
  CHECK (from_status <> to_status),
  CONSTRAINT idea_moves_staff_answers CHECK (mover <> 'STAFF' OR response_id IS NOT NULL OR 'MERGED' IN (from_status, to_status)),
  CONSTRAINT idea_moves_declined_has_reason CHECK (to_status <> 'DECLINED' OR response_id IS NOT NULL OR reason IS NOT NULL)
);
CREATE INDEX idea_moves_by_idea ON idea_moves (idea_id, moved_at, id);

-- The words a community's ideas are written in, so that a mistyped one finds its neighbours; and in how many ideas,
-- roughly: an edit counts its words again. Learnt from the backlog a moment after the writing, which never waits for it.
CREATE TABLE search_words (
  community_id uuid NOT NULL REFERENCES communities (id),
  word text NOT NULL CHECK (length(word) <= 40),
  ideas int NOT NULL CHECK (ideas >= 1),
  PRIMARY KEY (community_id, word)
);
CREATE INDEX search_words_trigrams ON search_words USING gin (community_id, word gin_trgm_ops);

-- Words of a community that look like one; wide, since letters that were swapped share few trigrams.
CREATE FUNCTION words_like(community uuid, typed text) RETURNS TABLE (word text, ideas int)
  LANGUAGE sql STABLE STRICT ROWS 60 SET pg_trgm.similarity_threshold = 0.2 AS $$
  SELECT w.word, w.ideas FROM search_words w WHERE w.community_id = $1 AND w.word % $2
  ORDER BY similarity(w.word, $2) DESC, w.word LIMIT 60
$$;

-- Ideas of a community whose titles look like one.
CREATE FUNCTION titles_like(community uuid, typed text) RETURNS SETOF uuid
  LANGUAGE sql STABLE STRICT ROWS 20 SET pg_trgm.similarity_threshold = 0.45 AS $$
  SELECT id FROM ideas WHERE community_id = $1 AND status <> 'DRAFT' AND plain_text(title) % $2
$$;

CREATE TABLE search_backlog (
  idea_id uuid NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);

-- One word, or a phrase of several, as written, by its stems, and as the beginning of a longer one when asked.
CREATE FUNCTION search_word(text, prefix boolean) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN phraseto_tsquery('simple', search_text($1)) || phraseto_tsquery('english', search_text($1)) ||
    phraseto_tsquery('french', search_text($1)) ||
    CASE WHEN prefix AND search_text($1) ~ '^[[:alnum:]]+$' THEN to_tsquery('simple', search_text($1) || ':*') ELSE ''::tsquery END;

-- Where each posted idea stands in the orders, and what feeds filter by. Follows ideas by the triggers below, support by
-- RanksService.place. from_xid: the transaction that wrote these values.
CREATE TABLE idea_ranks (
  idea_id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  status text NOT NULL,
  category_id uuid,
  author_id uuid,
  created_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  imported int NOT NULL,
  verified int NOT NULL DEFAULT 0 CHECK (verified >= 0),
  raw int NOT NULL DEFAULT 0 CHECK (raw >= 0),
  heat double precision NOT NULL DEFAULT -1e9,
  top int GENERATED ALWAYS AS (verified + imported) STORED,
  from_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  CHECK (status <> 'DRAFT')
) WITH (fillfactor = 70);
CREATE INDEX idea_ranks_top ON idea_ranks (community_id, top DESC, raw DESC, created_at DESC, idea_id DESC);
CREATE INDEX idea_ranks_trending ON idea_ranks (community_id, heat DESC, created_at DESC, idea_id DESC);
CREATE INDEX idea_ranks_newest ON idea_ranks (community_id, created_at DESC, idea_id DESC);
CREATE INDEX idea_ranks_closing ON idea_ranks (community_id, closes_at, created_at DESC, idea_id DESC);
CREATE INDEX idea_ranks_by_status ON idea_ranks (community_id, status, category_id);
CREATE INDEX idea_ranks_by_category ON idea_ranks (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX idea_ranks_by_author ON idea_ranks (author_id, created_at DESC, idea_id DESC) WHERE author_id IS NOT NULL;

-- What ranks were before, for an hour: a reader goes on paging in the order in which they began, whatever is voted
-- meanwhile. In force for whoever saw from_xid and not yet to_xid.
CREATE TABLE idea_past_ranks (
  idea_id uuid NOT NULL REFERENCES ideas (id),
  community_id uuid NOT NULL,
  status text NOT NULL,
  category_id uuid,
  author_id uuid,
  created_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  imported int NOT NULL,
  verified int NOT NULL,
  raw int NOT NULL,
  heat double precision NOT NULL,
  top int NOT NULL,
  from_xid xid8 NOT NULL,
  to_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  ended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (idea_id, from_xid)
);
CREATE INDEX idea_past_ranks_since ON idea_past_ranks (community_id, to_xid);
CREATE INDEX idea_past_ranks_by_age ON idea_past_ranks (ended_at);

-- Keeps a rank before it changes, once per transaction: what a transaction wrote itself nobody else has seen.
CREATE FUNCTION keep_past_rank() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.from_xid <> pg_current_xact_id() THEN
    INSERT INTO idea_past_ranks (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported, verified, raw, heat, top, from_xid)
    VALUES (OLD.idea_id, OLD.community_id, OLD.status, OLD.category_id, OLD.author_id, OLD.created_at, OLD.closes_at, OLD.imported,
      OLD.verified, OLD.raw, OLD.heat, OLD.top, OLD.from_xid);
    NEW.from_xid := pg_current_xact_id();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_ranks_keep_past BEFORE UPDATE ON idea_ranks
  FOR EACH ROW WHEN (
    (OLD.status, OLD.category_id, OLD.author_id, OLD.created_at, OLD.closes_at, OLD.imported, OLD.verified, OLD.raw, OLD.heat)
    IS DISTINCT FROM (NEW.status, NEW.category_id, NEW.author_id, NEW.created_at, NEW.closes_at, NEW.imported, NEW.verified, NEW.raw, NEW.heat))
  EXECUTE FUNCTION keep_past_rank();

-- When an idea closes, as an order needs it: at the end of time, unless its clock runs.
CREATE FUNCTION closing_of(status text, deadline timestamptz) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN status = 'OPEN' AND deadline IS NOT NULL THEN deadline ELSE timestamptz '9999-12-31 00:00:00+00' END;

CREATE FUNCTION rank_new_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO idea_ranks (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported)
  SELECT id, community_id, status, category_id, author_id, created_at, closing_of(status, deadline), imported_support
  FROM new_ideas WHERE status <> 'DRAFT';
  INSERT INTO search_backlog (idea_id) SELECT id FROM new_ideas WHERE status <> 'DRAFT';
  RETURN NULL;
END $$;
CREATE TRIGGER ideas_rank_new AFTER INSERT ON ideas
  REFERENCING NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION rank_new_ideas();

CREATE FUNCTION rank_changed_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO idea_ranks AS r (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported)
  SELECT n.id, n.community_id, n.status, n.category_id, n.author_id, n.created_at, closing_of(n.status, n.deadline), n.imported_support
  FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT'
    AND (n.status, n.category_id, n.author_id, n.created_at, n.deadline, n.imported_support)
      IS DISTINCT FROM (o.status, o.category_id, o.author_id, o.created_at, o.deadline, o.imported_support)
  ORDER BY n.id
  ON CONFLICT (idea_id) DO UPDATE SET status = excluded.status, category_id = excluded.category_id, author_id = excluded.author_id,
    created_at = excluded.created_at, closes_at = excluded.closes_at, imported = excluded.imported;
  INSERT INTO search_backlog (idea_id)
  SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT' AND (o.status = 'DRAFT' OR (n.title, n.body) <> (o.title, o.body));
  RETURN NULL;
END $$;
CREATE TRIGGER ideas_rank_changed AFTER UPDATE ON ideas
  REFERENCING OLD TABLE AS old_ideas NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION rank_changed_ideas();
`;
