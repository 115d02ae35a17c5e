import type { Type } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CirclePostModel } from '@fanfare/circles';
import { CommentModel } from '@fanfare/comments';
import { CreationModel, CreationResponseModel } from '@fanfare/creations';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { IdeaModel } from '@fanfare/ideas';
import type { Withholding } from '@fanfare/kernel';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import { DecisionModel } from './decision.model.js';
import type { DecisionRow } from './decision.row.js';
import { DecisionsLoaders } from './decisions.loaders.js';

/** A text as its own room reads it; ideas are removed by their status. */
interface Withheld {
  readonly id: string;
  readonly withheld: Withholding | null;
  readonly status?: string;
}

/** What moderators decided, at the text itself: why a tombstone stands there, and what stands beside a text. */
function decidedTexts(model: Type<unknown>, kind: ReviewSubjectKind) {
  @Resolver(() => model)
  class DecidedTextsResolver {
    constructor(readonly loaders: DecisionsLoaders) {}

    @ResolveField(() => DecisionModel, { nullable: true, description: 'What keeps it from being shown; null while nothing does.' })
    decision(@Parent() { id, withheld, status }: Withheld, @Ctx() context: RequestContext): Promise<DecisionRow | null> | null {
      if (!withheld && status !== 'REMOVED') return null; // nothing does: lists ask nothing of the database
      return this.loaders.withholding.load(context, { kind, id });
    }

    @ResolveField(() => DecisionModel, { nullable: true, description: 'Why “disclosure missing” stands beside it; null where it does not.' })
    labelledBy(@Parent() { id }: { id: string }, @Ctx() context: RequestContext): Promise<DecisionRow | null> {
      return this.loaders.labelling.load(context, { kind, id });
    }
  }
  return DecidedTextsResolver;
}

@Resolver(() => IdeaModel)
export class IdeaDecisionsResolver extends decidedTexts(IdeaModel, 'IDEA') {
  constructor(loaders: DecisionsLoaders) {
    super(loaders);
  }
}

@Resolver(() => CommentModel)
export class CommentDecisionsResolver extends decidedTexts(CommentModel, 'COMMENT') {
  constructor(loaders: DecisionsLoaders) {
    super(loaders);
  }
}

@Resolver(() => CreationModel)
export class CreationDecisionsResolver extends decidedTexts(CreationModel, 'CREATION') {
  constructor(loaders: DecisionsLoaders) {
    super(loaders);
  }
}

@Resolver(() => CreationResponseModel)
export class CreationResponseDecisionsResolver extends decidedTexts(CreationResponseModel, 'CREATION_RESPONSE') {
  constructor(loaders: DecisionsLoaders) {
    super(loaders);
  }
}

@Resolver(() => CirclePostModel)
export class CirclePostDecisionsResolver extends decidedTexts(CirclePostModel, 'CIRCLE_POST') {
  constructor(loaders: DecisionsLoaders) {
    super(loaders);
  }
}
