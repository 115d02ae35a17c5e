import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Terms1763769600037 implements MigrationInterface {
  name = 'Terms1763769600037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- The brand's list of terms, the last offered first.
CREATE INDEX terms_of_community ON terms (community_id, offered_at DESC, id DESC);

-- An answer to an application is looked at again by the brand itself: no appeal is about one.
ALTER TABLE ambassador_appeals
  DROP CONSTRAINT ambassador_appeals_subject_check,
  ADD CONSTRAINT ambassador_appeals_subject_check CHECK (subject IN ('ENTRY', 'TERM'));
CREATE INDEX ambassador_appeals_decided ON ambassador_appeals (community_id, decided_at DESC, id DESC) WHERE decided_at IS NOT NULL;
`;
