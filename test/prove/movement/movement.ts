import type { Person } from './conversation.js';
import { forEach, seeded } from './conversation.js';
import { handIn, lookAgain, mend, review } from './entries.js';
import { LedgerWatch } from './ledger-watch.js';
import { releaseHeld } from './moderating.js';
import { choose, openPeriod, setAside } from './missions.js';
import { type Numbers, numbersOf } from './numbers.js';
import { Onlookers } from './onlookers.js';
import { apply, type Call, decide, expectedPoints, giveUpSeats, judge, loseSome, openCall, ranked, type Size } from './recruiting.js';
import { graceOf, openStage, type Stage } from './stage.js';
import { nothingTold, type Told } from './told.js';

export interface Movement {
  readonly told: Told;
  readonly databaseUrl: string;
  readonly deaths: number;
  readonly interrupted: number;
  /** How many of what must have come about. */
  readonly counts: Readonly<Record<string, number>>;
  /** Looks into the books, and what they should never have shown. */
  readonly looks: number;
  readonly seen: ReadonlySet<string>;
  readonly numbers: { readonly is: Numbers; readonly expected: Numbers };
  /** What the pages showed otherwise than they should. */
  readonly pages: readonly string[];
  query<Row>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

const PANEL = 5;
const MONTHS = 3;

/** A whole movement, from the call to the third month, under fire. */
export async function runMovement(share: number, seed: number): Promise<Movement> {
  const size: Size = { applicants: Math.round(4_000 * share), seats: Math.max(10, Math.round(100 * share)), waiting: Math.max(15, Math.round(60 * share)), leaving: Math.max(1, Math.round(3 * share)) };
  const stage = await openStage(seeded(seed));
  const watch = await LedgerWatch.start(stage.databaseUrl);
  const onlookers = await Onlookers.open(stage);
  try {
    return await play(stage, size, watch, onlookers, seed);
  } catch (error) {
    await Promise.all([watch.stop().catch(() => undefined), onlookers.close()]);
    await stage.close();
    throw error;
  }
}

async function play(stage: Stage, size: Size, watch: LedgerWatch, onlookers: Onlookers, seed: number): Promise<Movement> {
  const [told, clocked, counts] = [nothingTold(), phases(stage), {} as Record<string, number>];
  const [panel, fans, ineligible] = await clocked('tokens', async () => {
    const all = await stage.members(size.applicants + PANEL + 10);
    return [all.slice(0, PANEL), all.slice(PANEL, PANEL + size.applicants), all.slice(PANEL + size.applicants)] as const;
  });
  const people = new Map(fans.map((fan) => [fan.handle, fan]));
  const call = await openCall(stage, size);
  await clocked('applications', () => stage.underFire(() => apply(stage, told, call, fans)));
  const held = await clocked('what intake held', () => releaseHeld(stage, 'applications'));
  if (held > 0) console.log(`${held} applications were read by a moderator first`);
  await onlookers.seeCall(call, [...told.applied.values()].length - told.takenBack.size);
  await clocked('panel', () => stage.underFire(() => panelWorks(stage, told, call, panel, ineligible, counts)));
  await onlookers.seePanel(call);
  await clocked('decisions and terms', () => stage.underFire(() => choosePeople(stage, told, call, panel, people, size)));
  const budgets = await setAside(stage, told, size.seats);
  for (let month = 1; month <= MONTHS; month += 1) {
    const sent = await clocked(`month ${month}`, () => stage.underFire(() => playMonth(stage, told, budgets, people, month, counts)));
    if (month === 1) await onlookers.seeWall(told);
    await clocked(`month ${month}: read again`, () => stage.underFire(() => passMonth(stage, told, sent, counts)));
    if (month === 1) await clocked('terms lost', () => stage.underFire(() => loseSome(stage, told, people, size)));
    if (month === 2) await graceOf(stage, 89); // counted anew
  }
  await clocked('the rest is told', () => stage.settled());
  const numbers = await numbersOf(stage, told, call);
  await onlookers.seeNumbers(numbers.is);
  await Promise.all([watch.stop(), onlookers.close()]);
  return summary(stage, told, counts, watch, onlookers, numbers, seed);
}

function summary(stage: Stage, told: Told, counts: Record<string, number>, watch: LedgerWatch, { wrong }: Onlookers, numbers: { is: Numbers; expected: Numbers }, seed: number): Movement {
  const { api, worker, talk, database, databaseUrl } = stage;
  const of = (state: string) => [...told.entries.values()].filter((entry) => entry.state === state).length;
  Object.assign(counts, { accepted: of('ACCEPTED'), refused: of('REFUSED'), hidden: of('NEEDS_DISCLOSURE'), reversals: told.reversals.size });
  console.log(`seed ${seed}; ${talk.acknowledged} mutations acknowledged, ${talk.interrupted} tries interrupted; api killed ${api.kills} times, worker ${worker.kills} times`);
  console.log(`memory at most: api ${api.peak} MB, worker ${worker.peak} MB; ${watch.looks} looks into the books; ${JSON.stringify(counts)}`);
  const query = <Row>(sql: string) => database.query<Row>(sql);
  return {
    told, databaseUrl, counts, numbers, query, deaths: api.kills + worker.kills, interrupted: talk.interrupted, looks: watch.looks, seen: watch.seen, pages: wrong, close: () => stage.close(),
  };
}

/** Says of each part how long it took and how much was asked in it. */
function phases({ talk }: Stage) {
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const [began, before] = [performance.now(), talk.requests];
    const result = await work();
    const seconds = (performance.now() - began) / 1_000;
    console.log(`${name}: ${seconds.toFixed(1)} s, ${talk.requests - before} requests, ${((talk.requests - before) / seconds).toFixed(0)} a second`);
    return result;
  };
}

/** The window closes: who comes late is turned away, five mark everybody, and the ranking is the arithmetic of their marks. */
async function panelWorks(stage: Stage, told: Told, call: Call, panel: readonly Person[], late: readonly Person[], counts: Record<string, number>): Promise<void> {
  await stage.pass(8);
  const answers = [{ question: call.questions[0]!.id, answer: 'Is it too late?' }, { question: call.questions[1]!.id, answer: 'In town' }];
  counts['late'] = 0;
  await forEach(late, async (person) => {
    const code = await stage.talk.refusal(person, 'applyToCall', { call: call.id, ofAge: true, answers }, 'application { id }');
    if (code !== 'CALL_NOT_OPEN') throw new Error(`Somebody applied late: ${code}`);
    counts['late']! += 1;
  });
  const members = await Promise.all(panel.map(({ handle }) => stage.talk.ask(null, 'query ($c: String!, $h: String!) { community(slug: $c) { member(handle: $h) { id } } }', { c: stage.slug, h: handle })));
  await stage.talk.say(stage.manager, 'nameCallReviewers', { call: call.id, members: members.map(({ community }) => community.member.id) }, 'call { id }');
  await judge(stage, told, panel);
}

async function choosePeople(stage: Stage, told: Told, call: Call, panel: readonly Person[], people: ReadonlyMap<string, Person>, size: Size): Promise<void> {
  const ranking = await ranked(stage, call);
  const off = ranking.filter(({ id, points }) => Math.abs(points - expectedPoints(told, id, panel)) > 1e-3);
  if (off.length > 0) throw new Error(`${off.length} applications are ranked by other points than their marks: ${JSON.stringify(off[0])}, not ${expectedPoints(told, off[0]!.id, panel)}`);
  if (ranking.some(({ points }, at) => at > 0 && points > ranking[at - 1]!.points)) throw new Error('The ranking is not in order');
  await decide(stage, told, ranking, size);
  await giveUpSeats(stage, told, people, size);
}

async function playMonth(stage: Stage, told: Told, budgets: Awaited<ReturnType<typeof setAside>>, people: ReadonlyMap<string, Person>, month: number, counts: Record<string, number>) {
  const serving = new Map([...told.terms].filter(([, { state }]) => state === 'ACTIVE').map(([handle]) => [handle, people.get(handle)!]));
  const missions = await openPeriod(stage, told, budgets, month);
  add(counts, 'turned away from full missions', await choose(stage, told, missions, [...serving.values()]));
  const sent = await handIn(stage, told, missions, serving, month);
  for (const fate of ['FOUND', 'MISSING', 'UNREACHABLE'] as const) add(counts, fate, sent.filter((one) => one.fate === fate).length);
  const standing = await mend(stage, told, sent);
  add(counts, 'empty budgets', (await review(stage, told, standing)).emptied);
  return standing;
}

async function passMonth(stage: Stage, told: Told, sent: Awaited<ReturnType<typeof handIn>>, counts: Record<string, number>): Promise<void> {
  const hiding = await lookAgain(stage, told, sent);
  const lost = await stage.database.query<{ id: string }>(`SELECT id FROM entries WHERE disclosure_lost_at IS NOT NULL AND id = ANY ($1)`, [sent.map(({ id }) => id)]);
  if (lost.length !== hiding.size || !lost.every(({ id }) => hiding.has(id))) throw new Error(`${lost.length} entries were found to have lost their disclosure, not ${hiding.size}`);
  add(counts, 'disclosures lost', lost.length);
}

function add(counts: Record<string, number>, what: string, many: number): void {
  counts[what] = (counts[what] ?? 0) + many;
}
