import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';

@ObjectType('TrackingDay')
export class TrackingDayModel {
  @Field({ description: 'Such as 2026-11-22, in UTC.' })
  day: string;

  @Field(() => Int, { description: 'People, each once.' })
  visitors: number;

  @Field(() => Int, { description: 'Programs, not counted among visitors.' })
  robots: number;
}

@ObjectType('TrackingLink', { description: 'An ambassador’s own way to where a mission sends people. Who follows it is counted, without cookies or addresses.' })
export class TrackingLinkModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Where the ambassador puts it.' })
  channel: string;

  @Field(() => ID)
  missionId: string;

  @Field()
  createdAt: Date;
}

@ObjectType()
export class TrackingLinkConnection extends ConnectionType(TrackingLinkModel, 'TrackingLink') {}

export const FeedProblemEnum = { UNREACHABLE: 'UNREACHABLE', NO_FEED: 'NO_FEED', NOT_YOURS: 'NOT_YOURS', TERM_ENDED: 'TERM_ENDED' } as const;
registerEnumType(FeedProblemEnum, {
  name: 'FeedProblem',
  description: 'Why a feed could not be read.',
  valuesMap: {
    NO_FEED: { description: 'There is a page, and no feed on it.' },
    TERM_ENDED: { description: 'Its writer is no ambassador at the moment: it is not read, and what was read before stays.' },
    NOT_YOURS: { description: 'It leads to a site that the member did not prove to be theirs.' },
  },
});

@ObjectType('SiteFeed', { description: 'The feed of a site that an ambassador proved to be theirs.' })
export class SiteFeedModel {
  @Field(() => ID)
  id: string;

  @Field()
  url: string;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it could last be read.' })
  readAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null once it failed for a week, and while its writer is no ambassador.' })
  nextReadAt: Date | null;

  @Field(() => FeedProblemEnum, { nullable: true })
  problem: string | null;
}

@ObjectType('SiteFeedItem', { description: 'What an ambassador wrote on their own site.' })
export class SiteFeedItemModel {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field()
  url: string;

  @Field()
  publishedAt: Date;
}

@ObjectType()
export class SiteFeedItemConnection extends ConnectionType(SiteFeedItemModel, 'SiteFeedItem') {}
