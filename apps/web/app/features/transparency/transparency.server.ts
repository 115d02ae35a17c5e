import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { TransparencyDocument, type TransparencyQuery } from '~/graphql/generated/documents';
import { momentsOf, parsePeriod, presetPeriod, PRESETS, type Period, type Preset } from './period';

export type Report = NonNullable<TransparencyQuery['community']>['transparencyReport'];

export interface Shown {
  readonly report: Report;
  readonly period: Period;
  readonly presets: readonly (Period & { preset: Preset })[];
}

/** The report of the period that the address names. */
export async function loadTransparency(side: LoaderFunctionArgs): Promise<Shown> {
  const now = new Date();
  const period = parsePeriod(new URL(side.request.url).searchParams, now);
  const { community } = await query(side, TransparencyDocument, { slug: side.params.slug!, ...momentsOf(period) });
  if (!community) throw notFound();
  return { report: community.transparencyReport, period, presets: PRESETS.map((preset) => ({ preset, ...presetPeriod(preset, now) })) };
}
