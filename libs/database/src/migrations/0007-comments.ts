import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Comments1763769600007 implements MigrationInterface {
  name = 'Comments1763769600007';

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
