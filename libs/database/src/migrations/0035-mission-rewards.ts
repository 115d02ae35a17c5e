import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MissionRewards1763769600035 implements MigrationInterface {
  name = 'MissionRewards1763769600035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What a mission brings is of its own community.
ALTER TABLE missions
  ADD CONSTRAINT missions_budget FOREIGN KEY (budget_id, community_id) REFERENCES reward_budgets (id, community_id),
  ADD CONSTRAINT missions_perk FOREIGN KEY (reward_perk, community_id) REFERENCES perks (id, community_id);
CREATE INDEX missions_by_budget ON missions (budget_id) WHERE budget_id IS NOT NULL;
CREATE INDEX missions_by_perk ON missions (reward_perk) WHERE reward_perk IS NOT NULL;
`;
