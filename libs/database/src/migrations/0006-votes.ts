import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Votes1763769600006 implements MigrationInterface {
  name = 'Votes1763769600006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- One member's support of one idea: the primary key is the promise that nobody counts twice. The truth that every count follows.
CREATE TABLE votes (
  idea_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  standing text NOT NULL CHECK (standing IN ('VERIFIED', 'UNVERIFIED', 'QUARANTINED')),
  cast_at timestamptz(3) NOT NULL,
  idea_version int NOT NULL CHECK (idea_version >= 1),
  PRIMARY KEY (idea_id, member_id),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX votes_by_member ON votes (member_id, cast_at DESC, idea_id DESC);

-- A suspicion belongs to the member and the idea, not to the row: withdrawing and voting again does not shake it off.
CREATE TABLE vote_quarantines (
  idea_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  quarantined_at timestamptz(3) NOT NULL,
  PRIMARY KEY (idea_id, member_id),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);

-- What a vote is worth. Staff votes are shown, never verified; an anonymous account's climbs no ladder.
CREATE FUNCTION vote_standing(identity_level text, is_staff boolean, is_quarantined boolean) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN CASE WHEN is_quarantined THEN 'QUARANTINED' WHEN is_staff OR identity_level = 'ANONYMOUS' THEN 'UNVERIFIED' ELSE 'VERIFIED' END;

-- The counts of one idea in sixteen parts, so that voters rarely wait for the same row. Written by the triggers below only.
-- heat: log2 of the sum of 2^(moment of the vote / 3 days) over verified votes (see vote_heat); null without any.
CREATE TABLE vote_tallies (
  idea_id uuid NOT NULL REFERENCES ideas (id),
  shard smallint NOT NULL CHECK (shard BETWEEN 0 AND 15),
  raw int NOT NULL DEFAULT 0 CHECK (raw >= 0),
  verified int NOT NULL DEFAULT 0 CHECK (verified >= 0),
  quarantined int NOT NULL DEFAULT 0 CHECK (quarantined >= 0),
  heat double precision,
  PRIMARY KEY (idea_id, shard),
  CHECK (verified + quarantined <= raw),
  CHECK ((heat IS NULL) = (verified = 0))
) WITH (fillfactor = 50);

-- Bits of the id itself rather than a hash of the server's, which may change with its version.
CREATE FUNCTION vote_shard(member uuid) RETURNS smallint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN (get_byte(uuid_send(member), 15) & 15)::smallint;

-- Forward decay: a vote weighs 2^(t / 3 days), t since 2020. Later votes weigh more and none is ever weighed again, so an
-- order by it stays right while time passes. Kept as log2, since the weight itself leaves floating point in 2028.
CREATE FUNCTION vote_heat(cast_at timestamptz) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN (extract(epoch FROM cast_at)::double precision - 1577836800) / 259200;

-- log2(2^a + 2^b); what is 2^1000 times smaller adds nothing.
CREATE FUNCTION heat_plus(a double precision, b double precision) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN greatest(a, b) + ln(1 + power(2::double precision, greatest(-abs(a - b), -1000))) / ln(2::double precision);

CREATE AGGREGATE heat_sum(double precision) (
  SFUNC = heat_plus, STYPE = double precision, COMBINEFUNC = heat_plus, PARALLEL = SAFE
);

-- New votes: one upsert, in (idea, shard) order like every other writer here, so that no two ever wait for each other.
CREATE FUNCTION tally_new_votes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO vote_tallies AS t (idea_id, shard, raw, verified, quarantined, heat)
  SELECT idea_id, vote_shard(member_id), count(*), count(*) FILTER (WHERE standing = 'VERIFIED'),
    count(*) FILTER (WHERE standing = 'QUARANTINED'), heat_sum(vote_heat(cast_at)) FILTER (WHERE standing = 'VERIFIED')
  FROM new_votes GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (idea_id, shard) DO UPDATE SET
    raw = t.raw + excluded.raw, verified = t.verified + excluded.verified, quarantined = t.quarantined + excluded.quarantined,
    heat = coalesce(heat_plus(t.heat, excluded.heat), t.heat, excluded.heat);
  RETURN NULL;
END $$;

-- A shard's heat from its vote rows.
CREATE FUNCTION heat_of_shard(idea uuid, part smallint) RETURNS double precision LANGUAGE sql STABLE AS $$
  SELECT heat_sum(vote_heat(cast_at)) FROM votes WHERE idea_id = idea AND vote_shard(member_id) = part AND standing = 'VERIFIED'
$$;

CREATE TYPE tally_change AS (
  idea_id uuid, shard smallint, raw int, verified int, quarantined int,
  gained double precision, -- heat of the votes that became verified
  lost boolean             -- whether any ceased to be
);

-- Votes that end or change their standing: first lock their parts in order, then change them. Where a verified vote went,
-- the heat is summed anew from the rows: taking 2^t from a sum of far smaller numbers would leave noise.
CREATE FUNCTION tally_changed_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changes tally_change[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    changes := ARRAY(
      SELECT ROW(idea_id, vote_shard(member_id), -count(*), -count(*) FILTER (WHERE standing = 'VERIFIED'),
        -count(*) FILTER (WHERE standing = 'QUARANTINED'), NULL, coalesce(bool_or(standing = 'VERIFIED'), false))::tally_change
      FROM old_votes GROUP BY idea_id, vote_shard(member_id));
  ELSE
    changes := ARRAY(
      SELECT ROW(idea_id, vote_shard(member_id), sum(sign), coalesce(sum(sign) FILTER (WHERE standing = 'VERIFIED'), 0),
        coalesce(sum(sign) FILTER (WHERE standing = 'QUARANTINED'), 0),
        heat_sum(vote_heat(cast_at)) FILTER (WHERE sign > 0 AND standing = 'VERIFIED'),
        bool_or(sign < 0 AND standing = 'VERIFIED'))::tally_change
      FROM (
        (SELECT -1 AS sign, idea_id, member_id, standing, cast_at FROM old_votes
         EXCEPT SELECT -1, idea_id, member_id, standing, cast_at FROM new_votes)
        UNION ALL
        (SELECT 1, idea_id, member_id, standing, cast_at FROM new_votes
         EXCEPT SELECT 1, idea_id, member_id, standing, cast_at FROM old_votes)
      ) changed GROUP BY idea_id, vote_shard(member_id));
  END IF;
  PERFORM FROM vote_tallies t JOIN unnest(changes) c USING (idea_id, shard) ORDER BY t.idea_id, t.shard FOR UPDATE OF t;
  UPDATE vote_tallies t SET
    raw = t.raw + c.raw, verified = t.verified + c.verified, quarantined = t.quarantined + c.quarantined,
    heat = CASE WHEN t.verified + c.verified = 0 THEN NULL
      WHEN c.lost THEN heat_of_shard(t.idea_id, t.shard)
      ELSE coalesce(heat_plus(t.heat, c.gained), t.heat, c.gained) END
  FROM unnest(changes) c WHERE t.idea_id = c.idea_id AND t.shard = c.shard;
  RETURN NULL;
END $$;

CREATE TRIGGER votes_tally_new AFTER INSERT ON votes
  REFERENCING NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION tally_new_votes();
CREATE TRIGGER votes_tally_changed AFTER UPDATE ON votes
  REFERENCING OLD TABLE AS old_votes NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_votes();
CREATE TRIGGER votes_tally_ended AFTER DELETE ON votes
  REFERENCING OLD TABLE AS old_votes FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_votes();
`;
