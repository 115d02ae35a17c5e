import { DAY, HOUR, MINUTE } from '@fanfare/kernel';
import { forEach, type Person } from './conversation.js';
import type { Stage } from './stage.js';
import type { Told } from './told.js';

export const DISCLOSURE = 'Paid partnership';
const MISSIONS = 20;
const OPEN_DAYS = 28;
/** Of the missions with few places. */
const PLACES = 5;
/** How many of the small budget's mission it can pay. */
const SMALL = 1;

export type Trait = 'PLACES' | 'TEXT' | 'TRACKED' | 'RALLY' | 'SMALL_BUDGET' | 'PERK' | 'PLAIN';

export interface Mission {
  readonly id: string;
  readonly trait: Trait;
  readonly points: number;
  readonly budget: string;
}

export interface Budgets {
  readonly large: string;
  readonly small: string;
  readonly perk: string;
}

/** What the brand sets aside before the first period. */
export async function setAside(stage: Stage, told: Told, ambassadors: number): Promise<Budgets> {
  const { talk, manager, slug } = stage;
  const make = async (name: string) => (await talk.say(manager, 'createRewardBudget', { community: slug, name, idempotencyKey: name }, 'budget { id }'))!['budget'].id as string;
  const [large, small] = [await make('The large one'), await make('The small one')];
  await fund(stage, told, large, ambassadors * 3 * 6 * 100);
  const perk = { budget: large, title: 'A ride in the back', stock: 3 * ambassadors, idempotencyKey: 'perk' };
  return { large, small, perk: (await talk.say(manager, 'createPerk', perk, 'perk { id }'))!['perk'].id as string };
}

let funds = 0;

export async function fund({ talk, manager }: Stage, told: Told, budget: string, amount: number): Promise<void> {
  await talk.say(manager, 'fundBudget', { budget, amount, idempotencyKey: `fund ${(funds += 1)}` }, 'budget { left }');
  told.funded.set(budget, (told.funded.get(budget) ?? 0) + amount);
}

function traitOf(at: number): Trait {
  if (at < 4) return 'PLACES';
  return (['TEXT', 'TRACKED', 'RALLY', 'SMALL_BUDGET', 'PERK'] as const)[at - 4] ?? 'PLAIN';
}

/** A month with its theme and twenty missions. */
export async function openPeriod(stage: Stage, told: Told, budgets: Budgets, month: number): Promise<Mission[]> {
  const { talk, manager, slug } = stage;
  const now = stage.now();
  const dates = { startsAt: new Date(now).toISOString(), endsAt: new Date(now + 30 * DAY).toISOString() };
  const { period } = (await talk.say(manager, 'createPeriod', { community: slug, theme: `Month ${month}`, ...dates, idempotencyKey: `month ${month}` }, 'period { id }'))!;
  const missions: Mission[] = [];
  for (let at = 0; at < MISSIONS; at += 1) {
    const trait = traitOf(at);
    const points = 50 + 10 * (at % 5);
    const budget = trait === 'SMALL_BUDGET' ? budgets.small : budgets.large;
    const input = { ...text(stage, trait, at, month, now), community: slug, period: period.id, rewardPoints: points, budget, ...(trait === 'PERK' ? { rewardPerk: budgets.perk } : {}), idempotencyKey: `mission ${month} ${at}` };
    missions.push({ id: (await talk.say(manager, 'publishMission', input, 'mission { id }'))!['mission'].id as string, trait, points, budget });
    if (trait === 'SMALL_BUDGET') await fund(stage, told, budget, SMALL * points);
  }
  return missions;
}

function text(_stage: Stage, trait: Trait, at: number, month: number, now: number) {
  const kind = trait === 'RALLY' ? 'RALLY' : trait === 'TEXT' ? 'HELP' : (['CREATE', 'REVIEW', 'EVENT'] as const)[at % 3];
  return {
    kind, title: `Mission ${at + 1} of month ${month}`, brief: 'Drive it for a week and say what works and what does not, with three pictures.',
    opensAt: new Date(now - HOUR).toISOString(), closesAt: new Date(now + OPEN_DAYS * DAY).toISOString(), evidence: [trait === 'TEXT' ? 'TEXT' : 'LINK'], tracked: trait === 'TRACKED',
    rubric: [{ criterion: 'The whole week is there', points: 5 }], disclosures: trait === 'TEXT' ? [] : [{ channel: 'Blog', language: 'en', words: [DISCLOSURE, '#ad'] }],
    ...(trait === 'PLACES' ? { places: PLACES } : {}), ...(trait === 'RALLY' ? { rallyAt: new Date(now - MINUTE).toISOString() } : {}),
  };
}

/** Every ambassador chooses four missions; for those with few places all race. @returns how many came too late */
export async function choose(stage: Stage, told: Told, missions: readonly Mission[], ambassadors: readonly Person[]): Promise<number> {
  const open = missions.filter(({ trait }) => trait !== 'PLACES');
  const races = missions.filter(({ trait }) => trait === 'PLACES').flatMap((mission) => ambassadors.map((person) => ({ mission, person })));
  const choices = ambassadors.flatMap((person) => {
    const first = Math.floor(stage.random() * open.length);
    return Array.from({ length: 4 }, (_, at) => ({ mission: open[(first + at * 3) % open.length]!, person }));
  });
  let late = 0;
  await forEach([...races, ...choices], async ({ mission, person }) => {
    const code = await stage.talk.refusal(person, 'joinMission', { mission: mission.id }, 'mission { viewerJoined }');
    stage.talk.acknowledged += 1;
    if (code === null) told.joined.add(`${mission.id} ${person.handle}`);
    else if (code === 'MISSION_FULL') late += 1;
    else throw new Error(`${person.handle} could not choose: ${code}`);
  });
  return late;
}
