import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Communities1763769600003 implements MigrationInterface {
  name = 'Communities1763769600003';

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
