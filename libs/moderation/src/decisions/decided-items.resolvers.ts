import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, ProblemCodeEnum, RequestContext } from '@fanfare/graphql';
import type { ProblemCode } from '@fanfare/kernel';
import type { ReviewItemRow } from '../queue/review-item.row.js';
import { ReviewItemModel } from '../queue/review.model.js';
import { ReportModel } from '../reports/report.model.js';
import type { ReportRow } from '../reports/report.row.js';
import { Benches } from './benches.js';
import { DecisionReaders } from './decision-readers.js';
import { DecisionModel } from './decision.model.js';
import type { DecisionRow, DecisionState } from './decision.row.js';
import { DecisionsLoaders } from './decisions.loaders.js';
import { decidesLightlyOnly, officeOf } from './judge.policy.js';

/** What was decided about an item, and whether the reader may decide it. */
@Resolver(() => ReviewItemModel)
export class ItemDecisionsResolver {
  constructor(
    private readonly loaders: DecisionsLoaders,
    private readonly benches: Benches,
  ) {}

  @ResolveField(() => [DecisionModel], { description: 'From the first; those that were proposed and not seconded too.' })
  async decisions(@Parent() { id }: ReviewItemRow, @Ctx() context: RequestContext): Promise<DecisionRow[]> {
    return (await this.loaders.ofItem.load(context, id)) ?? [];
  }

  @ResolveField(() => Boolean, { description: 'Whether the reader may decide it, or second what is proposed. Who has claimed it is told apart.' })
  async viewerMayDecide(@Parent() item: ReviewItemRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.refusal(context, item)) === null;
  }

  @ResolveField(() => ProblemCodeEnum, { nullable: true, description: 'Why the reader may not; null when they may.' })
  viewerMayNotDecideBecause(@Parent() item: ReviewItemRow, @Ctx() context: RequestContext): Promise<ProblemCode | null> {
    return this.refusal(context, item);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the reader may keep, label, warn and hold for fourteen days, and no more: too few moderators could judge it, so the rest is the panel’s.',
  })
  async viewerDecidesLightlyOnly(@Parent() item: ReviewItemRow, @Ctx() context: RequestContext): Promise<boolean> {
    if (item.state === 'DECIDED' || context.actor.accountId === null) return false;
    const bench = await this.benches.asRead(context, judgedIn(item));
    return officeOf(bench) === 'MODERATOR' && decidesLightlyOnly('MODERATOR', bench);
  }

  private async refusal(context: RequestContext, item: ReviewItemRow): Promise<ProblemCode | null> {
    return item.state === 'DECIDED' ? 'ITEM_DECIDED' : this.benches.refusal(context, judgedIn(item), item.state === 'PROPOSED');
  }
}

const ANSWERS: readonly DecisionState[] = ['IN_FORCE', 'ENDED', 'FALLEN'];

/** What a report came to. */
@Resolver(() => ReportModel)
export class ReportDecisionResolver {
  constructor(
    private readonly loaders: DecisionsLoaders,
    private readonly readers: DecisionReaders,
  ) {}

  @ResolveField(() => DecisionModel, { nullable: true, description: 'What was decided about what was reported, for whoever may know of it; a dismissal can be appealed.' })
  async decision(@Parent() { itemId, judgedAt }: ReportRow, @Ctx() context: RequestContext): Promise<DecisionRow | null> {
    if (judgedAt === null) return null;
    const all = (await this.loaders.ofItem.load(context, itemId)) ?? [];
    const last = all.filter(({ state, automatedDecision, holdsFor }) => ANSWERS.includes(state) && !automatedDecision && holdsFor === null).at(-1);
    return last && (await this.readers.insight(context, last)) !== 'NONE' ? last : null;
  }
}

const judgedIn = ({ id, communityId, authorId }: ReviewItemRow) => ({ itemId: id, communityId, authorId });
