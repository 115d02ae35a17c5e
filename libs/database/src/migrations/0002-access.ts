import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Access1763769600002 implements MigrationInterface {
  name = 'Access1763769600002';

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
