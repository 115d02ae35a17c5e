import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Withheld1763769600030 implements MigrationInterface {
  name = 'Withheld1763769600030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What is withheld (see Moderation0027) leaves the places that are kept beside ideas: its clock stands still, it waits for no
-- answer, and it is on no roadmap.
CREATE OR REPLACE FUNCTION rank_changed_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO idea_ranks AS r (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported)
  SELECT n.id, n.community_id, n.status, n.category_id, n.author_id, n.created_at,
    closing_of(n.status, CASE WHEN n.withheld IS NULL THEN n.deadline END), imported_total(n.id)
  FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT'
    AND (n.status, n.category_id, n.author_id, n.created_at, n.deadline, n.imported_support, n.withheld)
      IS DISTINCT FROM (o.status, o.category_id, o.author_id, o.created_at, o.deadline, o.imported_support, o.withheld)
  ORDER BY n.id
  ON CONFLICT (idea_id) DO UPDATE SET status = excluded.status, category_id = excluded.category_id, author_id = excluded.author_id,
    created_at = excluded.created_at, closes_at = excluded.closes_at, imported = excluded.imported;
  UPDATE idea_ranks SET imported = imported_total(idea_id) WHERE idea_id IN (
    SELECT root FROM new_ideas n JOIN old_ideas o USING (id), unnest(ARRAY[n.merged_into_id, o.merged_into_id]) AS root
    WHERE (n.merged_into_id, n.imported_support) IS DISTINCT FROM (o.merged_into_id, o.imported_support) AND root IS NOT NULL);
  INSERT INTO search_backlog (idea_id)
  SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT' AND (o.status = 'DRAFT' OR (n.title, n.body) <> (o.title, o.body));
  INSERT INTO duplicate_backlog (idea_id)
  SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT' AND (o.status = 'DRAFT' OR (n.title, n.body) <> (o.title, o.body));
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION settle_waits(changed uuid[]) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  UPDATE idea_ranks r SET waiting_since = w.since, completed_at = w.completed FROM (
    SELECT id, CASE WHEN NOT can_wait THEN NULL WHEN answered IS NULL THEN created_at WHEN completed > answered THEN completed END AS since,
      CASE WHEN completed > coalesce(answered, '-infinity') THEN completed ELSE timestamptz '9999-12-31 00:00:00+00' END AS completed
    FROM (
      SELECT i.id, i.created_at, i.status IN ('OPEN', 'UNDER_REVIEW') AND i.erased_at IS NULL AND i.withheld IS NULL AS can_wait,
        CASE WHEN i.status IN ('OPEN', 'UNDER_REVIEW') THEN (SELECT max(a.created_at) FROM official_responses a WHERE a.idea_id = i.id) END AS answered,
        CASE WHEN i.status = 'UNDER_REVIEW' AND i.erased_at IS NULL THEN (
          SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id AND m.mover = 'SYSTEM' AND m.to_status = 'UNDER_REVIEW') END AS completed
      FROM ideas i WHERE i.id = ANY (changed) AND i.status <> 'DRAFT'
    ) facts
  ) w
  WHERE r.idea_id = ANY (changed) AND r.idea_id = w.id AND (r.waiting_since, r.completed_at) IS DISTINCT FROM (w.since, w.completed);
END $$;

CREATE OR REPLACE FUNCTION settle_roadmap(changed uuid[]) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  DELETE FROM roadmap_places p USING ideas i
  WHERE p.idea_id = ANY (changed) AND i.id = ANY (changed) AND i.id = p.idea_id
    AND (i.status NOT IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED') OR i.withheld IS NOT NULL);
  INSERT INTO roadmap_places (idea_id, community_id, stage, place)
  SELECT i.id, i.community_id, roadmap_stage(i.status), roadmap_place(i.status, i.estimate_from, i.estimate_precision,
    coalesce((SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id AND m.to_status = 'DELIVERED'), i.created_at))
  FROM ideas i WHERE i.id = ANY (changed) AND i.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED') AND i.withheld IS NULL ORDER BY i.id
  ON CONFLICT (idea_id) DO UPDATE SET stage = excluded.stage, place = excluded.place;
END $$;

CREATE OR REPLACE FUNCTION settle_changed_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  waits uuid[] := ARRAY(
    SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
    WHERE n.status <> 'DRAFT' AND (n.status, n.created_at, n.erased_at, n.withheld) IS DISTINCT FROM (o.status, o.created_at, o.erased_at, o.withheld)
      AND (n.status IN ('OPEN', 'UNDER_REVIEW') OR o.status IN ('OPEN', 'UNDER_REVIEW')));
  placed uuid[] := ARRAY(
    SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
    WHERE (n.status, n.created_at, n.estimate_from, n.estimate_precision, n.withheld)
        IS DISTINCT FROM (o.status, o.created_at, o.estimate_from, o.estimate_precision, o.withheld)
      AND (n.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED') OR o.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED')));
BEGIN
  IF cardinality(waits) > 0 THEN PERFORM settle_waits(waits); END IF;
  IF cardinality(placed) > 0 THEN PERFORM settle_roadmap(placed); END IF;
  RETURN NULL;
END $$;

-- Few: what counts of lists leave out.
CREATE INDEX ideas_withheld ON ideas (community_id, status) WHERE withheld IS NOT NULL;
CREATE INDEX ideas_withheld_by_author ON ideas (author_id, status) WHERE withheld IS NOT NULL;

-- How many comments of an idea are shown.
CREATE OR REPLACE FUNCTION count_added_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO comment_tallies AS t (idea_id, visible)
  SELECT idea_id, count(*) FROM added WHERE deleted_at IS NULL AND withheld IS NULL GROUP BY idea_id ORDER BY idea_id
  ON CONFLICT (idea_id) DO UPDATE SET visible = t.visible + excluded.visible;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION count_changed_comments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN
    SELECT idea_id, sum(step)::int AS step FROM (
      SELECT idea_id, 1 AS step FROM after_change WHERE deleted_at IS NULL AND withheld IS NULL
      UNION ALL SELECT idea_id, -1 FROM before_change WHERE deleted_at IS NULL AND withheld IS NULL
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

CREATE OR REPLACE FUNCTION count_removed_comments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN SELECT idea_id, count(*)::int AS gone FROM removed WHERE deleted_at IS NULL AND withheld IS NULL GROUP BY idea_id ORDER BY idea_id LOOP
    UPDATE comment_tallies SET visible = visible - change.gone WHERE idea_id = change.idea_id;
  END LOOP;
  RETURN NULL;
END $$;

-- How many responses a work has that are shown, and how many works that are shown build on it: counted by a step.
CREATE FUNCTION count_shown_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE step int :=
  CASE WHEN TG_OP <> 'DELETE' AND NEW.deleted_at IS NULL AND NEW.withheld IS NULL THEN 1 ELSE 0 END
  - CASE WHEN TG_OP <> 'INSERT' AND OLD.deleted_at IS NULL AND OLD.withheld IS NULL THEN 1 ELSE 0 END;
BEGIN
  IF step <> 0 THEN UPDATE creations SET response_count = response_count + step WHERE id = coalesce(NEW.creation_id, OLD.creation_id); END IF;
  RETURN NULL;
END $$;
DROP TRIGGER creation_responses_counted_when_added ON creation_responses;
DROP TRIGGER creation_responses_counted_when_erased ON creation_responses;
DROP TRIGGER creation_responses_counted_when_gone ON creation_responses;
DROP FUNCTION count_creation_response();
CREATE TRIGGER creation_responses_counted AFTER INSERT OR DELETE OR UPDATE OF deleted_at, withheld ON creation_responses
  FOR EACH ROW EXECUTE FUNCTION count_shown_response();

CREATE FUNCTION count_shown_remix() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE step int :=
  CASE WHEN NEW.withdrawn_at IS NULL AND NEW.withheld IS NULL THEN 1 ELSE 0 END
  - CASE WHEN TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND OLD.withheld IS NULL THEN 1 ELSE 0 END;
BEGIN
  IF step <> 0 THEN UPDATE creations SET remix_count = remix_count + step WHERE id = NEW.parent_id; END IF;
  RETURN NULL;
END $$;
DROP TRIGGER remixes_counted_when_shown ON creations;
DROP TRIGGER remixes_counted_when_withdrawn ON creations;
DROP FUNCTION count_remix();
CREATE TRIGGER remixes_counted_when_shown AFTER INSERT ON creations
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION count_shown_remix();
CREATE TRIGGER remixes_counted_when_changed AFTER UPDATE OF withdrawn_at, withheld ON creations
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION count_shown_remix();
`;
