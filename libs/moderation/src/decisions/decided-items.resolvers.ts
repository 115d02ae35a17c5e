import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Database } from '@fanfare/database';
import { Ctx, ProblemCodeEnum, RequestContext } from '@fanfare/graphql';
import { Problem, type ProblemCode } from '@fanfare/kernel';
import type { ReviewItemRow } from '../queue/review-item.row.js';
import { ReviewItemModel } from '../queue/review.model.js';
import { ReportModel } from '../reports/report.model.js';
import type { ReportRow } from '../reports/report.row.js';
import { Benches } from './benches.js';
import { DecisionReaders } from './decision-readers.js';
import { DecisionModel } from './decision.model.js';
import type { DecisionRow, DecisionState } from './decision.row.js';
import { DecisionsLoaders } from './decisions.loaders.js';

/** What was decided about an item, and whether the reader may decide it. */
@Resolver(() => ReviewItemModel)
export class ItemDecisionsResolver {
  constructor(
    private readonly database: Database,
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

  private async refusal({ actor }: RequestContext, { id, communityId, authorId, state }: ReviewItemRow): Promise<ProblemCode | null> {
    if (state === 'DECIDED') return 'ITEM_DECIDED';
    const judged = { itemId: id, communityId, authorId };
    return this.benches.require(this.database.reader, actor, judged, state === 'PROPOSED').then(() => null, codeOf);
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

function codeOf(error: unknown): ProblemCode {
  if (error instanceof Problem) return error.code;
  throw error;
}
