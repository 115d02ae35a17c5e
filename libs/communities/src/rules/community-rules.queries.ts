import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy, keyedBy } from '@fanfare/graphql';
import { type CommunityRuleRow, RULE_COLUMNS } from './community-rule.row.js';

/** One wording, as a decision names it. */
export interface Wording {
  readonly communityId: string;
  readonly number: number;
  readonly version: number;
}

export const keyOfWording = ({ communityId, number, version }: Wording) => `${communityId} ${number} ${version}`;

/** One rule through all its wordings. */
export type RuleOf = Omit<Wording, 'version'>;

export const keyOfRule = ({ communityId, number }: RuleOf) => `${communityId} ${number}`;

const IN_FORCE = `SELECT ${RULE_COLUMNS} FROM community_rules r WHERE r.community_id = ANY ($1::uuid[]) AND r.until IS NULL ORDER BY r.number`;

const WORDINGS = `
  SELECT ${RULE_COLUMNS} FROM unnest($1::uuid[], $2::int[], $3::int[]) AS k (community, number, version)
  JOIN community_rules r ON r.community_id = k.community AND r.number = k.number AND r.version = k.version`;

const HISTORIES = `
  SELECT ${RULE_COLUMNS} FROM unnest($1::uuid[], $2::int[]) AS k (community, number)
  JOIN community_rules r ON r.community_id = k.community AND r.number = k.number ORDER BY r.version DESC`;

// Grows with each wording that comes and each that goes: who read the rules at a version and writes at another read old ones.
const VERSIONS = `SELECT community_id AS id, (count(*) + count(until))::int AS version FROM community_rules WHERE community_id = ANY ($1::uuid[]) GROUP BY community_id`;

@Injectable()
export class CommunityRulesQueries {
  constructor(private readonly database: Database) {}

  /** The rules in force, by community, in the order of their numbers. */
  async inForce(communityIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CommunityRuleRow[]>> {
    return groupedBy(await rowsOf<CommunityRuleRow>(tx, IN_FORCE, [communityIds]), (rule) => rule.communityId);
  }

  /** Wordings, in force or not, by `keyOfWording`. */
  async wordings(keys: readonly Wording[], tx: Tx = this.database.reader): Promise<Map<string, CommunityRuleRow>> {
    const columns = [keys.map((key) => key.communityId), keys.map((key) => key.number), keys.map((key) => key.version)];
    return keyedBy(await rowsOf<CommunityRuleRow>(tx, WORDINGS, columns), keyOfWording);
  }

  /** Every wording of rules, the latest first, by `keyOfRule`. */
  async histories(keys: readonly RuleOf[]): Promise<Map<string, CommunityRuleRow[]>> {
    const rows = await this.database.query<CommunityRuleRow>(HISTORIES, [keys.map((key) => key.communityId), keys.map((key) => key.number)]);
    return groupedBy(rows, keyOfRule);
  }

  /** How often the rules of communities changed, by community. */
  async versions(communityIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, number>> {
    const rows = await rowsOf<{ id: string; version: number }>(tx, VERSIONS, [communityIds]);
    return new Map(rows.map(({ id, version }) => [id, version]));
  }
}
