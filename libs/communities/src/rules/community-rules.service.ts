import { Injectable } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanLine, cleanText, Clock, enforce, Problem } from '@fanfare/kernel';
import { CommunitiesQueries } from '../communities.queries.js';
import { canUpdateCommunity } from '../community.policy.js';
import type { CommunityRow } from '../community.row.js';
import { CommunityRulesChanged } from './community-rules.events.js';
import { CommunityRulesQueries } from './community-rules.queries.js';
import { forbidsCriticism } from './criticism.checker.js';
import { defaultRules } from './default-rules.js';
import { changesBetween, LONGEST_RULE, LONGEST_RULE_TITLE, MOST_RULES, type NumberedRule } from './rule-changes.js';

export interface RulesChange {
  /** The slug. */
  readonly community: string;
  /** All of them as they shall be: what is left out is retired. */
  readonly rules: readonly NumberedRule[];
  /** `rulesVersion` as it was read. */
  readonly version?: number | null;
}

// A number that was used before goes on counting: no wording is ever written over.
const ADD = `
  INSERT INTO community_rules (community_id, number, version, title, body, since)
  SELECT $1, n.number, 1 + coalesce((SELECT max(r.version) FROM community_rules r WHERE r.community_id = $1 AND r.number = n.number), 0), n.title, n.body, $5
  FROM unnest($2::int[], $3::text[], $4::text[]) AS n (number, title, body)`;

const RETIRE = 'UPDATE community_rules SET until = greatest($3, since) WHERE community_id = $1 AND number = ANY ($2::int[]) AND until IS NULL';

/** The numbered rules of communities, which decisions name. Wordings are kept: a decision keeps the one it was made under. */
@Injectable()
export class CommunityRulesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly queries: CommunityRulesQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * An OWNER's: puts rules in force as they are given, and retires the others.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `RULE_AGAINST_CRITICISM` with `number` and `words`, `INVALID_INPUT`
   * (none, too many, a number twice or out of bounds), `EMPTY_TEXT`, `TOO_LONG`, `STALE_VERSION` with the `version` in force
   */
  async update(actor: Actor, { community: slug, rules, version }: RulesChange): Promise<CommunityRow> {
    const { id } = await this.communities.requireBySlug(slug);
    enforce(canUpdateCommunity(actor, id));
    const wanted = checked(rules);
    await this.transactor.run(async (tx) => {
      await tx.query('SELECT id FROM communities WHERE id = $1 FOR UPDATE', [id]);
      const now = (await this.queries.versions([id], tx)).get(id) ?? 0;
      if (version != null && version !== now) throw new Problem('STALE_VERSION', { version: now });
      await this.replace(tx, id, wanted, actor.accountId!);
    });
    return (await this.communities.byIds([id])).get(id)!;
  }

  /** The rules a community begins with, in its language. */
  async begin(tx: Tx, communityId: string, locale: string, own?: readonly NumberedRule[]): Promise<void> {
    const first = own ?? defaultRules(locale).map((rule, at) => ({ ...rule, number: at + 1 }));
    await this.add(tx, communityId, checked(first));
  }

  private async replace(tx: Tx, communityId: string, wanted: readonly NumberedRule[], accountId: string): Promise<void> {
    const before = (await this.queries.inForce([communityId], tx)).get(communityId) ?? [];
    const { added, reworded, retired } = changesBetween(before, wanted);
    if (added.length + reworded.length + retired.length === 0) return;
    await rowsOf(tx, RETIRE, [communityId, [...reworded.map(({ number }) => number), ...retired], this.clock.now()]);
    await this.add(tx, communityId, [...added, ...reworded]);
    const payload = { added: added.map(({ number }) => number), reworded: reworded.map(({ number }) => number), retired };
    await this.events.append(tx, CommunityRulesChanged, { communityId, actorId: accountId, subjectId: communityId, payload });
  }

  private async add(tx: Tx, communityId: string, rules: readonly NumberedRule[]): Promise<void> {
    if (rules.length === 0) return;
    const columns = [rules.map(({ number }) => number), rules.map(({ title }) => title), rules.map(({ body }) => body)];
    await tx.query(ADD, [communityId, ...columns, this.clock.now()]);
  }
}

/** @throws Problem as `CommunityRulesService.update` says */
function checked(rules: readonly NumberedRule[]): NumberedRule[] {
  if (rules.length === 0 || rules.length > MOST_RULES) throw new Problem('INVALID_INPUT', { field: 'rules', max: MOST_RULES });
  if (new Set(rules.map(({ number }) => number)).size < rules.length) throw new Problem('INVALID_INPUT', { field: 'number' });
  return rules.map(({ number, title, body }) => {
    if (!Number.isInteger(number) || number < 1 || number > 99) throw new Problem('INVALID_INPUT', { field: 'number', max: 99 });
    const rule = { number, title: cleanLine('title', title, { max: LONGEST_RULE_TITLE }), body: cleanText('body', body, { max: LONGEST_RULE }) };
    const words = forbidsCriticism(rule);
    if (words !== null) throw new Problem('RULE_AGAINST_CRITICISM', { number, words: words.slice(0, 200) });
    return rule;
  });
}
