import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock, newId } from '@fanfare/kernel';
import { DecisionLog } from './decision.log.js';
import type { DecisionRow } from './decision.row.js';
import { DecisionsStore } from './decisions.store.js';
import { Enactment } from './enactment.service.js';
import { LONGEST_HOLD_MS } from './judge.policy.js';
import { lockMatter } from './matter.js';
import { APPEAL_MS } from './ruling.service.js';

/** What a machine holds, and why: whose words these are is nobody's, so they are said in the community's language. */
export interface AutomaticHold {
  readonly item: string;
  /** The number of the rule it may break; null where the community has none for it: then the ground is its terms, as `law`. */
  readonly rule: number | null;
  readonly law: string | null;
  readonly facts: string;
  readonly language: string;
  /** Whether reports brought it up, or a machine alone. */
  readonly reported: boolean;
  /** Whether the text criticises the brand. */
  readonly critical?: boolean;
}

const VERSION = 'SELECT version FROM community_rules WHERE community_id = $1 AND number = $2 AND until IS NULL FOR SHARE';

/** Holds that nobody decided: a fortnight at most, in front of the queue, with a statement of reasons as any decision has one. */
@Injectable()
export class AutomaticHolds {
  constructor(
    private readonly store: DecisionsStore,
    private readonly enactment: Enactment,
    private readonly log: DecisionLog,
    private readonly clock: Clock,
  ) {}

  /** Holds the text of an item until somebody has looked; one that is held already stays as it is. @returns whether it is new */
  async hold(tx: Tx, { item: itemId, rule, law, facts, language, reported, critical = false }: AutomaticHold): Promise<boolean> {
    const item = await lockMatter(tx, itemId);
    const before = await this.store.ofItem(tx, item.id);
    if (item.state !== 'OPEN' || before.some(({ action, state }) => action === 'HOLD' && state !== 'REJECTED')) return false;
    const now = this.clock.now();
    const version = rule === null ? null : (await rowsOf<{ version: number }>(tx, VERSION, [item.communityId, rule]))[0]?.version ?? null;
    const decision = await this.store.insert(tx, {
      id: newId(), communityId: item.communityId, itemId: item.id, affectedId: item.authorId, action: 'HOLD', right: null, scope: 'TEXT',
      ground: version === null ? 'LAW' : 'RULE', ruleNumber: version === null ? null : rule, ruleVersion: version, law: version === null ? law : null, facts, passage: null,
      language, source: reported ? 'REPORT' : 'AUTOMATED', automatedDetection: !reported, automatedDecision: true, critical, state: 'IN_FORCE',
      decidedBy: null, decidedAs: 'AUTOMATED', decidedAt: now, needsSecond: false, startsAt: now, endsAt: new Date(now.getTime() + LONGEST_HOLD_MS),
      appealUntil: new Date(now.getTime() + APPEAL_MS), holdsFor: null,
    } satisfies Parameters<DecisionsStore['insert']>[1]);
    await this.enactment.enact(tx, null, decision);
    await this.log.made(tx, decision as DecisionRow);
    return true;
  }
}
