import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { isId } from '@fanfare/kernel';
import {
  EditCirclePostInput,
  EditCirclePostPayload,
  PostInCircleInput,
  PostInCirclePayload,
  RemoveCirclePostInput,
  RemoveCirclePostPayload,
  ShareIntoCircleInput,
  ShareIntoCirclePayload,
} from './circle.inputs.js';
import { CirclePostModel } from './circle.model.js';
import { postAsSeenBy } from './circle.policy.js';
import type { CirclePostRow } from './circle-post.row.js';
import { CirclePostsQueries } from './circle-posts.queries.js';
import { CirclePostsService } from './circle-posts.service.js';
import { CirclesLoaders } from './circles.loaders.js';

interface Payload {
  readonly post: CirclePostRow;
}

@Access('SIGNED_IN')
@Resolver(() => CirclePostModel)
export class CirclePostsResolver {
  constructor(
    private readonly posts: CirclePostsService,
    private readonly queries: CirclePostsQueries,
    private readonly loaders: CirclesLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => CirclePostModel, { nullable: true, description: 'Null to whoever may not read it.' })
  circlePost(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<CirclePostRow | null> | null {
    return isId(id) ? this.loaders.post.load(context, id.toLowerCase()) : null;
  }

  @Mutation(() => PostInCirclePayload, { description: 'By those in the circle.' })
  async postInCircle(@Args('input') input: PostInCircleInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.posts.post(context.actor, input));
  }

  @Mutation(() => ShareIntoCirclePayload, { description: 'By those in the circle. The idea and its support stay as they are.' })
  async shareIntoCircle(@Args('input') input: ShareIntoCircleInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.posts.share(context.actor, input));
  }

  @Mutation(() => EditCirclePostPayload)
  async editCirclePost(@Args('input') input: EditCirclePostInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.posts.edit(context.actor, input.post, input.body, input.rephrased));
  }

  @Mutation(() => RemoveCirclePostPayload, { description: 'Erases one’s own for good; a tombstone stays where somebody answered.' })
  async removeCirclePost(@Args('input') input: RemoveCirclePostInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.posts.remove(context.actor, input.post));
  }

  private async fresh(context: RequestContext, id: string): Promise<Payload> {
    this.loaders.forget(context);
    return { post: postAsSeenBy(context.actor, (await this.queries.byIds([id])).get(id)!) };
  }
}
