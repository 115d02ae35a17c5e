import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import { type Actor, isId } from '@fanfare/kernel';
import {
  AddCommentInput,
  AddCommentPayload,
  DeleteCommentInput,
  DeleteCommentPayload,
  EditCommentInput,
  EditCommentPayload,
  MarkHelpfulInput,
  MarkHelpfulPayload,
  UnmarkHelpfulInput,
  UnmarkHelpfulPayload,
} from './comment.inputs.js';
import { CommentModel } from './comment.model.js';
import { commentAsSeenBy } from './comment.policy.js';
import type { CommentRow } from './comment.row.js';
import { CommentsLoaders } from './comments.loaders.js';
import { CommentsService } from './comments.service.js';
import { HelpfulMarksService } from './helpful-marks.service.js';

interface Payload {
  readonly comment: CommentRow;
}

@Access('SIGNED_IN')
@Resolver(() => CommentModel)
export class CommentsResolver {
  constructor(
    private readonly comments: CommentsService,
    private readonly marks: HelpfulMarksService,
    private readonly loaders: CommentsLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => CommentModel, { nullable: true, description: 'Null to whoever may not read it. A deleted comment is a tombstone.' })
  comment(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<CommentRow | null> | null {
    return isId(id) ? this.loaders.visible.load(context, id.toLowerCase()) : null;
  }

  @Mutation(() => AddCommentPayload)
  async addComment(@Args('input') input: AddCommentInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.comments.add(actor, input));
  }

  @Mutation(() => EditCommentPayload)
  async editComment(@Args('input') input: EditCommentInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.comments.edit(actor, input.comment, input.body, input.rephrased));
  }

  @Mutation(() => DeleteCommentPayload, { description: 'Erases one’s own comment for good; a tombstone stays.' })
  async deleteComment(@Args('input') input: DeleteCommentInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.comments.delete(actor, input.comment));
  }

  @Mutation(() => MarkHelpfulPayload, { description: 'Marking twice is the same mark.' })
  async markHelpful(@Args('input') input: MarkHelpfulInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.marks.mark(actor, input.comment));
  }

  @Mutation(() => UnmarkHelpfulPayload)
  async unmarkHelpful(@Args('input') input: UnmarkHelpfulInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.marks.unmark(actor, input.comment));
  }

  /** What was loaded before the change is forgotten. */
  private fresh(context: RequestContext, comment: CommentRow): Payload {
    this.loaders.forget(context, comment);
    return { comment: commentAsSeenBy(context.actor, comment) };
  }
}
