import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Problem } from '@fanfare/kernel';
import { IsIn, Matches } from 'class-validator';

export const ESTIMATE_PRECISIONS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type EstimatePrecision = (typeof ESTIMATE_PRECISIONS)[number];

export const EstimatePrecisionEnum = Object.fromEntries(ESTIMATE_PRECISIONS.map((each) => [each, each])) as { [each in EstimatePrecision]: each };
registerEnumType(EstimatePrecisionEnum, { name: 'EstimatePrecision', description: 'How exactly a brand says when.' });

/** A month, quarter or year, by its first day as YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly precision: EstimatePrecision;
}

@ObjectType('Estimate', { description: 'When something is expected: a month, a quarter or a year.' })
export class EstimateModel {
  @Field({ description: 'Its first day, as YYYY-MM-DD.' })
  from: string;

  @Field({ description: 'Its last day, as YYYY-MM-DD.' })
  until: string;

  @Field(() => EstimatePrecisionEnum)
  precision: EstimatePrecision;
}

@InputType()
export class EstimateInput {
  @Matches(/^\d{4}-\d\d-\d\d$/)
  @Field({ description: 'Any day of the period, as YYYY-MM-DD.' })
  from: string;

  @IsIn(ESTIMATE_PRECISIONS)
  @Field(() => EstimatePrecisionEnum)
  precision: EstimatePrecision;
}

/** How many months a period has. */
const MONTHS: Readonly<Record<EstimatePrecision, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The period that holds a day. @throws Problem `INVALID_INPUT` for a day that no calendar of 2000 to 2199 has */
export function periodOf({ from, precision }: Period): Period {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const day = new Date(`${from}T00:00:00Z`);
  const known = !Number.isNaN(day.getTime()) && dayText(day) === from && year >= 2000 && year < 2200;
  if (!known) throw new Problem('INVALID_INPUT', { field: 'estimate.from' });
  const first = month - 1 - ((month - 1) % MONTHS[precision]);
  return { from: dayText(new Date(Date.UTC(year, first, 1))), precision };
}

/** A period with its last day; null for none. */
export function estimateOf(from: string | null, precision: EstimatePrecision | null): EstimateModel | null {
  if (from === null || precision === null) return null;
  const [year, month] = from.split('-').map(Number) as [number, number];
  return { from, until: dayText(new Date(Date.UTC(year, month - 1 + MONTHS[precision], 0))), precision };
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}
