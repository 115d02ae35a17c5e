import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import { type Actor, isId } from '@fanfare/kernel';
import { AppreciationsService } from './appreciations.service.js';
import {
  AppreciateCreationInput,
  AppreciateCreationPayload,
  EditCreationInput,
  EditCreationPayload,
  ShowCreationInput,
  ShowCreationPayload,
  UnappreciateCreationInput,
  UnappreciateCreationPayload,
  WithdrawCreationInput,
  WithdrawCreationPayload,
} from './creation.inputs.js';
import { CreationModel } from './creation.model.js';
import { creationAsSeenBy } from './creation.policy.js';
import type { CreationRow } from './creation.row.js';
import { CreationsLoaders } from './creations.loaders.js';
import { CreationsService } from './creations.service.js';

interface Payload {
  readonly creation: CreationRow;
}

@Access('SIGNED_IN')
@Resolver(() => CreationModel)
export class CreationsResolver {
  constructor(
    private readonly creations: CreationsService,
    private readonly appreciations: AppreciationsService,
    private readonly loaders: CreationsLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => CreationModel, { nullable: true, description: 'A withdrawn creation is a tombstone.' })
  creation(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<CreationRow | null> | null {
    return isId(id) ? this.loaders.byId.load(context, id.toLowerCase()) : null;
  }

  @Mutation(() => ShowCreationPayload)
  async showCreation(@Args('input') input: ShowCreationInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.creations.show(actor, input));
  }

  @Mutation(() => EditCreationPayload)
  async editCreation(@Args('input') input: EditCreationInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.creations.edit(actor, input.creation, input));
  }

  @Mutation(() => WithdrawCreationPayload, { description: 'Takes one’s own work back for good; a tombstone holds the chain.' })
  async withdrawCreation(@Args('input') input: WithdrawCreationInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.creations.withdraw(actor, input.creation));
  }

  @Mutation(() => AppreciateCreationPayload, { description: 'Twice is the same.' })
  async appreciateCreation(@Args('input') input: AppreciateCreationInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.appreciations.appreciate(actor, input.creation));
  }

  @Mutation(() => UnappreciateCreationPayload)
  async unappreciateCreation(@Args('input') input: UnappreciateCreationInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.appreciations.unappreciate(actor, input.creation));
  }

  /** What was loaded before the change is forgotten. */
  private fresh(context: RequestContext, creation: CreationRow): Payload {
    this.loaders.forget(context, creation.id);
    return { creation: creationAsSeenBy(context.actor, creation) };
  }
}
