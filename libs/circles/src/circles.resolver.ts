import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { isId } from '@fanfare/kernel';
import {
  CreateCircleInput,
  CreateCirclePayload,
  DecideCircleRequestInput,
  DecideCircleRequestPayload,
  JoinCircleInput,
  JoinCirclePayload,
  LeaveCircleInput,
  LeaveCirclePayload,
  RecogniseCircleInput,
  RecogniseCirclePayload,
  RemoveFromCircleInput,
  RemoveFromCirclePayload,
  UpdateCircleInput,
  UpdateCirclePayload,
} from './circle.inputs.js';
import { CircleModel } from './circle.model.js';
import type { CircleRow } from './circle.row.js';
import { CircleMembershipService } from './circle-membership.service.js';
import { CirclesLoaders } from './circles.loaders.js';
import { CirclesQueries } from './circles.queries.js';
import { CirclesService } from './circles.service.js';

interface Payload {
  readonly circle: CircleRow;
}

@Access('SIGNED_IN')
@Resolver(() => CircleModel)
export class CirclesResolver {
  constructor(
    private readonly circles: CirclesService,
    private readonly people: CircleMembershipService,
    private readonly queries: CirclesQueries,
    private readonly loaders: CirclesLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => CircleModel, { nullable: true, description: 'By its id, or by its address in a community.' })
  circle(
    @Ctx() context: RequestContext,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
    @Args('community', { type: () => String, nullable: true, description: 'The slug.' }) community?: string | null,
    @Args('slug', { type: () => String, nullable: true }) slug?: string | null,
  ): Promise<CircleRow | null> | null {
    if (id) return isId(id) ? this.loaders.byId.load(context, id.toLowerCase()) : null;
    return community && slug ? this.queries.bySlug(community, slug) : null;
  }

  @Mutation(() => CreateCirclePayload, { description: 'By any member of the community, who is the first in it.' })
  async createCircle(@Args('input') input: CreateCircleInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.circles.create(context.actor, input));
  }

  @Mutation(() => UpdateCirclePayload, { description: 'By who looks after it.' })
  async updateCircle(@Args('input') input: UpdateCircleInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.circles.update(context.actor, input.circle, input);
    return this.fresh(context, input.circle);
  }

  @Mutation(() => JoinCirclePayload, { description: 'At once, or as a request: see `viewerMembership` and `viewerRequest`. Joining twice is joining once.' })
  async joinCircle(@Args('input') input: JoinCircleInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.people.join(context.actor, input.circle, input.message);
    return this.fresh(context, input.circle);
  }

  @Mutation(() => LeaveCirclePayload, { description: 'Or takes a request back.' })
  async leaveCircle(@Args('input') input: LeaveCircleInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.people.leave(context.actor, input.circle);
    return this.fresh(context, input.circle);
  }

  @Mutation(() => DecideCircleRequestPayload, { description: 'By who looks after the circle.' })
  async decideCircleRequest(@Args('input') input: DecideCircleRequestInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.people.decide(context.actor, input.request, input.accept));
  }

  @Mutation(() => RemoveFromCirclePayload, { description: 'By who looks after the circle. What they said stays; coming back takes a request.' })
  async removeFromCircle(@Args('input') input: RemoveFromCircleInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.people.remove(context.actor, input.circle, input.member, input.reason);
    return this.fresh(context, input.circle);
  }

  @Mutation(() => RecogniseCirclePayload, { description: 'By an OWNER or BRAND_MANAGER; recognising again changes the note.' })
  async recogniseCircle(@Args('input') input: RecogniseCircleInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.circles.recognise(context.actor, input.circle, input.recognised, input.note);
    return this.fresh(context, input.circle);
  }

  /** As it is after the write, whatever was loaded before. */
  private async fresh(context: RequestContext, id: string): Promise<Payload> {
    this.loaders.forget(context);
    return { circle: (await this.loaders.byId.load(context, id.toLowerCase()))! };
  }
}
