import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { MovementNumbersDocument, type MovementNumbersQuery } from '~/graphql/generated/documents';
import { momentsOf, parsePeriod, presetPeriod, PRESETS, type Period, type Preset } from '../transparency/period';

type Community = NonNullable<MovementNumbersQuery['community']>;
export type Numbers = NonNullable<Community['ambassadorNumbers']>;
export type NamedCall = Community['calls']['nodes'][number];

export interface ShownNumbers {
  readonly numbers: Numbers;
  readonly period: Period;
  readonly presets: readonly (Period & { preset: Preset })[];
  readonly calls: readonly NamedCall[];
  /** Whose funnel alone is shown; null for all of the period. */
  readonly call: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The numbers of the period and the call that the address names. Who may not read them is refused by the API. */
export async function loadNumbers(side: LoaderFunctionArgs): Promise<ShownNumbers> {
  const now = new Date();
  const params = new URL(side.request.url).searchParams;
  const period = parsePeriod(params, now);
  const asked = params.get('call');
  const call = asked && UUID.test(asked) ? asked : null;
  const { community } = await query(side, MovementNumbersDocument, { slug: side.params.slug!, ...momentsOf(period), call });
  if (!community?.ambassadorNumbers) throw notFound();
  return { numbers: community.ambassadorNumbers, period, presets: PRESETS.map((preset) => ({ preset, ...presetPeriod(preset, now) })), calls: community.calls.nodes, call };
}
