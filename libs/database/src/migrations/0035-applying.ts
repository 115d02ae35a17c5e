import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Applying1763769600035 implements MigrationInterface {
  name = 'Applying1763769600035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Where an applicant left off, to go on there from another device too. What they wrote passes intake like any text: what is
-- held waits for a moderator, and is shown to nobody but them until then.
ALTER TABLE applications
  ADD COLUMN step int NOT NULL DEFAULT 0 CHECK (step BETWEEN 0 AND 99),
  ADD COLUMN withheld text CHECK (withheld IN ('HOLD', 'HIDDEN', 'REMOVED')),
  ADD COLUMN withheld_at timestamptz(3),
  ADD CONSTRAINT applications_withheld_since CHECK ((withheld IS NULL) = (withheld_at IS NULL));

ALTER TABLE review_items DROP CONSTRAINT review_items_subject_kind_check, ADD CONSTRAINT review_items_subject_kind_check
  CHECK (subject_kind IN ('IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST', 'MEMBER', 'REPUTATION_ENTRY', 'MERGE', 'ENTRY', 'APPLICATION'));
ALTER TABLE intake_verdicts DROP CONSTRAINT intake_verdicts_subject_kind_check, ADD CONSTRAINT intake_verdicts_subject_kind_check
  CHECK (subject_kind IN ('IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST', 'MEMBER', 'ENTRY', 'APPLICATION'));
`;
