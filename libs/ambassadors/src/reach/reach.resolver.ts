import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import {
  CreateTrackingLinkInput,
  CreateTrackingLinkPayload,
  FollowSiteFeedInput,
  FollowSiteFeedPayload,
  SetTrackingTargetInput,
  SetTrackingTargetPayload,
  UnfollowSiteFeedInput,
  UnfollowSiteFeedPayload,
} from './reach.inputs.js';
import { ReachQueries } from './reach.queries.js';
import type { SiteFeedRow, TrackingLinkRow } from './reach.row.js';
import { SiteFeedsService } from './site-feeds.service.js';
import { TrackingLinksService } from './tracking-links.service.js';

/** Ambassadors' links and feeds. */
@Access('SIGNED_IN')
@Resolver()
export class ReachResolver {
  constructor(
    private readonly links: TrackingLinksService,
    private readonly feeds: SiteFeedsService,
    private readonly queries: ReachQueries,
  ) {}

  @Mutation(() => CreateTrackingLinkPayload, { description: 'One’s own link of a mission one joined, for a channel; the same when asked again.' })
  async createTrackingLink(@Args('input') input: CreateTrackingLinkInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ trackingLink: TrackingLinkRow }> {
    const id = await this.links.create(actor, input.mission, input.channel);
    return { trackingLink: (await this.queries.link.load(context, id))! };
  }

  @Mutation(() => SetTrackingTargetPayload, { description: 'For the brand’s team.' })
  async setTrackingTarget(@Args('input') input: SetTrackingTargetInput, @CurrentActor() actor: Actor): Promise<{ missionId: string }> {
    await this.links.aim(actor, input.mission, input.target ?? null);
    return { missionId: input.mission };
  }

  @Mutation(() => FollowSiteFeedPayload, { description: 'For ambassadors, of sites they proved to be theirs.' })
  async followSiteFeed(@Args('input') input: FollowSiteFeedInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ feed: SiteFeedRow }> {
    const id = await this.feeds.follow(actor, input.community, input.url);
    return { feed: (await this.queries.feed.load(context, id))! };
  }

  @Mutation(() => UnfollowSiteFeedPayload)
  async unfollowSiteFeed(@Args('input') input: UnfollowSiteFeedInput, @CurrentActor() actor: Actor): Promise<{ feedId: string }> {
    await this.feeds.unfollow(actor, input.feed);
    return { feedId: input.feed };
  }
}
