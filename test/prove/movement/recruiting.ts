import { DAY } from '@fanfare/kernel';
import { forEach, type Person } from './conversation.js';
import type { Stage } from './stage.js';
import type { Told } from './told.js';

/** How many of everything. */
export interface Size {
  readonly applicants: number;
  readonly seats: number;
  readonly waiting: number;
  /** Who gives the seat up, does not accept in time, resigns, is revoked. */
  readonly leaving: number;
}

export interface Call {
  readonly id: string;
  readonly questions: readonly { readonly id: string }[];
}

const OPEN_DAYS = 7;
const ACCEPT_DAYS = 7;
/** Of the rubric: the second counts twice. */
const WEIGHTS = [1, 2, 1] as const;

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

export async function openCall(stage: Stage, { seats }: Size): Promise<Call> {
  const input = {
    community: stage.slug, title: 'A hundred agents', story: 'Six months, **one** car, and a mission a month.', perks: 'A car for six months, fuel and insurance.', receives: 'A car for six months',
    seats, selection: 'PANEL', leastIdentity: 'ANONYMOUS', opensAt: iso(stage.now() - DAY), closesAt: iso(stage.now() + OPEN_DAYS * DAY), acceptDays: ACCEPT_DAYS, reapplyAfterDays: 0, publish: true,
    questions: [{ kind: 'TEXT', text: 'Why you?' }, { kind: 'CHOICE', text: 'Where do you drive?', choices: ['In town', 'Everywhere'] }, { kind: 'LINK', text: 'Where do you write?', required: false }],
    criteria: [{ label: 'Motivation' }, { label: 'Originality', weight: WEIGHTS[1] }, { label: 'Reliability' }], idempotencyKey: 'the call',
  };
  return (await stage.talk.say(stage.manager, 'openCall', input, 'call { id questions { id } }'))!['call'] as Call;
}

/** Everybody applies, in one step or in three; one in fifty takes it back, and one in a hundred of those comes again. */
export async function apply(stage: Stage, told: Told, call: Call, fans: readonly Person[]): Promise<void> {
  await forEach(fans, async (fan, at) => {
    if (at % 4 !== 3) {
      await stage.talk.say(fan, 'seeCall', { call: call.id }, 'call { id }');
      told.saw.add(fan.handle);
    }
    told.applied.set(fan.handle, await (at % 10 === 9 ? applyByAndBy : applyAtOnce)(stage, call, fan, at));
    if (at % 50 !== 49) return;
    const id = told.applied.get(fan.handle)!;
    await stage.talk.say(fan, 'withdrawApplication', { application: id }, 'application { state }');
    told.takenBack.add(id);
    if (at % 100 !== 99) return;
    await applyAtOnce(stage, call, fan, at);
    told.takenBack.delete(id);
  });
}

const WHY = ['I repair what I drive', 'My street has no other car', 'Two children and a cello travel with me', 'I photograph bridges', 'I count every litre', 'Nobody believed a small car could'] as const;
const HOW = ['on the way to the mill', 'over the pass in winter', 'along the coast', 'through the market on Saturdays', 'to my grandmother and back', 'from one end of the valley to the other', 'at night, mostly'] as const;

/** Of a person: nobody else writes the same. */
const whyOf = (at: number) => `${WHY[at % 6]}, ${HOW[at % 7]}: ${at * 37 + 11} kilometres so far. ${WHY[(at * 5 + 1) % 6]}.`;

const answersTo = ({ questions }: Call, fan: Person, at: number) => [
  { question: questions[0]!.id, answer: whyOf(at) },
  { question: questions[1]!.id, answer: at % 2 ? 'In town' : 'Everywhere' },
  { question: questions[2]!.id, answer: `https://${fan.handle}.example.org/` },
];

async function applyAtOnce({ talk }: Stage, call: Call, fan: Person, at: number): Promise<string> {
  const reach = [{ channel: 'Blog', url: `https://${fan.handle}.example.org/`, followers: at }];
  const payload = await talk.say(fan, 'applyToCall', { call: call.id, ofAge: true, answers: answersTo(call, fan, at), reach }, 'application { id state }');
  return payload!['application'].id as string;
}

async function applyByAndBy({ talk }: Stage, call: Call, fan: Person, at: number): Promise<string> {
  const application = (await talk.say(fan, 'startApplication', { call: call.id, ofAge: true }, 'application { id }'))!['application'].id as string;
  await talk.say(fan, 'saveApplication', { application, answers: answersTo(call, fan, at) }, 'application { id }');
  await talk.say(fan, 'submitApplication', { application }, 'application { state }');
  return application;
}

/** What a reviewer thinks of an application: the same whenever they are asked. */
function scoresOf(application: string, reviewer: number): number[] {
  const digits = application.replaceAll('-', '');
  return WEIGHTS.map((_, criterion) => parseInt(digits.slice(-4 - reviewer - 3 * criterion, -1 - reviewer - 3 * criterion), 16) % 6);
}

/** Five of the panel mark every application that stands, each with the whole rubric. */
export async function judge(stage: Stage, told: Told, panel: readonly Person[]): Promise<void> {
  const standing = [...told.applied.values()].filter((id) => !told.takenBack.has(id));
  const tasks = standing.flatMap((application) => panel.map((reviewer, at) => ({ application, reviewer, scores: scoresOf(application, at) })));
  await forEach(tasks, async ({ application, reviewer, scores }) => {
    await stage.talk.say(reviewer, 'scoreApplication', { application, marks: scores.map((score, criterion) => ({ criterion, score })) }, 'application { id }');
    told.marks.set(`${application} ${reviewer.handle}`, scores);
  });
}

/** The applications in the order of the ranking, as the panel pages through it. */
export async function ranked({ talk, manager }: Stage, { id }: Call): Promise<{ id: string; points: number; place: number }[]> {
  const query = `query ($id: ID!, $after: String) { call(id: $id) { applications(first: 100, after: $after, orderBy: RANKING) {
    nodes { id ranking { place points reviewers } } pageInfo { hasNextPage endCursor } } } }`;
  const found: { id: string; points: number; place: number }[] = [];
  for (let after: string | null = null; ;) {
    const { call }: Record<string, any> = await talk.ask(manager, query, { id, after });
    for (const { id: application, ranking } of call.applications.nodes) found.push({ id: application, points: ranking.points, place: ranking.place });
    if (!call.applications.pageInfo.hasNextPage) return found;
    after = call.applications.pageInfo.endCursor;
  }
}

/** The points that the marks amount to, by whoever knows them. */
export function expectedPoints(told: Told, application: string, panel: readonly Person[]): number {
  const total = WEIGHTS.reduce<number>((sum, weight) => sum + weight, 0);
  const one = (scores: readonly number[]) => scores.reduce((sum, score, at) => sum + score * WEIGHTS[at]!, 0) / total;
  return panel.reduce((sum, { handle }) => sum + one(told.marks.get(`${application} ${handle}`)!), 0) / panel.length;
}

/** The best get the seats, those behind them wait, the others are declined; each reads why. */
export async function decide(stage: Stage, told: Told, ranking: readonly { readonly id: string; readonly points: number }[], { seats, waiting }: Size): Promise<void> {
  const ids = ranking.map(({ id }) => id);
  const answers = [
    ['SELECTED', ids.slice(0, seats), 'The panel put you among the first.'],
    ['WAITING', ids.slice(seats, seats + waiting), 'You are next: the list is in the order of the ranking.'],
    ['DECLINED', ids.slice(seats + waiting), 'Others were marked higher; your marks are in the arithmetic.'],
  ] as const;
  for (const [state, all, reason] of answers) {
    for (let first = 0; first < all.length; first += 500) {
      const applications = all.slice(first, first + 500);
      await stage.talk.say(stage.manager, 'decideApplication', { applications, outcome: state, reason }, 'applications { id state }', 'APPLICATION_DECIDED');
      for (const id of applications) told.answers.set(id, { state, reason });
    }
  }
  told.waiting.push(...answers[1][1]);
}

interface Offer {
  readonly id: string;
  readonly application: string;
  readonly person: Person;
}

/** Who has an offer that waits for their word. */
async function offers(stage: Stage, people: ReadonlyMap<string, Person>): Promise<Offer[]> {
  const rows = await stage.database.query<{ id: string; application: string; handle: string }>(
    `SELECT t.id, t.application_id AS application, m.handle::text AS handle FROM terms t JOIN members m ON m.id = t.member_id WHERE t.state = 'OFFERED' ORDER BY t.offered_at, t.id`);
  return rows.map(({ id, application, handle }) => ({ id, application, person: people.get(handle)! }));
}

/** Who is offered a term accepts it by the hash they read. */
export async function accept(stage: Stage, told: Told, people: ReadonlyMap<string, Person>, but: ReadonlySet<string> = new Set()): Promise<void> {
  const { community } = await stage.talk.ask(null, `{ community(slug: "${stage.slug}") { agreement(locale: en) { hash } } }`);
  const standing = (await offers(stage, people)).filter(({ application }) => !but.has(application));
  await forEach(standing, async ({ id, application, person }) => {
    await stage.talk.say(person, 'acceptTerm', { term: id, agreementHash: community.agreement.hash }, 'term { state }', 'TERM_NOT_OFFERED');
    told.terms.set(person.handle, { id, application, state: 'ACTIVE' });
    if (told.waiting.includes(application)) told.answers.set(application, { state: 'SELECTED', reason: MOVED_UP });
  });
}

/** Said to who moves up. */
export const MOVED_UP = 'A seat became free, and you were the next on the waiting list.';

/** Some give the seat up before they accept, others let it lapse: it goes on in the order of the list each time. */
export async function giveUpSeats(stage: Stage, told: Told, people: ReadonlyMap<string, Person>, { leaving }: Size): Promise<void> {
  const [givers, silent] = halves((await offers(stage, people)).slice(0, 2 * leaving), leaving);
  for (const { application, person } of givers) {
    await stage.talk.say(person, 'giveUpSeat', { application }, 'application { state }');
    told.takenBack.add(application);
  }
  await accept(stage, told, people, new Set(silent.map(({ application }) => application)));
  await stage.pass(ACCEPT_DAYS + 0.5);
  for (const { application } of silent) told.leftSeats.add(application);
  await until(stage, `SELECT FROM terms WHERE state = 'OFFERED' AND application_id = ANY ($1)`, [silent.map(({ application }) => application)]);
  await accept(stage, told, people);
}

function halves<T>(all: readonly T[], first: number): [T[], T[]] {
  return [all.slice(0, first), all.slice(first)];
}

/** Waits until a question to the database has no row. */
export async function until(stage: Stage, sql: string, parameters: readonly unknown[] = [], milliseconds = 240_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while ((await stage.database.query(`${sql} LIMIT 1`, [...parameters])).length > 0) {
    if (Date.now() > deadline) throw new Error(`Never came about: ${sql}\n${stage.worker.said}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** Ambassadors who resign, and one whose term is revoked: the seat goes on, and who is wronged gets the term back beside the seats. */
export async function loseSome(stage: Stage, told: Told, people: ReadonlyMap<string, Person>, { leaving }: Size): Promise<void> {
  const serving = [...told.terms].filter(([, { state }]) => state === 'ACTIVE').map(([handle, term]) => ({ person: people.get(handle)!, term }));
  for (const { person, term } of serving.slice(0, leaving)) {
    await stage.talk.say(person, 'resignTerm', { term: term.id }, 'term { state }', 'TERM_ENDED');
    told.terms.set(person.handle, { ...term, state: 'RESIGNED' });
    told.leftSeats.add(term.application);
  }
  for (const [at, outcome] of [[leaving, 'OVERTURNED'], [leaving + 1, 'UPHELD']] as const) await revoke(stage, told, serving[at]!, outcome);
  await accept(stage, told, people);
}

async function revoke(stage: Stage, told: Told, { person, term }: { person: Person; term: { id: string; application: string } }, outcome: 'OVERTURNED' | 'UPHELD'): Promise<void> {
  const statement = { clause: 'You say openly what you receive.', facts: 'Three posts in a row were published without it.', passage: 'What a car!' };
  await stage.talk.say(stage.manager, 'revokeTerm', { term: term.id, ...statement }, 'term { state }', 'TERM_ENDED');
  told.leftSeats.add(term.application);
  const { appeal } = (await stage.talk.say(person, 'appealTerm', { term: term.id, text: 'It stood in the second line of each.', idempotencyKey: `appeal ${term.id}` }, 'appeal { id }'))!;
  await stage.talk.say(stage.moderator, 'decideAmbassadorAppeal', { appeal: appeal.id, outcome, reasons: 'We read all three.' }, 'appeal { outcome }', 'NOT_IN_FORCE');
  told.terms.set(person.handle, { ...term, state: outcome === 'OVERTURNED' ? 'ACTIVE' : 'REVOKED' });
}
