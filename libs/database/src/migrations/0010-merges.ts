import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Merges1763769600010 implements MigrationInterface {
  name = 'Merges1763769600010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Every merge there was: which idea staff declared a duplicate of which. While its target is a duplicate itself, the idea
-- points at the root (ideas.merged_into_id); the target named here is where it goes back to when that one is restored.
CREATE TABLE merges (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  duplicate_id uuid NOT NULL,
  target_id uuid NOT NULL,
  note text CHECK (length(note) BETWEEN 1 AND 500),
  merged_at timestamptz NOT NULL,
  merged_by uuid,
  -- Since when the duplicate points where it points: from then on its votes count there.
  pointed_at timestamptz NOT NULL,
  undone_at timestamptz,
  undone_by uuid,
  undone_reason text CHECK (length(undone_reason) BETWEEN 1 AND 500),
  contested_at timestamptz(3), -- as precise as a cursor
  contest_reason text CHECK (length(contest_reason) BETWEEN 1 AND 2000),
  decided_at timestamptz,
  decided_by uuid,
  upheld boolean,
  decision text CHECK (length(decision) BETWEEN 1 AND 2000),
  FOREIGN KEY (duplicate_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (target_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (merged_by, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (undone_by, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (decided_by, community_id) REFERENCES members (id, community_id),
  CONSTRAINT merges_of_two_ideas CHECK (duplicate_id <> target_id),
  CONSTRAINT merges_contest_whole CHECK ((contested_at IS NULL) = (contest_reason IS NULL)),
  CONSTRAINT merges_decision_whole CHECK (num_nulls(decided_at, upheld, decision) IN (0, 3) AND (decided_at IS NULL OR contested_at IS NOT NULL)),
  CONSTRAINT merges_undone_whole CHECK (undone_at IS NOT NULL OR (undone_by IS NULL AND undone_reason IS NULL))
);
CREATE UNIQUE INDEX merges_in_force ON merges (duplicate_id) WHERE undone_at IS NULL;
CREATE INDEX merges_by_target ON merges (target_id) WHERE undone_at IS NULL;
CREATE INDEX merges_by_duplicate ON merges (duplicate_id, merged_at DESC);
CREATE INDEX merges_contested ON merges (community_id, contested_at, id)
  WHERE contested_at IS NOT NULL AND decided_at IS NULL AND undone_at IS NULL;

CREATE INDEX vote_quarantines_by_member ON vote_quarantines (member_id);

-- A restored idea goes back to a decline that has its reason already.
ALTER TABLE idea_moves DROP CONSTRAINT idea_moves_declined_has_reason;
ALTER TABLE idea_moves ADD CONSTRAINT idea_moves_declined_has_reason
  CHECK (to_status <> 'DECLINED' OR response_id IS NOT NULL OR reason IS NOT NULL OR from_status IN ('MERGED', 'REMOVED'));

-- The gate of an idea: voters share it, whoever moves the idea closes it. A family (an idea and its duplicates) has one gate
-- for voters, its root's, so a voter holds one gate only.
CREATE FUNCTION idea_gate(idea uuid) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN hashtextextended('idea ' || idea::text, 0);

-- Enters an idea's gate, or its root's. Whoever waited while the idea was merged or restored gives the wrong gate back (the
-- block's rollback does) and asks at the right one, holding nothing meanwhile: so nobody here can be part of a deadlock.
CREATE FUNCTION enter_gate(idea uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  root uuid;
  still uuid;
BEGIN
  LOOP
    BEGIN
      SELECT coalesce(merged_into_id, id) INTO root FROM ideas WHERE id = idea;
      IF root IS NULL THEN RETURN; END IF;
      PERFORM pg_advisory_xact_lock_shared(idea_gate(root));
      SELECT coalesce(merged_into_id, id) INTO still FROM ideas WHERE id = idea;
      IF still = root THEN RETURN; END IF;
      RAISE EXCEPTION 'Another gate by now' USING ERRCODE = 'FF001';
    EXCEPTION WHEN SQLSTATE 'FF001' THEN NULL;
    END;
  END LOOP;
END $$;

-- Closes the gates of these ideas and of their roots, in the order of their ids, and leaves none behind that is not needed.
CREATE FUNCTION close_gates(ideas_to_move uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  gates uuid[];
BEGIN
  LOOP
    BEGIN
      gates := gates_of(ideas_to_move);
      PERFORM pg_advisory_xact_lock(idea_gate(gate)) FROM unnest(gates) WITH ORDINALITY AS g (gate, place);
      IF gates = gates_of(ideas_to_move) THEN RETURN; END IF;
      RAISE EXCEPTION 'Other gates by now' USING ERRCODE = 'FF001';
    EXCEPTION WHEN SQLSTATE 'FF001' THEN NULL;
    END;
  END LOOP;
END $$;

CREATE FUNCTION gates_of(ideas_to_move uuid[]) RETURNS uuid[] LANGUAGE plpgsql AS $$
BEGIN
  RETURN ARRAY(
    SELECT id FROM ideas WHERE id = ANY (ideas_to_move)
    UNION SELECT merged_into_id FROM ideas WHERE id = ANY (ideas_to_move) AND merged_into_id IS NOT NULL ORDER BY 1);
END $$;

-- How many different people stand behind an idea and its duplicates, in sixteen parts like the votes of one idea. Rows exist
-- for every idea that has duplicates, and for no other. Written by triggers only. The parts of single ideas go on counting
-- their own votes, so that an undone merge leaves no trace.
CREATE TABLE vote_unions (
  root_id uuid NOT NULL REFERENCES ideas (id),
  shard smallint NOT NULL CHECK (shard BETWEEN 0 AND 15),
  raw int NOT NULL DEFAULT 0 CHECK (raw >= 0),
  verified int NOT NULL DEFAULT 0 CHECK (verified >= 0),
  quarantined int NOT NULL DEFAULT 0 CHECK (quarantined >= 0),
  heat double precision,
  PRIMARY KEY (root_id, shard),
  CHECK (verified + quarantined <= raw),
  CHECK ((heat IS NULL) = (verified = 0))
) WITH (fillfactor = 50);

-- What one person's votes for several ideas of a family count as together: a suspicion on one side is a suspicion, else the best.
CREATE FUNCTION united_standing(any_quarantined boolean, any_verified boolean) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN CASE WHEN any_quarantined THEN 'QUARANTINED' WHEN any_verified THEN 'VERIFIED' ELSE 'UNVERIFIED' END;

-- One vote per person for an idea together with its duplicates, as old as their first.
CREATE FUNCTION united_votes(root uuid) RETURNS TABLE (member_id uuid, standing text, cast_at timestamptz)
  LANGUAGE sql STABLE STRICT AS $$
  SELECT v.member_id, united_standing(bool_or(v.standing = 'QUARANTINED'), bool_or(v.standing = 'VERIFIED')), min(v.cast_at)
  FROM ideas f JOIN votes v ON v.idea_id = f.id WHERE f.id = root OR f.merged_into_id = root GROUP BY 1
$$;

-- The counts of any idea as everybody reads them: of the people behind it and its duplicates where it has some, else of its own votes.
CREATE VIEW idea_support AS
  SELECT idea_id, sum(raw)::int AS raw, sum(verified)::int AS verified, sum(quarantined)::int AS quarantined,
    heat_sum(heat ORDER BY shard) AS heat, false AS united
  FROM vote_tallies t WHERE NOT EXISTS (SELECT FROM vote_unions u WHERE u.root_id = t.idea_id) GROUP BY idea_id
  UNION ALL
  SELECT root_id, sum(raw)::int, sum(verified)::int, sum(quarantined)::int, heat_sum(heat ORDER BY shard), true
  FROM vote_unions GROUP BY root_id;

CREATE TYPE vote_change AS (idea_id uuid, member_id uuid, standing text, cast_at timestamptz);

-- Counts changed votes at the root of their ideas' family. The caller holds their parts of the tallies, and so does whoever
-- merges or restores an idea: families stay what they are meanwhile. Before: the rows as they are, with the change taken back.
CREATE FUNCTION tally_unions(was vote_change[], became vote_change[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM vote_unions u JOIN (
    SELECT DISTINCT coalesce(i.merged_into_id, i.id) AS root_id, vote_shard(c.member_id) AS shard
    FROM unnest(was || became) c JOIN ideas i ON i.id = c.idea_id
  ) c USING (root_id, shard) ORDER BY u.root_id, u.shard FOR UPDATE OF u;
  WITH touched AS (
    SELECT DISTINCT coalesce(i.merged_into_id, i.id) AS root_id, c.member_id FROM unnest(was || became) c JOIN ideas i ON i.id = c.idea_id
  ), present AS (
    SELECT t.root_id, t.member_id, v.idea_id, v.standing, v.cast_at
    FROM touched t JOIN ideas f ON f.id = t.root_id OR f.merged_into_id = t.root_id
    JOIN votes v ON v.idea_id = f.id AND v.member_id = t.member_id
  ), past AS (
    SELECT root_id, member_id, standing, cast_at FROM present p
    WHERE NOT EXISTS (SELECT FROM unnest(became) b WHERE b.idea_id = p.idea_id AND b.member_id = p.member_id)
    UNION ALL
    SELECT coalesce(i.merged_into_id, i.id), w.member_id, w.standing, w.cast_at FROM unnest(was) w JOIN ideas i ON i.id = w.idea_id
  ), a AS (
    SELECT root_id, member_id, min(cast_at) AS at, united_standing(bool_or(standing = 'QUARANTINED'), bool_or(standing = 'VERIFIED')) AS standing
    FROM present GROUP BY 1, 2
  ), b AS (
    SELECT root_id, member_id, min(cast_at) AS at, united_standing(bool_or(standing = 'QUARANTINED'), bool_or(standing = 'VERIFIED')) AS standing
    FROM past GROUP BY 1, 2
  ), d AS (
    SELECT root_id, vote_shard(member_id) AS shard, count(a.at) - count(b.at) AS raw,
      count(*) FILTER (WHERE a.standing = 'VERIFIED') - count(*) FILTER (WHERE b.standing = 'VERIFIED') AS verified,
      count(*) FILTER (WHERE a.standing = 'QUARANTINED') - count(*) FILTER (WHERE b.standing = 'QUARANTINED') AS quarantined,
      heat_sum(vote_heat(a.at)) FILTER (WHERE a.standing = 'VERIFIED' AND b.standing IS DISTINCT FROM 'VERIFIED') AS gained,
      coalesce(bool_or(b.standing = 'VERIFIED' AND (a.standing IS DISTINCT FROM 'VERIFIED' OR a.at <> b.at)), false) AS lost
    FROM a FULL JOIN b USING (root_id, member_id) GROUP BY 1, 2
  )
  UPDATE vote_unions u SET
    raw = u.raw + d.raw, verified = u.verified + d.verified, quarantined = u.quarantined + d.quarantined,
    heat = CASE WHEN u.verified + d.verified = 0 THEN NULL
      WHEN d.lost THEN (
        SELECT heat_sum(vote_heat(m.cast_at)) FROM united_votes(u.root_id) m WHERE vote_shard(m.member_id) = u.shard AND m.standing = 'VERIFIED')
      ELSE coalesce(heat_plus(u.heat, d.gained), u.heat, d.gained) END
  FROM d WHERE u.root_id = d.root_id AND u.shard = d.shard;
END $$;

-- As before, and then at the root of a family.
CREATE OR REPLACE FUNCTION tally_new_votes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO vote_tallies AS t (idea_id, shard, raw, verified, quarantined, heat)
  SELECT idea_id, vote_shard(member_id), count(*), count(*) FILTER (WHERE standing = 'VERIFIED'),
    count(*) FILTER (WHERE standing = 'QUARANTINED'), heat_sum(vote_heat(cast_at)) FILTER (WHERE standing = 'VERIFIED')
  FROM new_votes GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (idea_id, shard) DO UPDATE SET
    raw = t.raw + excluded.raw, verified = t.verified + excluded.verified, quarantined = t.quarantined + excluded.quarantined,
    heat = coalesce(heat_plus(t.heat, excluded.heat), t.heat, excluded.heat);
  -- A statement of its own, after the parts are held: it sees every merge that came before.
  IF EXISTS (
    SELECT FROM new_votes n JOIN ideas i ON i.id = n.idea_id
    JOIN vote_unions u ON u.root_id = coalesce(i.merged_into_id, i.id) AND u.shard = vote_shard(n.member_id)
  ) THEN
    PERFORM tally_unions('{}', ARRAY(SELECT ROW(idea_id, member_id, standing, cast_at)::vote_change FROM new_votes));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tally_changed_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was vote_change[];
  became vote_change[] := '{}';
  changes tally_change[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    was := ARRAY(SELECT ROW(idea_id, member_id, standing, cast_at)::vote_change FROM old_votes);
  ELSE
    was := ARRAY(SELECT ROW(c.*)::vote_change FROM (
      SELECT idea_id, member_id, standing, cast_at FROM old_votes EXCEPT SELECT idea_id, member_id, standing, cast_at FROM new_votes) c);
    became := ARRAY(SELECT ROW(c.*)::vote_change FROM (
      SELECT idea_id, member_id, standing, cast_at FROM new_votes EXCEPT SELECT idea_id, member_id, standing, cast_at FROM old_votes) c);
  END IF;
  changes := ARRAY(
    SELECT ROW(idea_id, vote_shard(member_id), sum(sign), coalesce(sum(sign) FILTER (WHERE standing = 'VERIFIED'), 0),
      coalesce(sum(sign) FILTER (WHERE standing = 'QUARANTINED'), 0),
      heat_sum(vote_heat(cast_at)) FILTER (WHERE sign > 0 AND standing = 'VERIFIED'),
      bool_or(sign < 0 AND standing = 'VERIFIED'))::tally_change
    FROM (SELECT -1 AS sign, * FROM unnest(was) UNION ALL SELECT 1, * FROM unnest(became)) changed GROUP BY idea_id, vote_shard(member_id));
  PERFORM FROM vote_tallies t JOIN unnest(changes) c USING (idea_id, shard) ORDER BY t.idea_id, t.shard FOR UPDATE OF t;
  UPDATE vote_tallies t SET
    raw = t.raw + c.raw, verified = t.verified + c.verified, quarantined = t.quarantined + c.quarantined,
    heat = CASE WHEN t.verified + c.verified = 0 THEN NULL
      WHEN c.lost THEN heat_of_shard(t.idea_id, t.shard)
      ELSE coalesce(heat_plus(t.heat, c.gained), t.heat, c.gained) END
  FROM unnest(changes) c WHERE t.idea_id = c.idea_id AND t.shard = c.shard;
  IF EXISTS (
    SELECT FROM unnest(changes) c JOIN ideas i ON i.id = c.idea_id
    JOIN vote_unions u ON u.root_id = coalesce(i.merged_into_id, i.id) AND u.shard = c.shard
  ) THEN
    PERFORM tally_unions(was, became);
  END IF;
  RETURN NULL;
END $$;

-- Makes and holds all parts of the tallies of whole families, in order: nothing of theirs is between its row and its count.
CREATE FUNCTION hold_tallies(families uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO vote_tallies (idea_id, shard)
  SELECT i.id, s FROM ideas i, generate_series(0, 15) s WHERE i.id = ANY (families) OR i.merged_into_id = ANY (families) ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  PERFORM FROM vote_tallies t JOIN ideas i ON i.id = t.idea_id
  WHERE i.id = ANY (families) OR i.merged_into_id = ANY (families) ORDER BY t.idea_id, t.shard FOR UPDATE OF t;
  PERFORM FROM vote_unions WHERE root_id = ANY (families) ORDER BY root_id, shard FOR UPDATE;
END $$;

-- Counts a family anew from its vote rows, for whoever holds its tallies; an idea without duplicates has no union.
CREATE FUNCTION recount_union(root uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ideas WHERE merged_into_id = root) THEN
    DELETE FROM vote_unions WHERE root_id = root;
    RETURN;
  END IF;
  INSERT INTO vote_unions (root_id, shard, raw, verified, quarantined, heat)
  SELECT root, s, count(m.member_id), count(*) FILTER (WHERE m.standing = 'VERIFIED'), count(*) FILTER (WHERE m.standing = 'QUARANTINED'),
    heat_sum(vote_heat(m.cast_at)) FILTER (WHERE m.standing = 'VERIFIED')
  FROM generate_series(0, 15) s LEFT JOIN united_votes(root) m ON vote_shard(m.member_id) = s GROUP BY 2 ORDER BY 2
  ON CONFLICT (root_id, shard) DO UPDATE SET
    raw = excluded.raw, verified = excluded.verified, quarantined = excluded.quarantined, heat = excluded.heat;
END $$;

-- Follows ideas that become duplicates or cease to be, whoever writes them, and refuses chains.
CREATE FUNCTION unite_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  roots uuid[];
  moved uuid[] := '{}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    roots := ARRAY(SELECT DISTINCT merged_into_id FROM new_ideas WHERE merged_into_id IS NOT NULL ORDER BY 1);
  ELSE
    roots := ARRAY(
      SELECT DISTINCT root FROM new_ideas n JOIN old_ideas o USING (id), unnest(ARRAY[n.merged_into_id, o.merged_into_id]) AS root
      WHERE n.merged_into_id IS DISTINCT FROM o.merged_into_id AND root IS NOT NULL ORDER BY 1);
    moved := ARRAY(SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id) WHERE n.merged_into_id IS DISTINCT FROM o.merged_into_id);
  END IF;
  IF cardinality(roots) = 0 THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM ideas t WHERE t.id = ANY (roots) AND t.merged_into_id IS NOT NULL AND EXISTS (SELECT FROM ideas d WHERE d.merged_into_id = t.id))
    OR EXISTS (SELECT FROM new_ideas n JOIN ideas d ON d.merged_into_id = n.id WHERE n.merged_into_id IS NOT NULL) THEN
    RAISE EXCEPTION 'A duplicate points at a duplicate' USING ERRCODE = 'check_violation', CONSTRAINT = 'ideas_no_chain';
  END IF;
  PERFORM hold_tallies(roots || moved);
  PERFORM recount_union(root) FROM unnest(roots) AS root;
  RETURN NULL;
END $$;
CREATE TRIGGER ideas_unite_new AFTER INSERT ON ideas
  REFERENCING NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION unite_ideas();
CREATE TRIGGER ideas_unite_changed AFTER UPDATE ON ideas
  REFERENCING OLD TABLE AS old_ideas NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION unite_ideas();

-- What was brought from elsewhere for an idea and its duplicates, together.
CREATE FUNCTION imported_total(idea uuid) RETURNS int LANGUAGE sql STABLE STRICT AS $$
  SELECT coalesce(sum(imported_support), 0)::int FROM ideas WHERE id = idea OR merged_into_id = idea
$$;

-- Pairs of ideas that may ask for the same, for the brand to judge: the younger one and the older one it resembles. Found
-- a while after an idea was written or edited, from the backlog.
CREATE TABLE duplicate_suggestions (
  idea_id uuid NOT NULL,
  other_id uuid NOT NULL,
  community_id uuid NOT NULL,
  score int NOT NULL CHECK (score BETWEEN 0 AND 1000), -- in thousandths
  shared_words text[] NOT NULL,
  found_at timestamptz NOT NULL,
  dismissed_at timestamptz,
  dismissed_by uuid,
  PRIMARY KEY (idea_id, other_id),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (other_id, community_id) REFERENCES ideas (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (dismissed_by, community_id) REFERENCES members (id, community_id),
  CONSTRAINT duplicate_suggestions_younger_first CHECK (idea_id > other_id),
  CONSTRAINT duplicate_suggestions_dismissed_whole CHECK (dismissed_at IS NOT NULL OR dismissed_by IS NULL)
);
CREATE INDEX duplicate_suggestions_best ON duplicate_suggestions (community_id, score DESC, idea_id DESC, other_id DESC) WHERE dismissed_at IS NULL;
CREATE INDEX duplicate_suggestions_by_other ON duplicate_suggestions (other_id);

CREATE TABLE duplicate_backlog (
  idea_id uuid NOT NULL, -- no foreign key: imports write ten thousands, and what is gone is skipped
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);

-- As before; an idea's rank adds what was brought for its duplicates.
CREATE OR REPLACE FUNCTION rank_new_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO idea_ranks (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported)
  SELECT id, community_id, status, category_id, author_id, created_at, closing_of(status, deadline), imported_support
  FROM new_ideas WHERE status <> 'DRAFT';
  UPDATE idea_ranks SET imported = imported_total(idea_id) WHERE idea_id IN (SELECT merged_into_id FROM new_ideas WHERE merged_into_id IS NOT NULL);
  INSERT INTO search_backlog (idea_id) SELECT id FROM new_ideas WHERE status <> 'DRAFT';
  INSERT INTO duplicate_backlog (idea_id) SELECT id FROM new_ideas WHERE status <> 'DRAFT';
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rank_changed_ideas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO idea_ranks AS r (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported)
  SELECT n.id, n.community_id, n.status, n.category_id, n.author_id, n.created_at, closing_of(n.status, n.deadline), imported_total(n.id)
  FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT'
    AND (n.status, n.category_id, n.author_id, n.created_at, n.deadline, n.imported_support)
      IS DISTINCT FROM (o.status, o.category_id, o.author_id, o.created_at, o.deadline, o.imported_support)
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

-- Duplicates from before this table.
INSERT INTO merges (id, community_id, duplicate_id, target_id, merged_at, merged_by, pointed_at)
SELECT gen_random_uuid(), i.community_id, i.id, i.merged_into_id, coalesce(m.moved_at, i.created_at), m.actor_id, coalesce(m.moved_at, i.created_at)
FROM ideas i LEFT JOIN LATERAL (
  SELECT moved_at, actor_id FROM idea_moves WHERE idea_id = i.id AND to_status = 'MERGED' ORDER BY moved_at DESC LIMIT 1
) m ON true WHERE i.merged_into_id IS NOT NULL;
SELECT recount_union(root) FROM (SELECT DISTINCT merged_into_id AS root FROM ideas WHERE merged_into_id IS NOT NULL) r;
UPDATE idea_ranks SET imported = imported_total(idea_id) WHERE idea_id IN (SELECT merged_into_id FROM ideas WHERE merged_into_id IS NOT NULL);
INSERT INTO duplicate_backlog (idea_id) SELECT id FROM ideas WHERE status <> 'DRAFT' ORDER BY id;
`;
