import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ErasedIdeasWaitForNothing1763769600020 implements MigrationInterface {
  name = 'ErasedIdeasWaitForNothing1763769600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- There is nothing left to answer in an idea whose author erased it. See ErasedIdeas0018 for its votes.
CREATE OR REPLACE FUNCTION settle_waits(changed uuid[]) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  UPDATE idea_ranks r SET waiting_since = w.since, completed_at = w.completed FROM (
    SELECT id, CASE WHEN NOT can_wait THEN NULL WHEN answered IS NULL THEN created_at WHEN completed > answered THEN completed END AS since,
      CASE WHEN completed > coalesce(answered, '-infinity') THEN completed ELSE timestamptz '9999-12-31 00:00:00+00' END AS completed
    FROM (
      SELECT i.id, i.created_at, i.status IN ('OPEN', 'UNDER_REVIEW') AND i.erased_at IS NULL AS can_wait,
        CASE WHEN i.status IN ('OPEN', 'UNDER_REVIEW') THEN (SELECT max(a.created_at) FROM official_responses a WHERE a.idea_id = i.id) END AS answered,
        CASE WHEN i.status = 'UNDER_REVIEW' AND i.erased_at IS NULL THEN (
          SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id AND m.mover = 'SYSTEM' AND m.to_status = 'UNDER_REVIEW') END AS completed
      FROM ideas i WHERE i.id = ANY (changed) AND i.status <> 'DRAFT'
    ) facts
  ) w
  WHERE r.idea_id = ANY (changed) AND r.idea_id = w.id AND (r.waiting_since, r.completed_at) IS DISTINCT FROM (w.since, w.completed);
END $$;

CREATE OR REPLACE FUNCTION settle_changed_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  waits uuid[] := ARRAY(
    SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
    WHERE n.status <> 'DRAFT' AND (n.status, n.created_at, n.erased_at) IS DISTINCT FROM (o.status, o.created_at, o.erased_at)
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

-- Few: what counts of lists leave out.
CREATE INDEX ideas_erased ON ideas (community_id, status) WHERE erased_at IS NOT NULL;

SELECT settle_waits(ARRAY(SELECT id FROM ideas WHERE erased_at IS NOT NULL AND status IN ('OPEN', 'UNDER_REVIEW')));
`;
