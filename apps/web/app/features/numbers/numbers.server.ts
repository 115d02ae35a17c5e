import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { MovementNumbersDocument, type MovementNumbersQuery } from '~/graphql/generated/documents';
import { momentsOf, parsePeriod, presetPeriod, PRESETS, type Period, type Preset } from '../transparency/period';

export type Numbers = NonNullable<NonNullable<MovementNumbersQuery['community']>['ambassadorNumbers']>;

export interface ShownNumbers {
  readonly numbers: Numbers;
  readonly period: Period;
  readonly presets: readonly (Period & { preset: Preset })[];
}

/** The numbers of the period that the address names. Who may not read them is refused by the API. */
export async function loadNumbers(side: LoaderFunctionArgs): Promise<ShownNumbers> {
  const now = new Date();
  const period = parsePeriod(new URL(side.request.url).searchParams, now);
  const { community } = await query(side, MovementNumbersDocument, { slug: side.params.slug!, ...momentsOf(period) });
  if (!community?.ambassadorNumbers) throw notFound();
  return { numbers: community.ambassadorNumbers, period, presets: PRESETS.map((preset) => ({ preset, ...presetPeriod(preset, now) })) };
}
