import type { Type } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CirclePostModel } from '@fanfare/circles';
import { CommentModel } from '@fanfare/comments';
import { CreationModel, CreationResponseModel } from '@fanfare/creations';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { IdeaModel } from '@fanfare/ideas';
import { MemberModel } from '@fanfare/members';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import { ReviewLoaders } from '../queue/review.loaders.js';

/** At whatever can be reported: whether the reader did, so that nobody has to remember. */
function reportedByViewer(model: Type<unknown>, kind: ReviewSubjectKind) {
  @Resolver(() => model)
  class ReportedByViewerResolver {
    constructor(readonly loaders: ReviewLoaders) {}

    @ResolveField(() => Boolean, { description: 'Whether the reader has reported it and nobody has decided about it since.' })
    async reportedByViewer(@Parent() { id }: { id: string }, @Ctx() context: RequestContext): Promise<boolean> {
      if (context.actor.accountId === null) return false; // visitors ask nothing of the database
      return (await this.loaders.reportedByViewer.load(context, { kind, id })) ?? false;
    }
  }
  return ReportedByViewerResolver;
}

@Resolver(() => IdeaModel)
export class IdeaReportedResolver extends reportedByViewer(IdeaModel, 'IDEA') {
  constructor(loaders: ReviewLoaders) {
    super(loaders);
  }
}

@Resolver(() => CommentModel)
export class CommentReportedResolver extends reportedByViewer(CommentModel, 'COMMENT') {
  constructor(loaders: ReviewLoaders) {
    super(loaders);
  }
}

@Resolver(() => CreationModel)
export class CreationReportedResolver extends reportedByViewer(CreationModel, 'CREATION') {
  constructor(loaders: ReviewLoaders) {
    super(loaders);
  }
}

@Resolver(() => CreationResponseModel)
export class CreationResponseReportedResolver extends reportedByViewer(CreationResponseModel, 'CREATION_RESPONSE') {
  constructor(loaders: ReviewLoaders) {
    super(loaders);
  }
}

@Resolver(() => CirclePostModel)
export class CirclePostReportedResolver extends reportedByViewer(CirclePostModel, 'CIRCLE_POST') {
  constructor(loaders: ReviewLoaders) {
    super(loaders);
  }
}

@Resolver(() => MemberModel)
export class MemberReportedResolver extends reportedByViewer(MemberModel, 'MEMBER') {
  constructor(loaders: ReviewLoaders) {
    super(loaders);
  }
}
