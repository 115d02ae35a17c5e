import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ideas1763769600005 implements MigrationInterface {
  name = 'Ideas1763769600005';

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
