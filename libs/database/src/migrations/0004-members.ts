import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Members1763769600004 implements MigrationInterface {
  name = 'Members1763769600004';

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
