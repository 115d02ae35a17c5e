import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PermissionModel } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { WOULD_BUY, type WouldBuy } from './survey.row.js';

export const WouldBuyEnum = { YES: 'YES', MAYBE: 'MAYBE', NO: 'NO' } as const;
registerEnumType(WouldBuyEnum, { name: 'WouldBuy' });

@ObjectType('SurveyAnswer')
export class SurveyAnswerModel {
  @Field(() => WouldBuyEnum)
  wouldBuy: WouldBuy;

  @Field(() => Float, { nullable: true })
  price: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217.' })
  currency: string | null;

  @Field(() => String, { nullable: true })
  forWhom: string | null;

  @Field()
  answeredAt: Date;
}

@ObjectType('SurveyPrice', { description: 'What those who might buy would pay, in one currency.' })
export class SurveyPriceModel {
  @Field({ description: 'ISO 4217.' })
  currency: string;

  @Field(() => Int)
  answers: number;

  @Field(() => Float)
  lowerQuartile: number;

  @Field(() => Float)
  median: number;

  @Field(() => Float)
  upperQuartile: number;
}

@ObjectType('SurveyWord')
export class SurveyWordModel {
  @Field()
  word: string;

  @Field(() => Int, { description: 'How many answers hold it.' })
  answers: number;
}

@ObjectType('SurveyResults', { description: 'What those said who back the idea now. Nobody is named.' })
export class SurveyResultsModel {
  @Field(() => Int)
  answers: number;

  @Field(() => Int)
  yes: number;

  @Field(() => Int)
  maybe: number;

  @Field(() => Int)
  no: number;

  @Field(() => [SurveyPriceModel], { description: 'By currency, the most used first; five at most.' })
  prices: SurveyPriceModel[];

  @Field(() => [SurveyWordModel], { description: 'For whom it would be, in the words most used; twenty at most.' })
  audience: SurveyWordModel[];
}

@ObjectType('Survey', { description: 'Whether supporters would buy it, at what price, for whom.' })
export class SurveyModel {
  @Field(() => Int, { description: 'The rung from which on they are asked.' })
  rung: number;

  @Field({ description: 'Whether they are asked now.' })
  open: boolean;

  @Field(() => PermissionModel, { description: 'Whether the reader may answer.' })
  viewerCanAnswer: PermissionModel;

  @Field({ description: 'Whether the reader may see the results: the brand and the idea’s author may.' })
  viewerSeesResults: boolean;
}

@InputType()
export class AnswerSurveyInput {
  @IsUUID()
  @Field(() => ID)
  idea: string;

  @IsIn(WOULD_BUY)
  @Field(() => WouldBuyEnum)
  wouldBuy: WouldBuy;

  @IsOptional()
  @Field(() => Float, { nullable: true, description: 'What one would pay; with a currency.' })
  price?: number | null;

  @IsOptional()
  @MaxLength(3)
  @Field(() => String, { nullable: true, description: 'ISO 4217, such as EUR.' })
  currency?: string | null;

  @IsOptional()
  @MaxLength(1000)
  @Field(() => String, { nullable: true, description: 'Whom it would be for, in 200 characters at most.' })
  forWhom?: string | null;
}

@ObjectType()
export class AnswerSurveyPayload {
  @Field(() => IdeaModel)
  idea: IdeaRow;
}
