import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@fanfare/graphql';
import { Clock, Problem, type ProblemCode } from '@fanfare/kernel';
import { Benches } from '../decisions/benches.js';
import { DecisionReaders } from '../decisions/decision-readers.js';
import type { DecisionRow } from '../decisions/decision.row.js';
import { DecisionsLoaders } from '../decisions/decisions.loaders.js';
import { requireAppealable } from './appeal.policy.js';
import type { AppealRow } from './appeal.row.js';
import { AppealsLoaders } from './appeals.loaders.js';

/** Who reads an appeal: whoever made it, and who reviews there and is not whom it is about. */
@Injectable()
export class AppealReaders {
  constructor(
    private readonly loaders: AppealsLoaders,
    private readonly decisions: DecisionsLoaders,
    private readonly readers: DecisionReaders,
    private readonly benches: Benches,
    private readonly clock: Clock,
  ) {}

  /** The appeal, or null for whoever may not know of it. */
  async known(context: RequestContext, id: string): Promise<AppealRow | null> {
    const appeal = await this.loaders.byId.load(context, id.toLowerCase());
    return appeal && (await this.reads(context, appeal)) ? appeal : null;
  }

  async reads(context: RequestContext, appeal: AppealRow): Promise<boolean> {
    return isAppellant(context, appeal) || this.reviews(context, appeal);
  }

  /** Whether the reader answers it as a moderator. */
  async reviews(context: RequestContext, appeal: AppealRow): Promise<boolean> {
    const decision = await this.decisions.byId.load(context, appeal.decisionId);
    return !isAppellant(context, appeal) && decision !== null && this.readers.reviewsThere(context, decision);
  }

  /** Of a decision's appeals those that the reader may read. */
  async ofDecision(context: RequestContext, { id }: DecisionRow): Promise<AppealRow[]> {
    const all = (await this.loaders.ofDecision.load(context, id)) ?? [];
    const read = await Promise.all(all.map((appeal) => this.reads(context, appeal)));
    return all.filter((_, at) => read[at]);
  }

  /** Why the reader cannot appeal; null when they can. */
  async refusal(context: RequestContext, decision: DecisionRow): Promise<ProblemCode | null> {
    const { accountId } = context.actor;
    if (accountId === null) return 'SIGN_IN_REQUIRED';
    const all = (await this.loaders.ofItem.load(context, decision.itemId)) ?? [];
    const standing = {
      isAffected: decision.affectedAccountId === accountId,
      isReporter: (await this.decisions.reportedByViewer.load(context, decision.itemId)) ?? false,
      earlier: all.filter(({ appellantAccountId }) => appellantAccountId === accountId),
    };
    return codeOf(() => requireAppealable(decision, standing, this.clock.now()));
  }

  /** Why the reader cannot decide it; null when they can. */
  async refusalToDecide(context: RequestContext, appeal: AppealRow): Promise<ProblemCode | null> {
    const decision = await this.decisions.byId.load(context, appeal.decisionId);
    if (appeal.state !== 'OPEN') return 'NOT_IN_FORCE';
    const judged = { itemId: appeal.itemId, communityId: appeal.communityId, authorId: decision!.affectedId };
    return this.benches.refusal(context, judged, true);
  }
}

function isAppellant({ actor }: RequestContext, { appellantAccountId }: AppealRow): boolean {
  return actor.accountId !== null && actor.accountId === appellantAccountId;
}

function codeOf(check: () => unknown): ProblemCode | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}
