import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Portability1763769600008 implements MigrationInterface {
  name = 'Portability1763769600008';

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
