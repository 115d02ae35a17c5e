import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ladder1763769600011 implements MigrationInterface {
  name = 'Ladder1763769600011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- How many days an idea was promised for the rung it is on the way to. A ladder whose rungs take longer gives it the
-- difference; one whose rungs take less leaves it what it was promised.
ALTER TABLE ideas ADD COLUMN clock_days int CHECK (clock_days BETWEEN 1 AND 3650);
UPDATE ideas i SET clock_days = r.days FROM rungs r
WHERE r.community_id = i.community_id AND r.position = i.rung + 1 AND i.status = 'OPEN' AND i.deadline IS NOT NULL;

-- Rungs that ideas reached. The primary key is the promise that each is granted once, whoever tries.
CREATE TABLE rung_grants (
  idea_id uuid NOT NULL,
  community_id uuid NOT NULL,
  position int NOT NULL CHECK (position >= 1),
  -- What it asked then; the ladder may ask something else by now.
  support int NOT NULL CHECK (support >= 1),
  -- The moment of the vote that made it, and when it was written down.
  reached_at timestamptz(3) NOT NULL,
  granted_at timestamptz(3) NOT NULL,
  PRIMARY KEY (idea_id, position),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id)
);

-- The rung from which on supporters are asked whether they would buy; null: nobody is asked.
ALTER TABLE communities ADD COLUMN survey_rung int CHECK (survey_rung BETWEEN 1 AND 10);

-- One answer per supporter and idea, theirs to change. Shown as counts only.
CREATE TABLE survey_answers (
  idea_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  would_buy text NOT NULL CHECK (would_buy IN ('YES', 'MAYBE', 'NO')),
  price numeric(12, 2) CHECK (price >= 0),
  currency text CHECK (currency ~ '^[A-Z]{3}$'),
  for_whom text CHECK (length(for_whom) BETWEEN 1 AND 200),
  answered_at timestamptz(3) NOT NULL,
  PRIMARY KEY (idea_id, member_id),
  CHECK ((price IS NULL) = (currency IS NULL)),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX survey_answers_by_member ON survey_answers (member_id);
`;
