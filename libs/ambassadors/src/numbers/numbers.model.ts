import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';

@ArgsType()
export class AmbassadorNumbersArgs {
  @Field()
  from: Date;

  @Field({ description: 'Not included; at most three years after from.' })
  to: Date;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The funnel of this call alone, whenever it was.' })
  call?: string | null;
}

@ObjectType('CallFunnel', { description: 'Members, each where they came to.' })
export class CallFunnelModel {
  @Field(() => ID)
  callId: string;

  @Field()
  title: string;

  @Field(() => Int, { description: 'Signed-in members who opened the call, or applied.' })
  seen: number;

  @Field(() => Int)
  started: number;

  @Field(() => Int)
  submitted: number;

  @Field(() => Int, { description: 'Who was given a seat, kept or not.' })
  selected: number;

  @Field(() => Int, { description: 'Who accepted the agreement.' })
  accepted: number;
}

@ObjectType('StateCount')
export class StateCountModel {
  @Field()
  state: string;

  @Field(() => Int)
  count: number;
}

@ObjectType('DisclosureNumbers', { description: 'Links of work accepted in the time, by the last reading of their pages.' })
export class DisclosureNumbersModel {
  @Field(() => Int)
  found: number;

  @Field(() => Int)
  missing: number;

  @Field(() => Int)
  unreachable: number;

  @Field(() => Int, { description: 'Not read yet.' })
  unread: number;

  @Field(() => Float, { nullable: true, description: 'found / (found + missing).' })
  rate: number | null;
}

@ObjectType('AnswerTimes', { description: 'From submitting to the first answer, for what was first answered in the time; in hours.' })
export class AnswerTimesModel {
  @Field(() => Int)
  count: number;

  @Field(() => Float, { nullable: true })
  median: number | null;

  @Field(() => Float, { nullable: true, description: 'Nine of ten took no longer.' })
  ninetieth: number | null;
}

@ObjectType('ChannelReach')
export class ChannelReachModel {
  @Field()
  channel: string;

  @Field(() => Int, { description: 'Tracking links that brought anybody.' })
  links: number;

  @Field(() => Int, { description: 'Visitors, each once per link and day.' })
  visitors: number;

  @Field(() => Int, { description: 'Programs, not counted among visitors.' })
  robots: number;
}

@ObjectType('MissionCost', { description: 'What a mission’s entries were paid in the time, less what was taken back; also of missions that paid nothing, where work was accepted.' })
export class MissionCostModel {
  @Field(() => ID, { nullable: true })
  missionId: string | null;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field(() => Int)
  points: number;

  @Field(() => Int, { description: 'Pieces.' })
  perks: number;

  @Field(() => Int, { description: 'Entries accepted in the time, and not taken back since.' })
  accepted: number;
}

@ObjectType('MissionAmplification')
export class MissionAmplificationModel {
  @Field(() => ID)
  missionId: string;

  @Field()
  title: string;

  @Field(() => Int)
  visitors: number;

  @Field(() => Int)
  works: number;

  @Field(() => Float, { description: 'Visitors per piece.' })
  value: number;
}

@ObjectType('ReachDay')
export class ReachDayModel {
  @Field({ description: 'Such as 2026-11-22, in UTC.' })
  day: string;

  @Field(() => Int)
  visitors: number;
}

@ObjectType('Amplification', { description: 'People who came by the links of accepted work, per piece of it.' })
export class AmplificationModel {
  @Field(() => Int, { description: 'By links of members whose entry for the mission is accepted.' })
  visitors: number;

  @Field(() => Int, { description: 'Entries accepted in the time, and earlier ones that still reached somebody in it.' })
  works: number;

  @Field(() => Float, { nullable: true })
  value: number | null;

  @Field(() => [MissionAmplificationModel], { description: 'Of each mission with such work, the farthest first.' })
  missions: MissionAmplificationModel[];
}

@ObjectType('Credibility', { description: 'The share of reach that comes from voices that are VERIFIED, and unpaid or disclosed. A voice weighs 1 + log2(1 + reputation).' })
export class CredibilityModel {
  @Field(() => Float)
  weighed: number;

  @Field(() => Float)
  credible: number;

  @Field(() => Float, { description: 'Of verified voices that get something and whose pages do not say so.' })
  undisclosed: number;

  @Field(() => Float, { description: 'Of voices that are not verified.' })
  unverified: number;

  @Field(() => Float, { nullable: true })
  value: number | null;
}

@ObjectType('Appropriation', { description: 'What members (staff aside) began by themselves, and how much of it at least two others took up: members who are neither of the team nor anonymous. Who builds on another’s work begins nothing.' })
export class AppropriationModel {
  @Field({ description: 'IDEA (others back it, verified), WORK (others appreciate it or build on it), WORDS (others find a comment helpful).' })
  kind: string;

  @Field(() => Int)
  started: number;

  @Field(() => Int)
  takenUp: number;
}

@ObjectType('AmbassadorNumbers', { description: 'What became of a movement. The files behind it: /c/SLUG/movement/files/NAME.csv' })
export class AmbassadorNumbersModel {
  @Field(() => [CallFunnelModel], { description: 'The latest first.' })
  calls: CallFunnelModel[];

  @Field(() => [StateCountModel], { description: 'Missions whose window touches the time: DRAFT, UPCOMING, OPEN, OVER, CLOSED.' })
  missions: StateCountModel[];

  @Field(() => [StateCountModel], { description: 'Entries first submitted in the time.' })
  entries: StateCountModel[];

  @Field(() => DisclosureNumbersModel)
  disclosure: DisclosureNumbersModel;

  @Field(() => AnswerTimesModel)
  entryAnswers: AnswerTimesModel;

  @Field(() => AnswerTimesModel)
  applicationAnswers: AnswerTimesModel;

  @Field(() => [ChannelReachModel], { description: 'The most visitors first.' })
  reach: ChannelReachModel[];

  @Field(() => [ReachDayModel], { description: 'Days that brought anybody, the earliest first.' })
  reachDays: ReachDayModel[];

  @Field(() => [MissionCostModel], { description: 'The dearest first.' })
  costs: MissionCostModel[];

  @Field(() => AmplificationModel)
  amplification: AmplificationModel;

  @Field(() => CredibilityModel)
  credibility: CredibilityModel;

  @Field(() => [AppropriationModel])
  appropriation: AppropriationModel[];
}
