import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { cleanLine } from '@fanfare/kernel';
import { IsIn, IsString } from 'class-validator';
import { InterestKindEnum } from './idea.model.js';
import { INTEREST_KINDS, type InterestKind } from './idea.status.js';

@ObjectType('Interest', { description: 'A tie to the matter that the author declared.' })
export class InterestModel {
  @Field(() => InterestKindEnum)
  kind: InterestKind;

  @Field({ description: 'In their own words; may be empty.' })
  note: string;
}

@InputType()
export class InterestInput {
  @IsIn(INTEREST_KINDS)
  @Field(() => InterestKindEnum)
  kind: InterestKind;

  @IsString()
  @Field({ defaultValue: '', description: 'In one’s own words, 200 characters at most.' })
  note: string;
}

/** The two columns a declared interest is kept in. */
export interface InterestColumns {
  readonly interestKind: InterestKind | null;
  readonly interestNote: string | null;
}

export const LONGEST_INTEREST_NOTE = 200;

/** A declaration as columns. @throws Problem `TOO_LONG` */
export function interestColumns(input: InterestInput | null | undefined): InterestColumns {
  if (!input) return { interestKind: null, interestNote: null };
  return { interestKind: input.kind, interestNote: cleanLine('interest.note', input.note ?? '', { min: 0, max: LONGEST_INTEREST_NOTE }) };
}

/** The declaration a row holds, or null. */
export function interestOf({ interestKind, interestNote }: InterestColumns): InterestModel | null {
  return interestKind === null ? null : { kind: interestKind, note: interestNote ?? '' };
}
