import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { type Connection, Ctx, CurrentActor, PageArgs, permissionOf, RequestContext } from '@fanfare/graphql';
import { type Actor, isId } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders, MentionsService } from '@fanfare/members';
import {
  EditCreationResponseInput,
  EditCreationResponsePayload,
  RemoveCreationResponseInput,
  RemoveCreationResponsePayload,
  RespondToCreationInput,
  RespondToCreationPayload,
} from './creation.inputs.js';
import { CreationModel, CreationResponseConnection, CreationResponseModel, CreationResponsePermissionsModel } from './creation.model.js';
import { canEditResponse, canRemoveResponse, responseAsSeenBy } from './creation.policy.js';
import type { CreationRow } from './creation.row.js';
import type { CreationResponseRow } from './creation-response.row.js';
import { CreationResponsesService } from './creation-responses.service.js';
import { CreationsLoaders } from './creations.loaders.js';

interface Payload {
  readonly response: CreationResponseRow;
}

@Access('SIGNED_IN')
@Resolver(() => CreationResponseModel)
export class CreationResponsesResolver {
  constructor(
    private readonly service: CreationResponsesService,
    private readonly loaders: CreationsLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => CreationResponseModel, { nullable: true, description: 'A deleted response is a tombstone.' })
  creationResponse(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<CreationResponseRow | null> | null {
    return isId(id) ? this.loaders.responseById.load(context, id.toLowerCase()) : null;
  }

  @Mutation(() => RespondToCreationPayload)
  async respondToCreation(@Args('input') input: RespondToCreationInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.service.add(actor, input));
  }

  @Mutation(() => EditCreationResponsePayload)
  async editCreationResponse(@Args('input') input: EditCreationResponseInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.service.edit(actor, input.response, input.body, input.rephrased));
  }

  @Mutation(() => RemoveCreationResponsePayload, { description: 'Erases one’s own response for good; a tombstone stays.' })
  async removeCreationResponse(@Args('input') input: RemoveCreationResponseInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.service.remove(actor, input.response));
  }

  private fresh(context: RequestContext, response: CreationResponseRow): Payload {
    this.loaders.forget(context, response.creationId);
    this.loaders.responseById.clear(context, response.id);
    return { response: responseAsSeenBy(context.actor, response) };
  }
}

@Resolver(() => CreationResponseModel)
export class CreationResponseFieldsResolver {
  constructor(
    private readonly loaders: CreationsLoaders,
    private readonly members: MembersLoaders,
    private readonly mentions: MentionsService,
  ) {}

  @ResolveField(() => String)
  html(@Parent() response: CreationResponseRow, @Ctx() context: RequestContext): Promise<string> {
    return this.mentions.render(context, response.communityId, response.body);
  }

  @ResolveField(() => CreationModel)
  creation(@Parent() { creationId }: CreationResponseRow, @Ctx() context: RequestContext): Promise<CreationRow | null> {
    return this.loaders.byId.load(context, creationId);
  }

  @ResolveField(() => MemberModel, { nullable: true })
  author(@Parent() { authorId }: CreationResponseRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return authorId === null ? null : this.members.byId.load(context, authorId);
  }

  @ResolveField(() => CreationResponseModel, { nullable: true, description: 'Whom a reply answers: the response above it, or another reply beside it.' })
  inReplyTo(@Parent() { replyToId }: CreationResponseRow, @Ctx() context: RequestContext): Promise<CreationResponseRow | null> | null {
    return replyToId === null ? null : this.loaders.responseById.load(context, replyToId);
  }

  @ResolveField(() => CreationResponseConnection, { description: 'From the oldest. A reply has none: answers to it stand beside it.' })
  replies(@Parent() { id }: CreationResponseRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CreationResponseRow>> {
    return this.loaders.responsePage(context, 'REPLIES', id, page);
  }

  @ResolveField(() => CreationResponsePermissionsModel)
  viewerCan(@Parent() response: CreationResponseRow, @Ctx() { actor }: RequestContext): CreationResponsePermissionsModel {
    return { edit: permissionOf(canEditResponse(actor, response)), remove: permissionOf(canRemoveResponse(actor, response)) };
  }
}
