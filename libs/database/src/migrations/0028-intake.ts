import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Intake1763769600028 implements MigrationInterface {
  name = 'Intake1763769600028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- How a community receives texts; one without a row takes the defaults.
CREATE TABLE community_intake (
  community_id uuid PRIMARY KEY REFERENCES communities (id) ON DELETE CASCADE,
  hold_anonymous boolean NOT NULL,
  words text[] NOT NULL CHECK (cardinality(words) <= 500),
  changed_at timestamptz(3) NOT NULL
);

-- What is kept of a text to know it again when its author writes it once more: no words, and for a season only.
CREATE TABLE intake_texts (
  subject_id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  -- What it stands under: an idea for its comments; an idea stands for itself.
  place_id uuid NOT NULL,
  -- Of texts of 40 characters and more: 16 bytes of a hash of the text, and the smallest hashes of its pieces, 4 bytes each.
  same bytea CHECK (length(same) = 16),
  sketch bytea NOT NULL CHECK (length(sketch) <= 128 AND length(sketch) % 4 = 0),
  at timestamptz(3) NOT NULL
);
CREATE INDEX intake_texts_by_member ON intake_texts (member_id, at DESC);
CREATE INDEX intake_texts_by_time ON intake_texts (at);

-- What a phase said of a text that it did not let pass. A nudge and a refusal leave no text behind, so nothing else may say
-- what they were about.
CREATE TABLE intake_verdicts (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
  -- Who wrote it; the member is null while somebody joins, the account once it is deleted.
  member_id uuid REFERENCES members (id) ON DELETE CASCADE,
  account_id uuid REFERENCES accounts (id) ON DELETE SET NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST', 'MEMBER', 'ENTRY')),
  -- The text it was or would have become.
  subject_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('NUDGE', 'HOLD', 'REFUSE')),
  phase text NOT NULL CHECK (phase IN ('LENGTH', 'REPEAT', 'RATE', 'LINKS', 'WORDS', 'IMPERSONATION', 'SPAM', 'HOLD_FOR_REVIEW')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 40),
  -- Numbers and listed words for the sentence; never the text.
  params jsonb NOT NULL,
  -- Of a nudge: a hash of the text, to know it when it comes again unchanged, and when it came.
  mark bytea CHECK (length(mark) = 16),
  answered_at timestamptz(3),
  at timestamptz(3) NOT NULL,
  CHECK (outcome = 'NUDGE' OR (mark IS NULL AND answered_at IS NULL))
);
CREATE INDEX intake_verdicts_by_subject ON intake_verdicts (subject_id, at);
CREATE INDEX intake_verdicts_by_member ON intake_verdicts (member_id, at DESC) WHERE member_id IS NOT NULL;
CREATE INDEX intake_verdicts_open_nudges ON intake_verdicts (account_id, mark) WHERE outcome = 'NUDGE' AND answered_at IS NULL;
CREATE INDEX intake_verdicts_by_time ON intake_verdicts (at);
`;
