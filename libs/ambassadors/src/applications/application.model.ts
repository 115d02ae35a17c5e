import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdentityLevelEnum } from '@fanfare/access';
import { ConnectionType, PageArgs } from '@fanfare/graphql';
import type { IdentityLevel, Level } from '@fanfare/kernel';
import { LevelEnum } from '@fanfare/members';
import { IsIn, IsOptional } from 'class-validator';
import { APPLICATION_OUTCOMES, APPLICATION_STATES, type ApplicationOutcome, type ApplicationState, type CallSelection } from '../ambassadors.enums.js';
import { CallSelectionEnum, enumOf } from '../calls/call.model.js';
import { APPLICATION_ORDERS, type ApplicationOrder } from '../panel/panel.queries.js';

export const ApplicationStateEnum = enumOf(APPLICATION_STATES);
registerEnumType(ApplicationStateEnum, { name: 'ApplicationState' });
export const ApplicationOutcomeEnum = enumOf(APPLICATION_OUTCOMES);
registerEnumType(ApplicationOutcomeEnum, { name: 'ApplicationOutcome' });
export const ApplicationOrderEnum = enumOf(APPLICATION_ORDERS);
registerEnumType(ApplicationOrderEnum, { name: 'ApplicationOrder' });
export const ReviewOutcomeEnum = { KEPT: 'KEPT', CHANGED: 'CHANGED' } as const;
registerEnumType(ReviewOutcomeEnum, { name: 'ApplicationReviewOutcome' });

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @IsOptional()
  @IsIn(APPLICATION_ORDERS)
  @Field(() => ApplicationOrderEnum, { nullable: true, description: 'RANKING when left out.' })
  orderBy?: ApplicationOrder | null;

  @IsOptional()
  @IsIn(APPLICATION_STATES, { each: true })
  @Field(() => [ApplicationStateEnum], { nullable: true })
  state?: ApplicationState[] | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Only what the reader has not marked yet, and may.' })
  unmarked?: boolean | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Only of whom a look again is asked for.' })
  reviewAsked?: boolean | null;
}

@ObjectType('Application', { description: 'A member’s answer to a call. Of a blind one the panel is told nothing that names the member until it is decided.' })
export class ApplicationModel {
  @Field(() => ID)
  id: string;

  @Field(() => ApplicationStateEnum)
  state: ApplicationState;

  @Field()
  startedAt: Date;

  @Field()
  changedAt: Date;

  @Field(() => Date, { nullable: true })
  submittedAt: Date | null;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When a seat that was offered or held went on to others.' })
  seatLeftAt: Date | null;

  @Field(() => Int, { description: 'Of the community, whatever they count as.' })
  votes: number;

  @Field(() => Int, { description: 'Only these count.' })
  verifiedVotes: number;
}

@ObjectType()
export class ApplicationConnection extends ConnectionType(ApplicationModel, 'Application') {}

@ObjectType('ApplicationAnswer')
export class ApplicationAnswerModel {
  @Field(() => ID)
  question: string;

  @Field(() => String, { nullable: true, description: 'Null where it is not for the reader: a link, before a blind panel has decided.' })
  answer: string | null;
}

@ObjectType('DeclaredReach', { description: 'As the applicant says. `proved`: the address links back to their profile (`rel="me"`); the number is theirs alone.' })
export class DeclaredReachModel {
  @Field(() => String, { nullable: true, description: 'Null before a blind panel has decided.' })
  channel: string | null;

  @Field(() => String, { nullable: true, description: 'Null before a blind panel has decided.' })
  url: string | null;

  @Field(() => Int)
  followers: number;

  @Field()
  proved: boolean;
}

@ObjectType('ApplicationDecision', { description: 'An answer the applicant got. None is rewritten; one that reverses another names it.' })
export class ApplicationDecisionModel {
  @Field(() => ID)
  id: string;

  @Field(() => ApplicationOutcomeEnum)
  state: ApplicationOutcome;

  @Field()
  reason: string;

  @Field()
  at: Date;

  @Field(() => ID, { nullable: true })
  reverses: string | null;

  @Field(() => Date, { nullable: true, description: 'When the applicant asked to look at it again.' })
  reviewAskedAt: Date | null;

  @Field(() => String, { nullable: true })
  reviewText: string | null;

  @Field(() => ReviewOutcomeEnum, { nullable: true })
  reviewOutcome: 'KEPT' | 'CHANGED' | null;

  @Field(() => String, { nullable: true })
  reviewAnswer: string | null;
}

@ObjectType('ApplicationMark', { description: 'One reviewer’s mark on one criterion.' })
export class ApplicationMarkModel {
  @Field(() => Int)
  criterion: number;

  @Field(() => Int, { description: '0 to 5.' })
  score: number;

  @Field()
  note: string;

  @Field()
  at: Date;
}

@ObjectType('ApplicationRanking', { description: 'How it stands, with each number that led there. PANEL: the panel’s points. COMMUNITY: 5 × verified votes ÷ the most anybody got. HALF: the mean of both, what is missing counting 0.' })
export class ApplicationRankingModel {
  @Field(() => Int, { description: 'From 1; equal points share one.' })
  place: number;

  @Field(() => CallSelectionEnum)
  selection: CallSelection;

  @Field(() => Float, { nullable: true, description: '0 to 5.' })
  points: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean of the reviewers’ weighted marks, 0 to 5.' })
  panelPoints: number | null;

  @Field(() => Int)
  reviewers: number;

  @Field(() => Float, { nullable: true })
  communityPoints: number | null;

  @Field(() => Int)
  verifiedVotes: number;

  @Field(() => Int)
  votes: number;

  @Field(() => Int, { description: 'The most verified votes that anybody in the call got.' })
  mostVotes: number;
}

@ObjectType('ApplicantMerit')
export class ApplicantMeritModel {
  @Field({ description: 'The code of the rule.' })
  rule: string;

  @Field(() => Int)
  times: number;
}

@ObjectType('ApplicantTopic')
export class ApplicantTopicModel {
  @Field({ description: 'The name of a category they post ideas in.' })
  category: string;

  @Field(() => Int)
  ideas: number;
}

@ObjectType('ApplicantGenuineness', { description: 'What speaks for or against an account behaving as one honest person: 0 to 1, a half says nothing.' })
export class ApplicantGenuinenessModel {
  @Field({ description: 'Such as trust, independence, identity, constancy.' })
  kind: string;

  @Field(() => Float)
  value: number;
}

@ObjectType('ApplicantStanding', { description: 'How who applied has behaved here: for the panel, without a name.' })
export class ApplicantStandingModel {
  @Field(() => LevelEnum)
  level: Level;

  @Field(() => IdentityLevelEnum)
  identityLevel: IdentityLevel;

  @Field(() => Int, { description: 'Reputation; before a blind panel has decided rounded to tens, so that it names nobody.' })
  score: number;

  @Field(() => Int, { description: 'Months as a member.' })
  months: number;

  @Field(() => [ApplicantMeritModel])
  merits: readonly ApplicantMeritModel[];

  @Field(() => [ApplicantTopicModel])
  topics: readonly ApplicantTopicModel[];

  @Field(() => [ApplicantGenuinenessModel], { description: 'Empty while nobody judged them.' })
  genuineness: readonly ApplicantGenuinenessModel[];

  @Field(() => Int, { description: 'Votes of theirs that wait because they came together with many others.' })
  heldVotes: number;
}
