import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { isId, Problem } from '@fanfare/kernel';
import { RecruitmentLoaders } from '../recruitment.loaders.js';
import {
  CloseCallInput,
  CloseCallPayload,
  ExtendCallInput,
  ExtendCallPayload,
  NameCallReviewersInput,
  NameCallReviewersPayload,
  OpenCallInput,
  OpenCallPayload,
  PublishCallInput,
  PublishCallPayload,
  SeeCallInput,
  SeeCallPayload,
  UpdateCallInput,
  UpdateCallPayload,
} from './call.inputs.js';
import { CallModel } from './call.model.js';
import { canSeeCall } from './call.policy.js';
import type { CallRow } from './call.row.js';
import { CallsService } from './calls.service.js';

interface Payload {
  readonly call: CallRow;
}

@Access('SIGNED_IN')
@Resolver(() => CallModel)
export class CallsResolver {
  constructor(
    private readonly calls: CallsService,
    private readonly loaders: RecruitmentLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => CallModel, { nullable: true, description: 'A draft is for those who write it.' })
  async call(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<CallRow | null> {
    const call = isId(id) ? await this.loaders.call.load(context, id.toLowerCase()) : null;
    return call && canSeeCall(context.actor, call) ? call : null;
  }

  @Mutation(() => OpenCallPayload, { description: 'By an OWNER or BRAND_MANAGER: a draft, or public at once.' })
  async openCall(@Args('input') input: OpenCallInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.calls.open(context.actor, input));
  }

  @Mutation(() => UpdateCallPayload, { description: 'By an OWNER or BRAND_MANAGER, until it opens.' })
  async updateCall(@Args('input') input: UpdateCallInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.calls.update(context.actor, input.call, input);
    return this.fresh(context, input.call);
  }

  @Mutation(() => PublishCallPayload, { description: 'By an OWNER or BRAND_MANAGER. It opens and closes by its dates.' })
  async publishCall(@Args('input') input: PublishCallInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.calls.publish(context.actor, input.call);
    return this.fresh(context, input.call);
  }

  @Mutation(() => CloseCallPayload, { description: 'By an OWNER or BRAND_MANAGER, before its time, with a notice.' })
  async closeCall(@Args('input') input: CloseCallInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.calls.close(context.actor, input.call, input.notice);
    return this.fresh(context, input.call);
  }

  @Mutation(() => ExtendCallPayload, { description: 'By an OWNER or BRAND_MANAGER, with a notice, while nobody is decided.' })
  async extendCall(@Args('input') input: ExtendCallInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.calls.extend(context.actor, input.call, input.closesAt, input.notice);
    return this.fresh(context, input.call);
  }

  @Mutation(() => NameCallReviewersPayload, { description: 'By an OWNER or BRAND_MANAGER: which members read the applications beside them.' })
  async nameCallReviewers(@Args('input') input: NameCallReviewersInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.calls.nameReviewers(context.actor, input.call, input.members);
    return this.fresh(context, input.call);
  }

  @Mutation(() => SeeCallPayload, { description: 'Counts the reader, once, as a member who saw the call.' })
  async seeCall(@Args('input') input: SeeCallInput, @Ctx() context: RequestContext): Promise<Payload> {
    const { call } = await this.fresh(context, input.call);
    await this.calls.see(context.actor, call.id);
    return { call };
  }

  /** As it is after the write, whatever was loaded before. */
  private async fresh(context: RequestContext, id: string): Promise<Payload> {
    this.loaders.forget(context);
    const call = await this.call(id, context);
    if (!call) throw new Problem('NOT_FOUND', { what: 'call' });
    return { call };
  }
}
