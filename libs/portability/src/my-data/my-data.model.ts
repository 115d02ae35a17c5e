import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ViewerModel } from '@fanfare/access';
import { IsDate, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { TEXTS_CHOICES, type TextsChoice } from './deletion.row.js';

export const TextsChoiceEnum = { KEEP: 'KEEP', ERASE: 'ERASE' } as const;
registerEnumType(TextsChoiceEnum, { name: 'TextsChoice', description: 'What becomes of what somebody wrote: it stays as a former member’s, or is erased.' });

@ObjectType('AccountDeletion', { description: 'A deletion that was asked for and can still be taken back.' })
export class AccountDeletionModel {
  @Field(() => TextsChoiceEnum)
  texts: TextsChoice;

  @Field()
  requestedAt: Date;

  @Field({ description: 'From then on there is no way back.' })
  dueAt: Date;
}

@ObjectType('DataExport', { description: 'Everything about whoever asks, to take with them.' })
export class DataExportModel {
  @Field({ description: 'A zip of JSON, CSV and Markdown, made while it downloads; for whoever is signed in there. A few an hour.' })
  url: string;
}

@InputType()
export class RequestAccountDeletionInput {
  @IsIn(TEXTS_CHOICES)
  @Field(() => TextsChoiceEnum)
  texts: TextsChoice;

  @IsString()
  @MaxLength(1000)
  @Field({ description: 'The account’s, again: a borrowed screen must not be enough.' })
  password: string;
}

@InputType()
export class CancelAccountDeletionInput {
  @IsOptional()
  @IsDate()
  @Field(() => Date, { nullable: true, description: 'Of the request that is meant; a later one stays. Any when left out.' })
  requestedAt?: Date | null;
}

@ObjectType()
export class RequestAccountDeletionPayload {
  @Field(() => AccountDeletionModel)
  deletion: AccountDeletionModel;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class CancelAccountDeletionPayload {
  @Field({ description: 'Whether there was one to take back.' })
  cancelled: boolean;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}
