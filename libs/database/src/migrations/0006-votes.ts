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
SELECT 1;
`;
