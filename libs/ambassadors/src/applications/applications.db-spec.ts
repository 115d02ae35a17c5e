import { PersonalData } from '@fanfare/access';
import { type Actor, DAY, type Problem, VISITOR } from '@fanfare/kernel';
import { ReviewSubjects } from '@fanfare/moderation';
import { aCommunity, aMember, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AmbassadorsModule } from '../index.js';
import type { CallContents } from '../calls/call.contents.js';
import { CallsQueries } from '../calls/calls.queries.js';
import { CallsService } from '../calls/calls.service.js';
import { DecisionsService } from '../panel/decisions.service.js';
import { JudgingService } from '../panel/judging.service.js';
import { PanelQueries } from '../panel/panel.queries.js';
import { ReviewsAskedService } from '../panel/reviews-asked.service.js';
import { SupportService } from '../panel/support.service.js';
import { ApplicationsQueries } from './applications.queries.js';
import { ApplicationsService } from './applications.service.js';

const START = new Date('2026-03-01T00:00:00Z');
/** In every text that an applicant wrote, or that was written to them. */
const MARK = 'quetzalcoatlus';
type Person = Awaited<ReturnType<typeof aMember>>;

let rooms: Rooms;
let community: { id: string; slug: string };
let brand: Person;
let owner: Person;
let fan: Person;
let voter: Person;

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule], { now: START });
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  rooms.clock.set(START);
  community = await aCommunity(rooms.database);
  [owner, brand, fan, voter] = await Promise.all([0, 0, 1, 1].map((isFan) => aMember(rooms.database, community.id, isFan ? { level: 'FAN' } : {}))) as [Person, Person, Person, Person];
  await aRole(rooms.database, community.id, owner.account_id!, 'OWNER');
  await aRole(rooms.database, community.id, brand.account_id!, 'BRAND_MANAGER');
});

const as = (person: Person): Actor => ({ ...VISITOR, accountId: person.account_id });
const asStaff = (person: Person, role: 'OWNER' | 'BRAND_MANAGER'): Actor => ({ ...as(person), grants: [{ communityId: community.id, role }] });
const asBrand = () => asStaff(brand, 'BRAND_MANAGER');
const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (problem: Problem) => problem.code ?? problem);
const applications = () => rooms.get(ApplicationsService);
const application = (id: string) => rooms.transactor.run((tx) => rooms.get(ApplicationsQueries).require(tx, id));
const listed = async (callId: string) => (await rooms.get(PanelQueries).page(callId, {}, { order: 'RANKING', selection: 'HALF' })).nodes.map(({ id }) => id);

const CONTENTS: CallContents = {
  title: 'Twelve builders', story: 'Six months.', perks: 'Two sets a month.', seats: 2, selection: 'HALF', opensAt: START, closesAt: new Date(START.getTime() + 30 * DAY),
  questions: [{ kind: 'TEXT', text: 'Why you?', audience: 'COMMUNITY' }, { kind: 'LINK', text: 'Where?', required: false }],
};

async function aCall(): Promise<{ id: string; why: string; where: string }> {
  const id = await rooms.get(CallsService).open(asBrand(), { ...CONTENTS, community: community.slug, publish: true });
  const [why, where] = (await rooms.get(CallsQueries).questionsOf([id])).get(id)!;
  return { id, why: why!.id, where: where!.id };
}

it('two who hand in at once hand in once, and an answered one is not handed in again', async () => {
  const call = await aCall();
  const input = { answers: [{ question: call.why, answer: 'I build every evening.' }] };
  const apply = () => applications().apply(as(fan), call.id, { country: null, ofAge: true }, input);
  const ids = await Promise.all([apply(), apply(), apply()]);
  expect(new Set(ids).size).toBe(1);
  const events = `SELECT count(*)::int AS n FROM events WHERE type = 'application.submitted' AND subject_id = $1`;
  expect(await rooms.database.query(events, [ids[0]])).toEqual([{ n: 1 }]);
  rooms.clock.set(new Date(START.getTime() + 40 * DAY));
  await rooms.get(DecisionsService).decide(asBrand(), { applications: [ids[0]!], outcome: 'DECLINED', reason: 'Not this time.' });
  expect(await codeOf(apply())).toBe('CALL_NOT_OPEN');
  rooms.clock.set(START);
  expect(await codeOf(apply())).toBe('APPLICATION_DECIDED');
});

describe('what an applicant wrote', () => {
  it('is held before anybody reads it, waits without being lost, and goes on once a moderator has read it', async () => {
    const call = await aCall();
    const mine = await applications().start(as(fan), call.id, { country: null, ofAge: true });
    await applications().save(as(fan), mine, { answers: [{ question: call.why, answer: 'kill yourself' }], step: 3 }); // a draft is nobody else's
    expect(await application(mine)).toMatchObject({ step: 3, withheld: null });
    await applications().submit(as(fan), mine);
    expect(await application(mine)).toMatchObject({ state: 'SUBMITTED', withheld: 'HOLD' });
    expect(await listed(call.id)).toEqual([]);
    expect(await codeOf(rooms.get(SupportService).vote(as(voter), mine))).toBe('NOT_FOUND');
    expect(await codeOf(rooms.get(JudgingService).score(asBrand(), mine, [0, 1, 2].map((criterion) => ({ criterion, score: 3 }))))).toBe('NOT_FOUND');
    rooms.clock.set(new Date(START.getTime() + 40 * DAY));
    const decide = () => rooms.get(DecisionsService).decide(asBrand(), { applications: [mine], outcome: 'DECLINED', reason: 'Not this time.' });
    expect(await codeOf(decide())).toBe('NOT_FOUND');
    const subject = rooms.get(ReviewSubjects).of('APPLICATION');
    const [read] = (await rooms.transactor.run((tx) => subject.load(tx, [mine]))).values();
    expect(read).toMatchObject({ text: 'kill yourself', title: 'Twelve builders', authorMemberId: fan.id, withheld: 'HOLD' });
    await rooms.transactor.run((tx) => subject.release(tx, null, mine));
    expect(await listed(call.id)).toEqual([mine]);
    expect(await codeOf(decide())).toBe('fine');
  });

  it('is examined again when it is changed, and refused words leave the old ones', async () => {
    const call = await aCall();
    const answers = (answer: string) => [{ question: call.why, answer }];
    const mine = await applications().apply(as(fan), call.id, { country: null, ofAge: true }, { answers: answers('I build every evening.') });
    expect(await application(mine)).toMatchObject({ withheld: null });
    expect(await codeOf(applications().save(as(fan), mine, { answers: answers('What a damn fine evening, fuck yes.') }))).toBe('REPHRASE');
    expect((await rooms.get(ApplicationsQueries).answersOf([mine])).get(mine)).toMatchObject([{ answer: 'I build every evening.' }]);
    await applications().save(as(fan), mine, { answers: answers('What a damn fine evening, fuck yes.') }); // a nudge is said once
    await applications().save(as(fan), mine, { answers: answers('kill yourself') });
    expect(await application(mine)).toMatchObject({ state: 'SUBMITTED', withheld: 'HOLD' });
  });
});

/** Tables in which a text stands, whatever its column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await rooms.database.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await rooms.database.query<{ has: boolean }>(`SELECT EXISTS (SELECT FROM "${name}" t WHERE t::text ILIKE '%' || $1 || '%') AS has`, [text]);
    if (row!.has) found.push(name);
  }
  return found.sort();
}

it('an applicant takes everything along, and leaves nothing of theirs behind', async () => {
  const call = await aCall();
  const reach = [{ channel: `The ${MARK} blog`, url: `https://${MARK}.example.org`, followers: 40 }];
  const answers = [{ question: call.why, answer: `I breed a ${MARK}.` }, { question: call.where, answer: `https://${MARK}.example.org/me` }];
  const mine = await applications().apply(as(fan), call.id, { country: 'FR', ofAge: true }, { answers, reach });
  await rooms.get(CallsService).see(as(fan), call.id);
  await rooms.get(JudgingService).score(asBrand(), mine, [0, 1, 2].map((criterion) => ({ criterion, score: 3, note: `A ${MARK}!` })));
  await rooms.get(JudgingService).declareConflict(asStaff(owner, 'OWNER'), mine, `I know that ${MARK}.`);
  rooms.clock.set(new Date(START.getTime() + 40 * DAY));
  await rooms.get(DecisionsService).decide(asBrand(), { applications: [mine], outcome: 'DECLINED', reason: `No ${MARK} fits in our car.` });
  await rooms.get(ReviewsAskedService).ask(as(fan), mine, `A ${MARK} folds its wings.`);
  const personal = rooms.get(PersonalData).all.get('recruitment')!;
  const taken = await Promise.all(personal.sections!.map(({ sql }) => rooms.database.query(sql, [fan.account_id])));
  const said = JSON.stringify(taken);
  for (const text of [`I breed a ${MARK}.`, `https://${MARK}.example.org/me`, `The ${MARK} blog`, 'FR', `No ${MARK} fits`, `A ${MARK} folds`, 'Twelve builders']) expect(said).toContain(text);
  expect(said).not.toContain(`I know that`); // what another said in confidence is not theirs
  const everywhere = ['application_answers', 'application_conflicts', 'application_decisions', 'application_reviews_asked', 'application_scores', 'applications'];
  expect(await tablesWith(MARK)).toEqual(everywhere);
  await rooms.transactor.run((tx) => personal.erase!(tx, { accountId: fan.account_id!, memberIds: [fan.id] } as never));
  expect(await tablesWith(MARK)).toEqual([]);
  expect(await rooms.database.query('SELECT country, declared_reach AS reach, (SELECT count(*)::int FROM call_views WHERE member_id = $2) AS seen FROM applications WHERE id = $1', [mine, fan.id])).toEqual([{ country: null, reach: [], seen: 0 }]);
});
