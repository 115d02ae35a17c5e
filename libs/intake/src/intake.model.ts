import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { CommunityModel } from '@fanfare/communities';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';

@ObjectType('IntakeSettings', { description: 'How a community receives texts; for its owners and moderators.' })
export class IntakeSettingsModel {
  @Field({ description: 'Whether everything that anonymous members write is read before it is shown.' })
  holdAnonymous: boolean;

  @Field(() => [String], { description: 'Words and phrases of the community’s own: a text with one of them, disguised or not, is held.' })
  words: string[];
}

@InputType('UpdateIntakeSettingsInput', { description: 'What is left out stays.' })
export class UpdateIntakeSettingsInput {
  @MaxLength(80)
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @Field(() => Boolean, { nullable: true })
  holdAnonymous?: boolean | null;

  @IsOptional()
  @ArrayMaxSize(500)
  @MaxLength(60, { each: true })
  @Field(() => [String], { nullable: true, description: 'All of them; at most 500, of at least three letters.' })
  words?: string[] | null;
}

@ObjectType('UpdateIntakeSettingsPayload')
export class UpdateIntakeSettingsPayload {
  @Field(() => CommunityModel)
  community: CommunityModel;
}
