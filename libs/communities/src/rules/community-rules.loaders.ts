import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { CommunityRuleRow } from './community-rule.row.js';
import { CommunityRulesQueries, keyOfRule, keyOfWording, type RuleOf, type Wording } from './community-rules.queries.js';

@Injectable()
export class CommunityRulesLoaders {
  /** The rules in force, by community. */
  readonly inForce = new Loader<CommunityRuleRow[]>((ids) => this.queries.inForce(ids));
  /** A rule as it was worded when somebody decided by it. */
  readonly wording = new Loader<CommunityRuleRow, Wording>((keys) => this.queries.wordings(keys), keyOfWording);
  /** All wordings of a rule, the latest first. */
  readonly history = new Loader<CommunityRuleRow[], RuleOf>((keys) => this.queries.histories(keys), keyOfRule);
  readonly version = new Loader<number>((ids) => this.queries.versions(ids));

  constructor(private readonly queries: CommunityRulesQueries) {}
}
