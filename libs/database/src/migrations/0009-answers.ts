import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Answers1763769600009 implements MigrationInterface {
  name = 'Answers1763769600009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- When a thing is expected: a month, quarter or year, named by its first day.
CREATE FUNCTION is_estimate(first_day date, estimate_precision text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (first_day IS NULL) = (estimate_precision IS NULL) AND (first_day IS NULL OR (
    estimate_precision IN ('MONTH', 'QUARTER', 'YEAR')
    AND first_day = date_trunc(lower(estimate_precision), first_day::timestamp)::date
    AND first_day BETWEEN date '2000-01-01' AND date '2199-12-31'));

CREATE FUNCTION estimate_end(first_day date, estimate_precision text) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN (first_day + CASE estimate_precision
    WHEN 'MONTH' THEN interval '1 month' WHEN 'QUARTER' THEN interval '3 months' ELSE interval '1 year' END - interval '1 day')::date;

ALTER TABLE ideas
  ADD COLUMN estimate_from date,
  ADD COLUMN estimate_precision text,
  ADD CONSTRAINT ideas_estimate_is_period CHECK (is_estimate(estimate_from, estimate_precision)),
  -- A duplicate and a tombstone keep theirs for the day they are restored.
  ADD CONSTRAINT ideas_estimate_while_planned CHECK (estimate_from IS NULL OR status IN ('PLANNED', 'IN_PROGRESS', 'MERGED', 'REMOVED'));

-- What was expected when the brand said so.
ALTER TABLE official_responses
  ADD COLUMN estimate_from date,
  ADD COLUMN estimate_precision text,
  ADD CONSTRAINT official_responses_estimate_is_period CHECK (is_estimate(estimate_from, estimate_precision)),
  ADD CONSTRAINT official_responses_says_something CHECK (body ~ '\S');

-- The changelog: moves that were answered, the latest first.
CREATE INDEX idea_moves_answered ON idea_moves (community_id, moved_at DESC, id DESC) WHERE response_id IS NOT NULL;

-- Since when an idea has waited for the brand. Open or under review, it waits from its posting until the first official
-- response; and again from the moment the last rung of the ladder moved it to review until the response after that.
-- completed_at: when it completed the ladder, while that waits for a response; the end of time otherwise.
ALTER TABLE idea_ranks
  ADD COLUMN waiting_since timestamptz,
  ADD COLUMN completed_at timestamptz NOT NULL DEFAULT '9999-12-31 00:00:00+00';
ALTER TABLE idea_past_ranks
  ADD COLUMN waiting_since timestamptz,
  ADD COLUMN completed_at timestamptz NOT NULL DEFAULT '9999-12-31 00:00:00+00';
-- The three orders of what needs an answer.
CREATE INDEX idea_ranks_waiting_top ON idea_ranks (community_id, top DESC, raw DESC, created_at DESC, idea_id DESC) WHERE waiting_since IS NOT NULL;
CREATE INDEX idea_ranks_waiting_longest ON idea_ranks (community_id, waiting_since, idea_id) WHERE waiting_since IS NOT NULL;
CREATE INDEX idea_ranks_waiting_completed ON idea_ranks (community_id, completed_at, waiting_since, idea_id) WHERE waiting_since IS NOT NULL;

CREATE OR REPLACE FUNCTION keep_past_rank() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.from_xid <> pg_current_xact_id() THEN
    INSERT INTO idea_past_ranks (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported, verified, raw, heat, top,
      waiting_since, completed_at, from_xid)
    VALUES (OLD.idea_id, OLD.community_id, OLD.status, OLD.category_id, OLD.author_id, OLD.created_at, OLD.closes_at, OLD.imported,
      OLD.verified, OLD.raw, OLD.heat, OLD.top, OLD.waiting_since, OLD.completed_at, OLD.from_xid);
    NEW.from_xid := pg_current_xact_id();
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER idea_ranks_keep_past ON idea_ranks;
CREATE TRIGGER idea_ranks_keep_past BEFORE UPDATE ON idea_ranks
  FOR EACH ROW WHEN (
    (OLD.status, OLD.category_id, OLD.author_id, OLD.created_at, OLD.closes_at, OLD.imported, OLD.verified, OLD.raw, OLD.heat, OLD.waiting_since, OLD.completed_at)
    IS DISTINCT FROM (NEW.status, NEW.category_id, NEW.author_id, NEW.created_at, NEW.closes_at, NEW.imported, NEW.verified, NEW.raw, NEW.heat, NEW.waiting_since, NEW.completed_at))
  EXECUTE FUNCTION keep_past_rank();

-- Nobody answered what has only just been posted. Cheap, since imports wait for it.
CREATE FUNCTION rank_begins_to_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.waiting_since := NEW.created_at;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_ranks_wait BEFORE INSERT ON idea_ranks
  FOR EACH ROW WHEN (NEW.status IN ('OPEN', 'UNDER_REVIEW')) EXECUTE FUNCTION rank_begins_to_wait();

-- Where ideas stand on the roadmap: by stage, then what is expected first and what has no date after it, and what was
-- delivered by the day, the latest first.
CREATE TABLE roadmap_places (
  idea_id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  stage smallint NOT NULL CHECK (stage BETWEEN 1 AND 3),
  place double precision NOT NULL,
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id)
);
CREATE INDEX roadmap_places_in_order ON roadmap_places (community_id, stage, place, idea_id);

CREATE FUNCTION roadmap_stage(idea_status text) RETURNS smallint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN CASE idea_status WHEN 'PLANNED' THEN 1 WHEN 'IN_PROGRESS' THEN 2 WHEN 'DELIVERED' THEN 3 END::smallint;

CREATE FUNCTION roadmap_place(idea_status text, first_day date, estimate_precision text, delivered timestamptz) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN idea_status = 'DELIVERED' THEN -extract(epoch FROM delivered)
    ELSE coalesce(estimate_end(first_day, estimate_precision) - date '2000-01-01', 1e9) END;

-- Planned anew each time: a plan made while the tables were small would read them whole once they are large.
CREATE FUNCTION settle_roadmap(changed uuid[]) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  DELETE FROM roadmap_places p USING ideas i
  WHERE p.idea_id = ANY (changed) AND i.id = ANY (changed) AND i.id = p.idea_id AND i.status NOT IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED');
  INSERT INTO roadmap_places (idea_id, community_id, stage, place)
  SELECT i.id, i.community_id, roadmap_stage(i.status), roadmap_place(i.status, i.estimate_from, i.estimate_precision,
    coalesce((SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id AND m.to_status = 'DELIVERED'), i.created_at))
  FROM ideas i WHERE i.id = ANY (changed) AND i.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED') ORDER BY i.id
  ON CONFLICT (idea_id) DO UPDATE SET stage = excluded.stage, place = excluded.place;
END $$;

CREATE FUNCTION settle_waits(changed uuid[]) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  UPDATE idea_ranks r SET waiting_since = w.since, completed_at = w.completed FROM (
    SELECT id, CASE WHEN status NOT IN ('OPEN', 'UNDER_REVIEW') THEN NULL WHEN answered IS NULL THEN created_at WHEN completed > answered THEN completed END AS since,
      CASE WHEN completed > coalesce(answered, '-infinity') THEN completed ELSE timestamptz '9999-12-31 00:00:00+00' END AS completed
    FROM (
      SELECT i.id, i.status, i.created_at,
        CASE WHEN i.status IN ('OPEN', 'UNDER_REVIEW') THEN (SELECT max(a.created_at) FROM official_responses a WHERE a.idea_id = i.id) END AS answered,
        CASE WHEN i.status = 'UNDER_REVIEW' THEN (
          SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id AND m.mover = 'SYSTEM' AND m.to_status = 'UNDER_REVIEW') END AS completed
      FROM ideas i WHERE i.id = ANY (changed) AND i.status <> 'DRAFT'
    ) facts
  ) w
  WHERE r.idea_id = ANY (changed) AND r.idea_id = w.id AND (r.waiting_since, r.completed_at) IS DISTINCT FROM (w.since, w.completed);
END $$;

-- Triggers on one table fire in the order of their names: these after ideas_rank_new and ideas_rank_changed.
CREATE FUNCTION settle_new_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO roadmap_places (idea_id, community_id, stage, place)
  SELECT id, community_id, roadmap_stage(status), roadmap_place(status, estimate_from, estimate_precision, created_at)
  FROM new_ideas WHERE status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED');
  RETURN NULL;
END $$;
CREATE TRIGGER ideas_settle_new AFTER INSERT ON ideas
  REFERENCING NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION settle_new_ideas();

CREATE FUNCTION settle_changed_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  waits uuid[] := ARRAY(
    SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
    WHERE n.status <> 'DRAFT' AND (n.status, n.created_at) IS DISTINCT FROM (o.status, o.created_at)
      AND (n.status IN ('OPEN', 'UNDER_REVIEW') OR o.status IN ('OPEN', 'UNDER_REVIEW')));
  placed uuid[] := ARRAY(
    SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
    WHERE (n.status, n.created_at, n.estimate_from, n.estimate_precision) IS DISTINCT FROM (o.status, o.created_at, o.estimate_from, o.estimate_precision)
      AND (n.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED') OR o.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED')));
BEGIN
  IF cardinality(waits) > 0 THEN PERFORM settle_waits(waits); END IF;
  IF cardinality(placed) > 0 THEN PERFORM settle_roadmap(placed); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ideas_settle_changed AFTER UPDATE ON ideas
  REFERENCING OLD TABLE AS old_ideas NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION settle_changed_ideas();

CREATE FUNCTION settle_answered_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE answered uuid[] := ARRAY(SELECT DISTINCT r.idea_id FROM added a JOIN idea_ranks r ON r.idea_id = a.idea_id WHERE r.waiting_since IS NOT NULL);
BEGIN
  IF cardinality(answered) > 0 THEN PERFORM settle_waits(answered); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER official_responses_settle AFTER INSERT ON official_responses
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION settle_answered_ideas();

CREATE FUNCTION settle_moved_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  completed uuid[] := ARRAY(SELECT DISTINCT idea_id FROM added WHERE to_status = 'UNDER_REVIEW' AND mover = 'SYSTEM');
  delivered uuid[] := ARRAY(SELECT DISTINCT idea_id FROM added WHERE to_status = 'DELIVERED');
BEGIN
  IF cardinality(completed) > 0 THEN PERFORM settle_waits(completed); END IF;
  IF cardinality(delivered) > 0 THEN PERFORM settle_roadmap(delivered); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER idea_moves_settle AFTER INSERT ON idea_moves
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION settle_moved_ideas();

-- What is there already.
SELECT settle_waits(ARRAY(SELECT id FROM ideas WHERE status IN ('OPEN', 'UNDER_REVIEW')));
SELECT settle_roadmap(ARRAY(SELECT id FROM ideas WHERE status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED')));

-- Whom and what a delivered idea came from. A credit is never changed or deleted: withdrawn, it stays and says so.
CREATE TABLE credits (
  id uuid PRIMARY KEY,
  idea_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- The idea it came from, and the person: its author, or somebody named for themselves.
  source_id uuid,
  member_id uuid,
  note text CHECK (note ~ '\S' AND length(note) <= 500),
  given_by uuid,
  given_at timestamptz(3) NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz(3),
  withdrawn_reason text CHECK (withdrawn_reason ~ '\S' AND length(withdrawn_reason) <= 1000),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (source_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (given_by, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (withdrawn_by, community_id) REFERENCES members (id, community_id),
  CONSTRAINT credits_name_something CHECK (source_id IS NOT NULL OR member_id IS NOT NULL),
  CONSTRAINT credits_withdrawn_with_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL) AND (withdrawn_at IS NOT NULL OR withdrawn_by IS NULL)),
  CONSTRAINT credits_withdrawn_after_given CHECK (withdrawn_at >= given_at)
);
CREATE UNIQUE INDEX credits_once ON credits (idea_id, source_id, member_id) NULLS NOT DISTINCT WHERE withdrawn_at IS NULL;
CREATE INDEX credits_by_idea ON credits (idea_id, given_at, id);
CREATE INDEX credits_by_member ON credits (member_id, given_at DESC, id DESC) WHERE member_id IS NOT NULL;

-- The idea's row is held, so that it does not leave DELIVERED meanwhile.
CREATE FUNCTION credit_needs_delivered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM ideas WHERE id = NEW.idea_id AND status = 'DELIVERED' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Only a delivered idea gives credit' USING ERRCODE = 'check_violation', CONSTRAINT = 'credits_of_delivered';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credits_of_delivered BEFORE INSERT ON credits FOR EACH ROW EXECUTE FUNCTION credit_needs_delivered();

CREATE FUNCTION keep_credit_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL
    AND (NEW.id, NEW.idea_id, NEW.community_id, NEW.source_id, NEW.member_id, NEW.note, NEW.given_by, NEW.given_at)
      IS NOT DISTINCT FROM (OLD.id, OLD.idea_id, OLD.community_id, OLD.source_id, OLD.member_id, OLD.note, OLD.given_by, OLD.given_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Credits are withdrawn, never changed or deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'credits_stay';
END $$;
CREATE TRIGGER credits_stay BEFORE UPDATE OR DELETE ON credits FOR EACH ROW EXECUTE FUNCTION keep_credit_trail();

-- What staff tell each other about an idea. account_id: who may change it; gone with the account.
CREATE TABLE idea_notes (
  id uuid PRIMARY KEY,
  idea_id uuid NOT NULL,
  community_id uuid NOT NULL,
  author_id uuid,
  account_id uuid REFERENCES accounts (id),
  body text NOT NULL CHECK (body ~ '\S' AND length(body) <= 10000),
  created_at timestamptz(3) NOT NULL,
  edited_at timestamptz(3) CHECK (edited_at >= created_at),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (author_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX idea_notes_by_idea ON idea_notes (idea_id, created_at DESC, id DESC);

-- A person's own names for what they look for on the desk.
CREATE TABLE saved_filters (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  community_id uuid NOT NULL REFERENCES communities (id),
  name text NOT NULL CHECK (name ~ '\S' AND length(name) <= 60),
  filter jsonb NOT NULL CHECK (jsonb_typeof(filter) = 'object' AND length(filter::text) <= 10000),
  view text CHECK (length(view) <= 500),
  created_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX saved_filters_name_key ON saved_filters (account_id, community_id, lower(name));
`;
