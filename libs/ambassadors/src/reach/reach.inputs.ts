import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { SiteFeedModel, TrackingLinkModel } from './reach.model.js';

@InputType()
export class CreateTrackingLinkInput {
  @IsUUID()
  @Field(() => ID)
  mission: string;

  @MaxLength(200)
  @Field({ description: 'Where it will stand, such as a network or one’s own site.' })
  channel: string;
}

@ObjectType()
export class CreateTrackingLinkPayload {
  @Field(() => TrackingLinkModel)
  trackingLink: TrackingLinkModel;
}

@InputType()
export class SetTrackingTargetInput {
  @IsUUID()
  @Field(() => ID)
  mission: string;

  @IsOptional()
  @MaxLength(2_000)
  @Field(() => String, { nullable: true, description: 'Where the mission’s links lead; the community’s own page when left out.' })
  target?: string | null;
}

@ObjectType()
export class SetTrackingTargetPayload {
  @Field(() => ID)
  missionId: string;
}

@InputType()
export class FollowSiteFeedInput {
  @Field({ description: 'The slug.' })
  community: string;

  @MaxLength(2_000)
  @Field({ description: 'Of the feed, or of a page that names it, on a site that one proved to be one’s own.' })
  url: string;
}

@ObjectType()
export class FollowSiteFeedPayload {
  @Field(() => SiteFeedModel)
  feed: SiteFeedModel;
}

@InputType()
export class UnfollowSiteFeedInput {
  @IsUUID()
  @Field(() => ID)
  feed: string;
}

@ObjectType()
export class UnfollowSiteFeedPayload {
  @Field(() => ID)
  feedId: string;
}
