import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IdentityLevelEnum } from '@fanfare/access';
import { CommunityModel } from '@fanfare/communities';
import type { IdentityLevel, Level } from '@fanfare/kernel';
import { LevelEnum } from '@fanfare/members';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, ValidateNested } from 'class-validator';

@InputType('LevelRightsInput')
export class LevelRightsInput {
  @IsIn(Object.keys(LevelEnum))
  @Field(() => LevelEnum)
  level: Level;

  @Field(() => Int, { description: 'The least score: 0 for the first level, more from one to the next.' })
  score: number;

  @IsIn(Object.keys(IdentityLevelEnum))
  @Field(() => IdentityLevelEnum, { description: 'Never less than the level before asks.' })
  identityLevel: IdentityLevel;

  @Field()
  links: boolean;

  @Field()
  images: boolean;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: '1 to 1,000; null: as many as they like.' })
  votesPerDay: number | null;

  @Field(() => Int, { description: '1 to 10' })
  reportWeight: number;

  @Field()
  applyToCalls: boolean;

  @Field()
  markHelpful: boolean;
}

@InputType()
export class UpdateLevelRightsInput {
  @Field({ description: 'The slug.' })
  community: string;

  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => LevelRightsInput)
  @Field(() => [LevelRightsInput], { description: 'All five levels. What one opens stays open above it.' })
  levels: LevelRightsInput[];
}

@ObjectType()
export class UpdateLevelRightsPayload {
  @Field(() => CommunityModel)
  community: CommunityModel;
}
