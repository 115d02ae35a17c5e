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
  -- From the first to the last of their votes for it: which of an idea's runs this is.
  began_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  model int NOT NULL,
  suspected_at timestamptz(3) NOT NULL,
  PRIMARY KEY (idea_id, member_id),
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id)
);
CREATE INDEX vote_suspicions_by_member ON vote_suspicions (member_id);
CREATE INDEX vote_suspicions_by_community ON vote_suspicions (community_id, suspected_at DESC);
CREATE INDEX vote_suspicions_by_run ON vote_suspicions (run_idea_id, began_at);

-- What a moderator decided about those who came together for an idea, with the run as it was then. Kept.
CREATE TABLE run_rulings (
  id uuid PRIMARY KEY,
  idea_id uuid NOT NULL,
  community_id uuid NOT NULL,
  -- Whether their votes count, whatever is estimated, or wait.
  counts boolean NOT NULL,
  members int NOT NULL,
  together int NOT NULL,
  expected real NOT NULL,
  began_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  model int NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  ruled_by uuid NOT NULL REFERENCES members (id),
  ruled_at timestamptz(3) NOT NULL,
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id) ON DELETE CASCADE
);
CREATE INDEX run_rulings_by_idea ON run_rulings (idea_id, began_at);

-- Whom a ruling is about: the latest for each, which every later estimate follows.
CREATE TABLE run_ruled_members (
  idea_id uuid NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
  member_id uuid NOT NULL REFERENCES members (id),
  ruling_id uuid NOT NULL REFERENCES run_rulings (id) ON DELETE CASCADE,
  PRIMARY KEY (idea_id, member_id)
);
CREATE INDEX run_ruled_members_by_ruling ON run_ruled_members (ruling_id);
CREATE INDEX run_ruled_members_by_member ON run_ruled_members (member_id);

-- The story of an idea's votes, read from the log; votes pay nothing for it.
CREATE INDEX events_of_suspicion ON events (subject_id, occurred_at DESC, id DESC) WHERE type IN ('votes.setAside', 'votes.released', 'votes.ruled');

-- When the estimate last moved votes of an idea: once a minute at most.
CREATE TABLE genuineness_ideas (
  idea_id uuid PRIMARY KEY REFERENCES ideas (id) ON DELETE CASCADE,
  moved_at timestamptz(3) NOT NULL
);
`;
