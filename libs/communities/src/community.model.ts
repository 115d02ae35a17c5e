import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionType, ProblemCodeEnum } from '@fanfare/graphql';
import type { ProblemCode } from '@fanfare/kernel';

@ObjectType('Theme', { description: 'How a community looks. Pictures are paths on this site.' })
export class ThemeModel {
  @Field({ description: '#rrggbb' })
  accent: string;

  @Field({ description: 'playful or sleek' })
  headingFace: string;

  @Field({ description: 'round or sharp' })
  corners: string;

  @Field(() => String, { nullable: true })
  hero: string | null;

  @Field(() => String, { nullable: true })
  logo: string | null;

  @Field(() => String, { nullable: true })
  favicon: string | null;
}

@ObjectType('Community', { description: 'One brand’s space.' })
export class CommunityModel {
  @Field(() => ID)
  id: string;

  @Field()
  slug: string;

  @Field()
  name: string;

  @Field({ description: 'The language its texts are in.' })
  locale: string;

  @Field()
  tagline: string;

  @Field()
  description: string;

  @Field({ description: 'Markdown.' })
  guidelines: string;

  @Field(() => Int, { description: 'Years of age to join; 0 when anybody may.' })
  minAge: number;

  @Field(() => ThemeModel)
  theme: ThemeModel;

  @Field({ description: 'What a new idea’s text starts from.' })
  ideaTemplate: string;

  @Field(() => Int, { nullable: true, description: 'The rung from which on supporters are asked what they would pay; null: nobody is asked.' })
  surveyRung: number | null;

  @Field()
  createdAt: Date;
}

@ObjectType()
export class CommunityConnection extends ConnectionType(CommunityModel, 'Community') {}

@ObjectType('Terms', { description: 'What one accepts on joining; who owns an idea.' })
export class TermsModel {
  @Field(() => Int)
  version: number;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field()
  bodyHtml: string;

  @Field({ description: 'Since when these words are or were in force.' })
  createdAt: Date;
}

@ObjectType('Category')
export class CategoryModel {
  @Field(() => ID)
  id: string;

  @Field()
  slug: string;

  @Field()
  name: string;

  @Field()
  description: string;
}

@ObjectType('Rung', { description: 'One step of the ladder.' })
export class RungModel {
  @Field(() => Int)
  position: number;

  @Field(() => Int, { description: 'Verified support that reaches it.' })
  support: number;

  @Field(() => Int, { description: 'Days to reach it, on top of the deadline before.' })
  days: number;
}

@ObjectType('AddressCheck', { description: 'Whether a new community could live at an address.' })
export class AddressCheckModel {
  @Field({ description: 'As it would be kept.' })
  slug: string;

  @Field()
  available: boolean;

  @Field(() => ProblemCodeEnum, { nullable: true, description: 'Why not.' })
  reason: ProblemCode | null;

  @Field(() => String, { nullable: true, description: 'A free one that is close.' })
  suggestion: string | null;
}
