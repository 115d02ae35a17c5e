import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Genuineness1763769600025 implements MigrationInterface {
  name = 'Genuineness1763769600025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- A community's votes in the order they were cast: how they are read to be judged.
CREATE INDEX votes_by_time ON votes (community_id, cast_at, idea_id, member_id);

-- When a community's votes changed and were judged.
CREATE TABLE genuineness_communities (
  community_id uuid PRIMARY KEY REFERENCES communities (id),
  -- Since when something waits to be judged; null when nothing does.
  changed_at timestamptz(3),
  asked_at timestamptz(3),
  -- When all of it was last judged, and by which model.
  full_asked_at timestamptz(3),
  judged_at timestamptz(3),
  model int
);

-- The estimate of each member who voted, and what it is made of: 0 to 1 by kind of evidence.
CREATE TABLE genuineness_members (
  member_id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  score real NOT NULL CHECK (score BETWEEN 0 AND 1),
  evidence jsonb NOT NULL,
  model int NOT NULL,
  judged_at timestamptz(3) NOT NULL,
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);

-- Why a vote is held by the estimate, for moderators. A quarantine without one is somebody else's, and stays.
CREATE TABLE vote_suspicions (
  idea_id uuid NOT NULL,
  member_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- The idea that the member's run supports; another one where this vote only comes with it.
  run_idea_id uuid NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
  -- How many came together for it, and how many of these would have by chance.
  together int NOT NULL,
  expected real NOT NULL,
  model int NOT NULL,
  suspected_at timestamptz(3) NOT NULL,
  PRIMARY KEY (idea_id, member_id),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX vote_suspicions_by_member ON vote_suspicions (member_id);
CREATE INDEX vote_suspicions_by_community ON vote_suspicions (community_id, suspected_at DESC);

-- When the estimate last moved votes of an idea: once a minute at most.
CREATE TABLE genuineness_ideas (
  idea_id uuid PRIMARY KEY REFERENCES ideas (id) ON DELETE CASCADE,
  moved_at timestamptz(3) NOT NULL
);
`;
