import { DAY } from '@fanfare/kernel';
import type { Call } from './recruiting.js';
import type { Stage } from './stage.js';
import type { Told } from './told.js';

/** What the brand reads of its movement. */
export interface Numbers {
  readonly seen: number;
  readonly started: number;
  readonly submitted: number;
  readonly selected: number;
  readonly accepted: number;
  readonly entries: Readonly<Record<string, number>>;
  readonly points: number;
  readonly works: number;
}

const QUERY = `query ($c: String!, $from: DateTime!, $to: DateTime!, $call: ID) { community(slug: $c) { ambassadorNumbers(from: $from, to: $to, call: $call) {
  calls { callId seen started submitted selected accepted } entries { state count } costs { points accepted } amplification { works } } } }`;

/** The brand's numbers, and what they must be by what people were told. */
export async function numbersOf(stage: Stage, told: Told, call: Call): Promise<{ is: Numbers; expected: Numbers }> {
  const window = { from: new Date(stage.now() - 200 * DAY).toISOString(), to: new Date(stage.now() + DAY).toISOString() };
  const { community } = await stage.talk.ask(stage.manager, QUERY, { c: stage.slug, call: call.id, ...window });
  const { calls, entries, costs, amplification } = community.ambassadorNumbers;
  const { seen, started, submitted, selected, accepted } = calls[0];
  const states = Object.fromEntries((entries as { state: string; count: number }[]).map(({ state, count }) => [state, count]));
  const points = (costs as { points: number }[]).reduce((sum, cost) => sum + cost.points, 0);
  return { is: { seen, started, submitted, selected, accepted, entries: states, points, works: amplification.works }, expected: expected(told) };
}

function expected(told: Told): Numbers {
  const entries = [...told.entries.values()];
  const states = [...new Set(entries.map(({ state }) => state))];
  const accepted = entries.filter(({ state }) => state === 'ACCEPTED');
  return {
    seen: new Set([...told.saw, ...told.applied.keys()]).size,
    started: told.applied.size,
    submitted: told.applied.size,
    selected: [...told.answers.values()].filter(({ state }) => state === 'SELECTED').length,
    accepted: told.terms.size,
    entries: Object.fromEntries(states.map((state) => [state, entries.filter((entry) => entry.state === state).length])),
    points: accepted.reduce((sum, { points }) => sum + points, 0),
    works: accepted.length,
  };
}
