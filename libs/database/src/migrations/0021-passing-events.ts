import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PassingEvents1763769600021 implements MigrationInterface {
  name = 'PassingEvents1763769600021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Errands between our own handlers, of no worth once done: forgotten after a month. What happened to people and ideas is kept.
ALTER TABLE events ADD COLUMN passing boolean NOT NULL DEFAULT false;
UPDATE events SET passing = true WHERE type IN ('notifications.mailingsMade', 'notifications.tellingMore', 'pictures.collected');
CREATE INDEX events_passing ON events (occurred_at) WHERE passing;
`;
