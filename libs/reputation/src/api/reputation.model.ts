import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdentityLevelEnum } from '@fanfare/access';
import { ConnectionType, PageArgs } from '@fanfare/graphql';
import type { IdentityLevel, Level } from '@fanfare/kernel';
import { LevelEnum, MemberModel } from '@fanfare/members';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';

@ObjectType('ReputationRule', { description: 'What merit comes from. Rules are versioned: an entry keeps the version it was written under.' })
export class ReputationRuleModel {
  @Field()
  code: string;

  @Field(() => Int)
  version: number;

  @Field(() => Int, { description: 'Before identity is applied.' })
  points: number;

  @Field(() => [Int], { nullable: true, description: 'Where the same two people meet again: the first time, the second, …; nothing from then on.' })
  perPair?: readonly number[];

  @Field(() => Int, { nullable: true, description: 'The most of it that counts in one day (UTC), before identity is applied.' })
  dailyCap?: number;
}

@ObjectType('LevelRights', { description: 'What a level asks for, and what it opens.' })
export class LevelRightsModel {
  @Field(() => LevelEnum)
  level: Level;

  @Field(() => Int)
  score: number;

  @Field(() => IdentityLevelEnum)
  identityLevel: IdentityLevel;

  @Field()
  links: boolean;

  @Field()
  images: boolean;

  @Field(() => Int, { nullable: true, description: 'Null: as many as they like.' })
  votesPerDay: number | null;

  @Field(() => Int)
  reportWeight: number;

  @Field()
  applyToCalls: boolean;

  @Field()
  markHelpful: boolean;
}

@ObjectType('NextLevel', { description: 'What the next level asks for beyond what they have.' })
export class NextLevelModel {
  @Field(() => LevelEnum)
  level: Level;

  @Field(() => Int, { description: 'Points that are missing.' })
  points: number;

  @Field(() => IdentityLevelEnum, { nullable: true, description: 'The identity level it asks for; null when theirs is enough.' })
  identity: IdentityLevel | null;
}

@ObjectType('ScorePoint')
export class ScorePointModel {
  @Field()
  at: Date;

  @Field(() => Int)
  score: number;
}

@ObjectType('ReputationMerit', { description: 'A kind of merit.' })
export class ReputationMeritModel {
  @Field(() => ReputationRuleModel)
  rule: ReputationRuleModel;

  @Field(() => Int, { description: 'How many acts or outcomes stand.' })
  times: number;
}

@ObjectType('ReputationSource', { description: 'What the standing entries of one rule bring together.' })
export class ReputationSourceModel {
  @Field(() => ReputationRuleModel)
  rule: ReputationRuleModel;

  @Field(() => Int, { description: 'Before identity is applied; negative for what costs.' })
  points: number;
}

@ObjectType('Reputation', { description: 'The score, and to the member and moderators each reason for it.' })
export class ReputationModel {
  @Field(() => Int)
  score: number;
}

@ObjectType('ReputationEntry', { description: 'One line of the ledger.' })
export class ReputationEntryModel {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Of the member’s entries, from 1.' })
  number: number;

  @Field(() => Int, { description: 'What the score moved by.' })
  points: number;

  @Field(() => Int, { description: 'Before identity is applied.' })
  base: number;

  @Field(() => Int, { description: 'What merit counted when it was written, in tenths.' })
  tenths: number;

  @Field(() => Int)
  scoreAfter: number;

  @Field({ description: 'Whether it takes back what earlier entries brought.' })
  reversal: boolean;

  @Field()
  at: Date;

  @Field(() => ID, { nullable: true, description: 'The entry that took back the last of it; null while some of it stands.' })
  reversedBy: string | null;

  @Field(() => Date, { nullable: true })
  reversedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when a moderator is asked to look at it.' })
  disputedAt: Date | null;
}

/** Why something is taken back. `RESTORED`: what had cost points was undone. */
export const ReversalReasonEnum = {
  VOTE_WITHDRAWN: 'VOTE_WITHDRAWN',
  VOTE_NO_LONGER_COUNTS: 'VOTE_NO_LONGER_COUNTS',
  MARK_WITHDRAWN: 'MARK_WITHDRAWN',
  COMMENT_DELETED: 'COMMENT_DELETED',
  IDEA_REMOVED: 'IDEA_REMOVED',
  IDEA_MOVED_ON: 'IDEA_MOVED_ON',
  CONTENT_REMOVED: 'CONTENT_REMOVED',
  DECISION_CHANGED: 'DECISION_CHANGED',
  RESTORED: 'RESTORED',
} as const;
export type ReversalReason = keyof typeof ReversalReasonEnum;
registerEnumType(ReversalReasonEnum, { name: 'ReversalReason' });

export const CAUSE_KINDS = ['IDEA', 'COMMENT', 'IDENTITY'] as const;
export const CauseKindEnum = { IDEA: 'IDEA', COMMENT: 'COMMENT', IDENTITY: 'IDENTITY' } as const;
registerEnumType(CauseKindEnum, { name: 'CauseKind' });

@ObjectType('Cause', { description: 'What an entry came from.' })
export class CauseModel {
  @Field(() => CauseKindEnum)
  kind: (typeof CAUSE_KINDS)[number];
}

@ObjectType()
export class ReputationEntryConnection extends ConnectionType(ReputationEntryModel, 'ReputationEntry') {}

export const LeaderboardPeriodEnum = { MONTH: 'MONTH', ALL_TIME: 'ALL_TIME' } as const;
registerEnumType(LeaderboardPeriodEnum, { name: 'LeaderboardPeriod' });

@ArgsType()
export class OwnPlaceArgs {
  @IsIn(['MONTH', 'ALL_TIME'])
  @Field(() => LeaderboardPeriodEnum)
  period: 'MONTH' | 'ALL_TIME';

  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  @Field(() => String, { nullable: true, description: 'As of `leaderboard`.' })
  month?: string | null;
}

@ArgsType()
export class LeaderboardArgs extends PageArgs {
  @IsIn(['MONTH', 'ALL_TIME'])
  @Field(() => LeaderboardPeriodEnum)
  period: 'MONTH' | 'ALL_TIME';

  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  @Field(() => String, { nullable: true, description: 'Such as 2026-01, in UTC; the present one when left out.' })
  month?: string | null;
}

@ObjectType('LeaderboardPlace')
export class LeaderboardPlaceModel {
  @Field(() => Int, { description: 'From 1; equal points share one.' })
  rank: number;

  @Field(() => Int, { description: 'The score, or the points of the month.' })
  points: number;
}

@ObjectType()
export class LeaderboardPlaceConnection extends ConnectionType(LeaderboardPlaceModel, 'LeaderboardPlace') {}

@ObjectType('ReputationDispute', { description: 'An entry that its member says is wrong.' })
export class ReputationDisputeModel {
  @Field(() => ID)
  id: string;

  @Field()
  reason: string;

  @Field()
  disputedAt: Date;
}

@ObjectType()
export class ReputationDisputeConnection extends ConnectionType(ReputationDisputeModel, 'ReputationDispute') {}

@InputType()
export class DisputeEntryInput {
  @IsUUID()
  @Field(() => ID)
  entry: string;

  @Field({ description: 'Why it is wrong: up to 2,000 characters.' })
  reason: string;
}

@ObjectType()
export class DisputeEntryPayload {
  @Field(() => ReputationEntryModel)
  entry: ReputationEntryModel;
}

@InputType()
export class HideFromLeaderboardsInput {
  @Field({ description: 'The slug.' })
  community: string;

  @Field({ description: 'False shows one again.' })
  hidden: boolean;
}

@ObjectType()
export class HideFromLeaderboardsPayload {
  @Field(() => MemberModel)
  member: MemberModel;
}
