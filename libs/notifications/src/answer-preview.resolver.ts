import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, FEW_LISTS, RequestContext } from '@fanfare/graphql';
import { canAnswer, IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { enforce } from '@fanfare/kernel';
import { AnswerPreviewInput, MailPreviewModel } from './answer-preview.model.js';
import { AnswerPreviewService } from './answer-preview.service.js';

/** What an answer says by mail, before it is out. */
@Resolver(() => IdeaModel)
export class AnswerPreviewResolver {
  constructor(private readonly previews: AnswerPreviewService) {}

  @Access('SIGNED_IN')
  @ResolveField(() => MailPreviewModel, { nullable: true, description: 'Brand roles: the mail that an answer like this sends to somebody who backs the idea.' })
  async answerPreview(@Parent() idea: IdeaRow, @Args('input') input: AnswerPreviewInput, @Ctx() context: RequestContext): Promise<MailPreviewModel> {
    FEW_LISTS.count(context);
    enforce(canAnswer(context.actor, idea));
    return this.previews.render(context, idea, input);
  }
}
