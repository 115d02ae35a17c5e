import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { CommunityModel } from './community.model.js';

@InputType('ThemeInput', { description: 'What is left out stays; null takes a picture away.' })
export class ThemeInput {
  @IsOptional()
  @Field(() => String, { nullable: true, description: '#rrggbb' })
  accent?: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'playful or sleek' })
  headingFace?: string;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'round or sharp' })
  corners?: string;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The id of a picture uploaded as HERO.' })
  hero?: string | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The id of a picture uploaded as LOGO.' })
  logo?: string | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The id of a picture uploaded as FAVICON.' })
  favicon?: string | null;
}

@InputType('CategoryInput')
export class CategoryInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of a category that stays; a new one has none.' })
  id?: string | null;

  @IsOptional()
  @MaxLength(60)
  @Field(() => String, { nullable: true, description: 'Made from the name when left out.' })
  slug?: string | null;

  @MaxLength(60)
  @Field()
  name: string;

  @IsOptional()
  @MaxLength(300)
  @Field(() => String, { nullable: true })
  description?: string | null;
}

@InputType('RungInput')
export class RungInput {
  @Field(() => Int)
  support: number;

  @Field(() => Int)
  days: number;
}

/** What can be set, on creation and later. */
@InputType({ isAbstract: true })
abstract class SettingsInput {
  @IsOptional()
  @MaxLength(35)
  @Field(() => String, { nullable: true, description: 'BCP 47, such as en or fr-CA.' })
  locale?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true })
  tagline?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true })
  description?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Markdown.' })
  guidelines?: string | null;

  @IsOptional()
  @Field(() => Int, { nullable: true })
  minAge?: number | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => ThemeInput)
  @Field(() => ThemeInput, { nullable: true })
  theme?: ThemeInput | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Markdown.' })
  ideaTemplate?: string | null;

  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CategoryInput)
  @Field(() => [CategoryInput], { nullable: true, description: 'All of them, in order: one that is missing is taken away.' })
  categories?: CategoryInput[] | null;

  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => RungInput)
  @Field(() => [RungInput], { nullable: true, description: 'All of it, from the lowest rung.' })
  ladder?: RungInput[] | null;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'The rung from which on supporters are asked what they would pay, and for whom; null: nobody is asked.' })
  surveyRung?: number | null;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'How many days staff may do without a second factor, from 0 to 90. The days count anew with each change.' })
  secondFactorGraceDays?: number | null;
}

@InputType()
export class CreateCommunityInput extends SettingsInput {
  @Field()
  slug: string;

  @Field()
  name: string;

  @Field({ description: 'Markdown: what one accepts on joining.' })
  terms: string;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class UpdateCommunityInput extends SettingsInput {
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @Field(() => String, { nullable: true })
  name?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Markdown; other words become the next version.' })
  terms?: string | null;
}

@ObjectType()
export class CreateCommunityPayload {
  @Field(() => CommunityModel)
  community: CommunityModel;
}

@ObjectType()
export class UpdateCommunityPayload {
  @Field(() => CommunityModel)
  community: CommunityModel;
}
