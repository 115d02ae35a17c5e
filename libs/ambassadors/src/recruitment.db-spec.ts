import { Dispatcher, Schedules } from '@fanfare/events';
import { type Actor, DAY, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { aCircle, aCommunity, aMember, aRole, asSomebodyElse, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AmbassadorsModule, AppealSubjects, TermsService } from './index.js';
import { ApplicationWithholding } from './applications/application-withholding.js';
import { ApplicationsService } from './applications/applications.service.js';
import { ApplicationsQueries } from './applications/applications.queries.js';
import type { CallContents } from './calls/call.contents.js';
import { CallsQueries } from './calls/calls.queries.js';
import { CallsService } from './calls/calls.service.js';
import { stateOf } from './calls/call.row.js';
import { DecisionsService } from './panel/decisions.service.js';
import { JudgingService } from './panel/judging.service.js';
import { PanelQueries } from './panel/panel.queries.js';
import { pointsOf } from './panel/ranking.js';
import { ReviewsAskedService } from './panel/reviews-asked.service.js';
import { SupportService } from './panel/support.service.js';
import { AgreementsService } from './terms/agreements.service.js';
import { RevocationsService } from './terms/revocations.service.js';

const START = new Date('2026-03-01T00:00:00Z');
const ENGLISH = { country: 'GB', ofAge: true };
type Person = Awaited<ReturnType<typeof aMember>>;

let rooms: Rooms;
let community: { id: string; slug: string };
let brand: Person;
let owner: Person;
let fans: Person[];

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule], { now: START });
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  rooms.clock.set(START);
  await rooms.database.query('DELETE FROM schedules');
  community = await aCommunity(rooms.database);
  [owner, brand] = await Promise.all([aMember(rooms.database, community.id), aMember(rooms.database, community.id)]);
  await aRole(rooms.database, community.id, owner.account_id!, 'OWNER');
  await aRole(rooms.database, community.id, brand.account_id!, 'BRAND_MANAGER');
  fans = await Promise.all(Array.from({ length: 8 }, () => aMember(rooms.database, community.id, { level: 'FAN' })));
});

const staffOf = (person: Person, role: 'OWNER' | 'BRAND_MANAGER'): Actor => ({ ...VISITOR, accountId: person.account_id, grants: [{ communityId: community.id, role }] });
const asBrand = () => staffOf(brand, 'BRAND_MANAGER');
const asOwner = () => staffOf(owner, 'OWNER');
const as = (person: Person): Actor => ({ ...VISITOR, accountId: person.account_id });
const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (problem: Problem) => problem.code ?? problem);
const paramsOf = (work: Promise<unknown>) => work.then(() => null, (problem: Problem) => [problem.code, problem.params]);
const calls = () => rooms.get(CallsService);
const applications = () => rooms.get(ApplicationsService);
const decisions = () => rooms.get(DecisionsService);
const terms = () => rooms.get(TermsService);
const call = (id: string) => rooms.transactor.run((tx) => rooms.get(CallsQueries).require(tx, id));
const application = (id: string) => rooms.transactor.run((tx) => rooms.get(ApplicationsQueries).require(tx, id));
const questionsOf = async (id: string) => (await rooms.get(CallsQueries).questionsOf([id])).get(id) ?? [];

const CONTENTS: CallContents = {
  title: 'A hundred agents',
  story: 'Six months, one car, a theme for each month.',
  perks: 'The car, fuel and insurance.',
  seats: 2,
  opensAt: START,
  closesAt: new Date(START.getTime() + 30 * DAY),
  selection: 'PANEL',
  questions: [{ kind: 'TEXT', text: 'Why you?' }, { kind: 'LINK', text: 'Where do you write?', required: false }],
  criteria: [{ label: 'Motivation', weight: 3 }, { label: 'Originality', weight: 1 }],
};
const aCall = (changes: Partial<CallContents> = {}) => calls().open(asBrand(), { ...CONTENTS, ...changes, community: community.slug, publish: true });

async function apply(person: Person, callId: string, declared = ENGLISH): Promise<string> {
  const answers = (await questionsOf(callId)).filter(({ required }) => required).map(({ id }) => ({ question: id, answer: `I am ${person.handle}.` }));
  return applications().apply(as(person), callId, declared, { answers });
}
const closed = () => rooms.clock.set(new Date(START.getTime() + 40 * DAY));
const decide = (ids: string[], outcome: 'SELECTED' | 'WAITING' | 'DECLINED', more: { reverse?: boolean; by?: Actor } = {}) =>
  decisions().decide(more.by ?? asBrand(), { applications: ids, outcome, reason: `You are ${outcome}.`, reverse: more.reverse });
const statesOf = async (callId: string) => {
  const sql = 'SELECT member_id AS id, state, waiting_place AS place FROM applications WHERE call_id = $1';
  const rows = await rooms.database.query<{ id: string; state: string; place: number | null }>(sql, [callId]);
  return Object.fromEntries(rows.map(({ id, state, place }) => [fans.findIndex((fan) => fan.id === id), place ? `${state} ${place}` : state]));
};
const termOf = async (person: Person) => {
  const sql = 'SELECT id, state, ends_at AS "endsAt" FROM terms WHERE member_id = $1 ORDER BY offered_at DESC, id DESC LIMIT 1';
  return (await rooms.database.query<{ id: string; state: string; endsAt: Date | null }>(sql, [person.id]))[0]!;
};
const hash = async () => (await rooms.get(AgreementsService).current([community.id])).get(community.id)!.find(({ locale }) => locale === 'en')!.hash;
const accept = async (person: Person) => terms().accept(as(person), (await termOf(person)).id, await hash());
const runSchedules = async () => {
  await rooms.database.query('UPDATE schedules SET next_run_at = $1', [rooms.clock.now()]);
  await rooms.get(Schedules).runDue();
};
const eventsOf = (subject: string) => rooms.database.query<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence', [subject]).then((rows) => rows.map(({ type }) => type));

describe('a call', () => {
  it('goes from draft to decided by its dates, and tells of it once', async () => {
    const later = { opensAt: new Date(START.getTime() + DAY) };
    const id = await calls().open(asBrand(), { ...CONTENTS, ...later, community: community.slug });
    const state = async () => stateOf(await call(id), rooms.clock.now());
    expect(await state()).toBe('DRAFT');
    expect((await rooms.get(CallsQueries).page(as(fans[0]!), community.id, {}, { now: rooms.clock.now() })).nodes).toEqual([]);
    expect((await rooms.get(CallsQueries).page(asBrand(), community.id, {}, { now: rooms.clock.now(), states: ['DRAFT'] })).nodes).toHaveLength(1);
    await calls().update(asBrand(), id, { ...CONTENTS, ...later, seats: 3 });
    await calls().publish(asBrand(), id);
    expect(await state()).toBe('SCHEDULED');
    expect(await codeOf(apply(fans[0]!, id))).toBe('CALL_NOT_OPEN');
    rooms.clock.advance(DAY);
    expect(await state()).toBe('OPEN');
    await runSchedules();
    await runSchedules();
    expect(await codeOf(calls().update(asBrand(), id, CONTENTS))).toBe('CALL_NOT_DRAFT');
    const mine = await apply(fans[0]!, id);
    expect(await codeOf(decide([mine], 'DECLINED'))).toBe('CALL_STILL_OPEN');
    await calls().close(asBrand(), id, 'Enough people came.');
    expect(await state()).toBe('CLOSED');
    await calls().extend(asBrand(), id, new Date(START.getTime() + 60 * DAY), 'They asked for more time.');
    expect(await state()).toBe('OPEN');
    rooms.clock.set(new Date(START.getTime() + 60 * DAY));
    await runSchedules();
    await decide([mine], 'DECLINED');
    expect(await state()).toBe('DECIDED');
    expect((await rooms.get(CallsQueries).changesOf([id])).get(id)!.map(({ kind }) => kind)).toEqual(['CLOSED_EARLY', 'EXTENDED']);
    expect((await eventsOf(id)).filter((type) => ['call.opened', 'call.closed'].includes(type))).toEqual(['call.opened', 'call.closed']);
  });

  it('is the brand’s, and a blind one has no vote', async () => {
    expect(await codeOf(calls().open(as(fans[0]!), { ...CONTENTS, community: community.slug }))).toBe('NOT_ALLOWED');
    expect(await codeOf(aCall({ selection: 'COMMUNITY', blind: true }))).toBe('INVALID_INPUT');
    expect(await codeOf(aCall({ closesAt: START }))).toBe('INVALID_INPUT');
  });
});

describe('who may apply', () => {
  it('is told what is missing, by name, when they start and when they hand in', async () => {
    const id = await aCall({ leastLevel: 'REGULAR', leastIdentity: 'LINKED', leastAge: 18, regions: ['FR'] });
    const [fan] = fans as [Person];
    const start = (declared = { country: 'FR', ofAge: true }, who = fan) => paramsOf(applications().start(as(who), id, declared));
    const be = (column: string, value: string) => rooms.database.query(`UPDATE members SET ${column} = $2 WHERE id = $1`, [fan.id, value]);
    expect(await start()).toEqual(['LEVEL_TOO_LOW', { level: 'REGULAR' }]);
    await be('level', 'REGULAR');
    expect(await start()).toEqual(['IDENTITY_TOO_LOW', { identity: 'LINKED' }]);
    await be('identity_level', 'LINKED');
    expect(await start({ country: 'FR', ofAge: false })).toEqual(['UNDER_AGE', { age: 18 }]);
    expect(await start({ country: 'GB', ofAge: true })).toEqual(['REGION_NOT_ELIGIBLE', { country: 'GB' }]);
    expect((await start(undefined, brand))?.[0]).toBe('STAFF_CANNOT_APPLY');
    expect(await start()).toBeNull();
    await be('identity_level', 'CONFIRMED'); // a proof expired meanwhile
    const mine = (await rooms.get(ApplicationsQueries).ownOf(fan.account_id!, [id])).get(id)!;
    expect(await codeOf(applications().submit(as(fan), mine.id))).toBe('IDENTITY_TOO_LOW');
    rooms.clock.set(CONTENTS.closesAt);
    await be('identity_level', 'LINKED');
    expect(await codeOf(applications().submit(as(fan), mine.id))).toBe('CALL_NOT_OPEN');
  });

  it('leaves and takes up, changes until the close, withdraws and comes back', async () => {
    const id = await aCall();
    const [fan, other] = fans as [Person, Person];
    const mine = await applications().start(as(fan), id, ENGLISH);
    expect(await applications().start(as(fan), id, ENGLISH)).toBe(mine);
    expect(await codeOf(applications().submit(as(fan), mine))).toBe('APPLICATION_INCOMPLETE');
    const [why, where] = await questionsOf(id);
    await applications().save(as(fan), mine, { answers: [{ question: why!.id, answer: 'I love bricks.' }], reach: [{ channel: 'Blog', url: 'https://fan.example.org', followers: 300 }] });
    expect(await codeOf(applications().save(as(fan), mine, { answers: [{ question: where!.id, answer: 'javascript:alert(1)' }] }))).toBe('INVALID_INPUT');
    expect(await codeOf(applications().save(as(other), mine, {}))).toBe('NOT_FOUND');
    await applications().submit(as(fan), mine);
    expect(await codeOf(applications().save(as(fan), mine, { answers: [{ question: why!.id, answer: '' }] }))).toBe('APPLICATION_INCOMPLETE');
    await applications().withdraw(as(fan), mine);
    expect((await application(mine)).state).toBe('WITHDRAWN');
    expect(await apply(fan, id)).toBe(mine);
    expect(await application(mine)).toMatchObject({ state: 'SUBMITTED', declaredReach: [{ channel: 'Blog', url: 'https://fan.example.org', followers: 300 }] });
    expect(await eventsOf(mine)).toEqual(['application.submitted', 'application.withdrawn', 'application.submitted']);
  });

  it('applies again after the time the call sets', async () => {
    const first = await aCall();
    const mine = await apply(fans[0]!, first);
    closed();
    await decide([mine], 'DECLINED');
    const opensAt = rooms.clock.now();
    const second = await aCall({ opensAt, closesAt: new Date(opensAt.getTime() + 300 * DAY), reapplyAfterDays: 90 });
    expect(await codeOf(apply(fans[0]!, second))).toBe('REAPPLY_LATER');
    rooms.clock.advance(90 * DAY);
    expect(await codeOf(apply(fans[0]!, second))).toBe('fine');
  });
});

describe('the panel', () => {
  it('marks by weight, ranks with its arithmetic, and nobody judges their own or what they declared', async () => {
    const id = await aCall();
    const [one, two, three, reader] = fans as [Person, Person, Person, Person];
    const [a, b, c] = [await apply(one, id), await apply(two, id), await apply(three, id)] as const;
    await calls().nameReviewers(asBrand(), id, [reader.id, three.id]);
    const judge = rooms.get(JudgingService);
    const marks = (motivation: number, originality: number) => [{ criterion: 0, score: motivation }, { criterion: 1, score: originality }];
    await judge.score(asBrand(), a, marks(5, 1)); // 4
    await judge.score(as(reader), a, marks(1, 1)); // 1
    await judge.score(asBrand(), b, marks(4, 0)); // 3
    expect(await codeOf(judge.score(as(three), c, marks(5, 5)))).toBe('OWN_APPLICATION');
    expect(await codeOf(judge.score(as(one), b, marks(5, 5)))).toBe('NOT_FOUND');
    expect(await codeOf(judge.score(asBrand(), b, marks(6, 0)))).toBe('INVALID_INPUT');
    expect(await codeOf(judge.score(asBrand(), b, marks(5, 0).slice(1)))).toBe('INVALID_INPUT');
    const panel = rooms.get(PanelQueries);
    const ranking = await panel.rankingOf([a, b, c]);
    expect(ranking.get(a)).toMatchObject({ place: 2, points: 2.5, panelPoints: 2.5, reviewers: 2 });
    expect(ranking.get(b)).toMatchObject({ place: 1, points: 3, reviewers: 1 });
    expect(ranking.get(c)).toMatchObject({ place: 3, points: null });
    await judge.declareConflict(as(reader), a, 'We are cousins.');
    expect(await codeOf(judge.score(as(reader), a, marks(5, 5)))).toBe('CONFLICT_DECLARED');
    expect((await panel.rankingOf([a])).get(a)).toMatchObject({ place: 1, points: 4, reviewers: 1 });
    const all: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await panel.page(id, { first: 1, after }, { order: 'RANKING', selection: 'PANEL' });
      all.push(...page.nodes.map((node) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(all).toEqual([a, b, c]);
    expect((await panel.page(id, {}, { order: 'SUBMITTED', selection: 'PANEL', unmarkedBy: brand.id })).nodes.map((node) => node.id)).toEqual([c]);
    await judge.declareConflict(asBrand(), b, 'A friend.');
    closed();
    expect(await codeOf(decide([a, b], 'DECLINED'))).toBe('CONFLICT_DECLARED');
    expect(await codeOf(decide([a, b], 'DECLINED', { by: asOwner() }))).toBe('fine');
    expect(await codeOf(decide([c], 'DECLINED', { by: as(reader) }))).toBe('NOT_ALLOWED');
    const stranger = { ...as(fans[6]!), grants: [{ communityId: newId(), role: 'OWNER' as const }] }; // of another community
    expect(await codeOf(decide([c], 'DECLINED', { by: stranger }))).toBe('NOT_FOUND'); // what the panel alone reads
    await decide([c], 'DECLINED');
    await rooms.get(ReviewsAskedService).ask(as(three), c, 'Please read it again.');
    for (const who of [stranger, as(reader)]) expect(await codeOf(rooms.get(ReviewsAskedService).keep(who, c, 'It stays as it is.'))).toBe(who === stranger ? 'NOT_FOUND' : 'NOT_ALLOWED');
    const draft = await calls().open(asBrand(), { ...CONTENTS, community: community.slug, closesAt: new Date(START.getTime() + 90 * DAY) });
    expect(await codeOf(decisions().decideByRanking(stranger, { call: draft, count: 1, outcome: 'DECLINED', reason: 'Ours.' }))).toBe('NOT_FOUND');
  });

  it('answers with a reason, keeps every answer, reverses with another, and is asked to look again', async () => {
    const id = await aCall();
    const mine = await apply(fans[0]!, id);
    closed();
    expect(await codeOf(rooms.get(ReviewsAskedService).ask(as(fans[0]!), mine, 'Please read it again.'))).toBe('APPLICATION_NOT_DECIDED');
    expect(await codeOf(decisions().decide(asBrand(), { applications: [mine], outcome: 'DECLINED', reason: ' ' }))).toBe('EMPTY_TEXT');
    await decide([mine], 'DECLINED');
    expect(await codeOf(decide([mine], 'SELECTED'))).toBe('APPLICATION_DECIDED');
    const reviews = rooms.get(ReviewsAskedService);
    await reviews.ask(as(fans[0]!), mine, 'Please read it again.');
    expect(await codeOf(reviews.ask(as(fans[0]!), mine, 'And once more, please.'))).toBe('REVIEW_ASKED_ALREADY');
    expect(await codeOf(reviews.keep(asBrand(), mine, 'No.'))).toBe('NOT_IMPARTIAL'); // the owner could look
    await decide([mine], 'SELECTED', { reverse: true, by: asOwner() });
    const all = (await rooms.get(ApplicationsQueries).decisionsOf([mine])).get(mine)!;
    expect(all.map(({ state, reverses }) => [state, reverses])).toEqual([['DECLINED', null], ['SELECTED', all[0]!.id]]);
    expect(all[0]).toMatchObject({ reviewOutcome: 'CHANGED', reviewAnswer: 'You are SELECTED.' });
    await expect(rooms.database.query(`UPDATE application_decisions SET state = 'DECLINED' WHERE id = $1`, [all[1]!.id])).rejects.toThrow(/kept/);
    await expect(rooms.database.query('DELETE FROM application_decisions WHERE id = $1', [all[0]!.id])).rejects.toThrow(/kept/);
  });
});

describe('seats', () => {
  it('are never exceeded, whoever races; without the constraint they would be', async () => {
    const id = await aCall({ seats: 2 });
    const ids = await Promise.all(fans.slice(0, 6).map((fan) => apply(fan, id)));
    closed();
    const raced = await Promise.all(ids.map((one) => codeOf(decide([one], 'SELECTED'))));
    expect(raced.filter((code) => code === 'fine')).toHaveLength(2);
    expect(raced.filter((code) => code === 'SEATS_TAKEN')).toHaveLength(4);
    expect(await call(id)).toMatchObject({ seats: 2, seatsTaken: 2 });
    // past the service, without its lock: the row's own check
    const left = ids.find((_, at) => raced[at] !== 'fine')!;
    const grab = () => rooms.database.query(`UPDATE applications SET state = 'SELECTED', decided_at = now() WHERE id = $1`, [left]);
    await expect(grab()).rejects.toThrow(/calls_seats_not_exceeded/);
    await rooms.database.query('ALTER TABLE applications DISABLE TRIGGER applications_count_seats');
    await grab(); // the negative control: nothing else holds the number
    await rooms.database.query(`UPDATE applications SET state = 'SUBMITTED', decided_at = NULL WHERE id = $1`, [left]);
    await rooms.database.query('ALTER TABLE applications ENABLE TRIGGER applications_count_seats');
  });

  it('go on to the waiting list, in its order: given up, not accepted in time, resigned or taken away', async () => {
    const id = await aCall({ seats: 1, acceptDays: 5 });
    const ids: string[] = [];
    for (const fan of fans.slice(0, 6)) ids.push(await apply(fan, id));
    closed();
    await decide([ids[0]!], 'SELECTED');
    await decide([ids[3]!, ids[1]!, ids[2]!, ids[4]!, ids[5]!], 'WAITING');
    expect(await statesOf(id)).toEqual({ 0: 'SELECTED', 3: 'WAITING 1', 1: 'WAITING 2', 2: 'WAITING 3', 4: 'WAITING 4', 5: 'WAITING 5' });
    await applications().withdraw(as(fans[0]!), ids[0]!);
    expect(await statesOf(id)).toMatchObject({ 0: 'WITHDRAWN', 3: 'SELECTED', 1: 'WAITING 2' });
    rooms.clock.advance(6 * DAY);
    expect(await codeOf(accept(fans[3]!))).toBe('TERM_NOT_OFFERED');
    await runSchedules();
    expect(await statesOf(id)).toMatchObject({ 1: 'SELECTED', 2: 'WAITING 3' });
    expect((await termOf(fans[3]!)).state).toBe('LAPSED');
    await accept(fans[1]!);
    await terms().resign(as(fans[1]!), (await termOf(fans[1]!)).id);
    expect(await statesOf(id)).toMatchObject({ 2: 'SELECTED', 4: 'WAITING 4' });
    await accept(fans[2]!);
    await rooms.get(RevocationsService).revoke(asBrand(), (await termOf(fans[2]!)).id, { clause: 'Disclosure', facts: 'Three posts without a word of it.', passage: 'Best car ever!' });
    expect(await statesOf(id)).toMatchObject({ 4: 'SELECTED', 5: 'WAITING 5' });
    await decide([ids[4]!], 'DECLINED', { reverse: true });
    expect(await statesOf(id)).toMatchObject({ 4: 'DECLINED', 5: 'SELECTED' });
    expect(await call(id)).toMatchObject({ seatsTaken: 1 });
    const moved = (await rooms.get(ApplicationsQueries).decisionsOf([ids[3]!])).get(ids[3]!)!.at(-1)!;
    expect(moved).toMatchObject({ state: 'SELECTED', decidedBy: null, reason: expect.stringContaining('waiting list') });
  });

  it('pass over who is offered one elsewhere at this moment, and who waits for a moderator until that is over', async () => {
    const id = await aCall({ seats: 1 });
    const ids: string[] = [];
    for (const fan of fans.slice(0, 4)) ids.push(await apply(fan, id));
    closed();
    await decide([ids[0]!], 'SELECTED');
    await decide(ids.slice(1), 'WAITING');
    await rooms.database.query(`UPDATE applications SET withheld = 'HOLD', withheld_at = now() WHERE id = ANY ($1)`, [[ids[2], ids[3]]]);
    const OFFER = `INSERT INTO terms (id, community_id, member_id, state, receives, months, offered_at, accept_until) VALUES ($1, $2, $3, 'OFFERED', '', 6, now(), now() + interval '9 days')`;
    const { left } = await rooms.transactor.run(async (tx) => {
      await tx.query(OFFER, [newId(), community.id, fans[1]!.id]);
      const giveUp = asSomebodyElse(() => applications().withdraw(as(fans[0]!), ids[0]!));
      await somebodyWaits(rooms.database, 1);
      return { left: giveUp };
    });
    await left;
    expect([await statesOf(id), (await call(id)).seatsTaken]).toEqual([{ 0: 'WITHDRAWN', 1: 'WAITING 1', 2: 'WAITING 2', 3: 'WAITING 3' }, 0]);
    await rooms.transactor.run((tx) => rooms.get(ApplicationWithholding).release(tx, null, ids[3]!));
    await rooms.get(Dispatcher).drain();
    expect(await statesOf(id)).toMatchObject({ 1: 'WAITING 1', 2: 'WAITING 2', 3: 'SELECTED' });
  });

  it('two who give up at once free two seats for two', async () => {
    const id = await aCall({ seats: 2 });
    const ids: string[] = [];
    for (const fan of fans.slice(0, 5)) ids.push(await apply(fan, id));
    closed();
    await decide(ids.slice(0, 2), 'SELECTED');
    await decide(ids.slice(2), 'WAITING');
    await Promise.all([0, 1].map((at) => applications().withdraw(as(fans[at]!), ids[at]!)));
    expect(await statesOf(id)).toEqual({ 0: 'WITHDRAWN', 1: 'WITHDRAWN', 2: 'SELECTED', 3: 'SELECTED', 4: 'WAITING 3' });
  });
});

describe('the community', () => {
  it('counts verified votes, shows all, follows identity and suspicion, and half and half is their mean', async () => {
    const id = await aCall({ selection: 'HALF' });
    const [one, two, voter, nameless] = fans as [Person, Person, Person, Person];
    const [a, b] = [await apply(one, id), await apply(two, id)];
    await rooms.database.query(`UPDATE members SET identity_level = 'ANONYMOUS' WHERE id = $1`, [nameless.id]);
    const support = rooms.get(SupportService);
    for (const who of [voter, nameless]) await support.vote(as(who), a);
    await support.vote(as(voter), a); // once is once
    await support.vote(asBrand(), b);
    await support.vote(as(voter), b);
    expect(await codeOf(support.vote(as(one), a))).toBe('OWN_APPLICATION');
    expect(await application(a)).toMatchObject({ votes: 2, verifiedVotes: 1 });
    expect(await application(b)).toMatchObject({ votes: 2, verifiedVotes: 1 });
    await rooms.database.query(`UPDATE members SET identity_level = 'CONFIRMED' WHERE id = $1`, [nameless.id]);
    await rooms.transactor.run((tx) => support.restand(tx, [nameless.id]));
    expect(await application(a)).toMatchObject({ votes: 2, verifiedVotes: 2 });
    const idea = newId();
    await rooms.database.query(`INSERT INTO ideas (id, community_id, title, body, status, created_at, deadline) VALUES ($1, $2, 'An idea of theirs', 'Long enough for a test.', 'OPEN', now(), now() + interval '9 days')`, [idea, community.id]);
    await rooms.database.query('INSERT INTO vote_quarantines (idea_id, member_id, community_id, quarantined_at) VALUES ($1, $2, $3, now())', [idea, voter.id, community.id]);
    await rooms.transactor.run((tx) => support.restand(tx, [voter.id]));
    expect([(await application(a)).verifiedVotes, (await application(b)).verifiedVotes]).toEqual([1, 0]);
    await rooms.get(JudgingService).score(asBrand(), b, [{ criterion: 0, score: 4 }, { criterion: 1, score: 4 }]);
    const ranking = await rooms.get(PanelQueries).rankingOf([a, b]);
    expect(ranking.get(a)).toMatchObject({ place: 1, points: 2.5, communityPoints: 5, mostVotes: 1 });
    expect(ranking.get(b)).toMatchObject({ place: 2, points: 2, panelPoints: 4, communityPoints: 0 });
    for (const row of ranking.values()) expect(row.points).toBe(pointsOf('HALF', row.panelPoints, row.verifiedVotes, row.mostVotes));
    rooms.clock.set(new Date(CONTENTS.closesAt.getTime() + DAY)); // applications are in, votes still come
    expect(await codeOf(decide([a], 'SELECTED'))).toBe('CALL_STILL_OPEN');
    await support.withdrawVote(as(voter), a);
    closed();
    expect(await codeOf(support.vote(as(voter), a))).toBe('VOTING_CLOSED');
    expect(await application(a)).toMatchObject({ votes: 1, verifiedVotes: 1 });
  });

  it('of a circle somebody else puts its spokesperson forward', async () => {
    const id = await aCall({ selection: 'COMMUNITY' });
    const [one, two, three] = fans as [Person, Person, Person];
    const circle = await aCircle(rooms.database, community.id, [one.id, two.id]);
    const support = rooms.get(SupportService);
    expect(await codeOf(support.nominate(as(two), id, circle.id))).toBe('NOT_ELIGIBLE'); // nobody speaks for it
    await rooms.database.query('UPDATE circles SET spokesperson_id = $2, spokesperson_since = now(), term_ends_at = now() WHERE id = $1', [circle.id, one.id]);
    expect(await codeOf(support.nominate(as(two), id, circle.id))).toBe('NOT_ELIGIBLE'); // they did not apply
    const mine = await apply(one, id);
    expect(await codeOf(support.nominate(as(one), id, circle.id))).toBe('NOT_ELIGIBLE');
    expect(await codeOf(support.nominate(as(three), id, circle.id))).toBe('NOT_IN_CIRCLE');
    await calls().nameReviewers(asBrand(), id, [two.id]);
    expect(await codeOf(support.nominate(as(two), id, circle.id))).toBe('NOT_ELIGIBLE'); // who judges puts nobody forward
    await calls().nameReviewers(asBrand(), id, []);
    expect(await support.nominate(as(two), id, circle.id)).toBe(mine);
    expect((await rooms.get(PanelQueries).nominationsOf([mine])).get(mine)).toMatchObject([{ circleId: circle.id }]);
  });

  it('who put somebody forward judges everybody else, whatever they become afterwards', async () => {
    const id = await aCall({ selection: 'HALF' });
    const [nominee, friend, another] = fans as [Person, Person, Person];
    const [mine, theirs] = [await apply(nominee, id), await apply(another, id)];
    const circle = await aCircle(rooms.database, community.id, [nominee.id, friend.id]);
    await rooms.database.query('UPDATE circles SET spokesperson_id = $2, spokesperson_since = now(), term_ends_at = now() WHERE id = $1', [circle.id, nominee.id]);
    const [support, judge, panel] = [rooms.get(SupportService), rooms.get(JudgingService), rooms.get(PanelQueries)];
    await support.nominate(as(friend), id, circle.id);
    await calls().nameReviewers(asBrand(), id, [friend.id]);
    const marks = [{ criterion: 0, score: 5 }, { criterion: 1, score: 5 }];
    expect([await codeOf(judge.score(as(friend), mine, marks)), await codeOf(judge.score(as(friend), theirs, marks))]).toEqual(['CONFLICT_DECLARED', 'fine']);
    expect((await panel.page(id, {}, { order: 'SUBMITTED', selection: 'HALF', unmarkedBy: friend.id })).nodes).toEqual([]);
    closed();
    expect(await codeOf(decide([mine], 'DECLINED', { by: staffOf(friend, 'BRAND_MANAGER') }))).toBe('CONFLICT_DECLARED');
    expect(await codeOf(decide([mine, theirs], 'DECLINED'))).toBe('fine');
  });

  it('who marked somebody does not put them forward once they judge no more', async () => {
    const id = await aCall();
    const [nominee, reader] = fans as [Person, Person];
    const mine = await apply(nominee, id);
    const circle = await aCircle(rooms.database, community.id, [nominee.id, reader.id]);
    await rooms.database.query('UPDATE circles SET spokesperson_id = $2, spokesperson_since = now(), term_ends_at = now() WHERE id = $1', [circle.id, nominee.id]);
    await calls().nameReviewers(asBrand(), id, [reader.id]);
    await rooms.get(JudgingService).score(as(reader), mine, [{ criterion: 0, score: 5 }, { criterion: 1, score: 5 }]);
    await calls().nameReviewers(asBrand(), id, []);
    expect(await codeOf(rooms.get(SupportService).nominate(as(reader), id, circle.id))).toBe('NOT_ELIGIBLE');
  });
});

describe('a term', () => {
  /** Somebody who was selected, and has not accepted. */
  async function selected(fan: Person, changes: Partial<CallContents> = {}): Promise<{ callId: string; applicationId: string }> {
    rooms.clock.set(START);
    const callId = await aCall(changes);
    const applicationId = await apply(fan, callId);
    closed();
    await decide([applicationId], 'SELECTED');
    return { callId, applicationId };
  }
  const requireTerm = (fan: Person) => rooms.transactor.run((tx) => terms().requireActiveTerm(tx, as(fan), community.id));

  it('starts with the agreement that was read, ends by its date, and both sides renew it', async () => {
    const [fan, other] = fans as [Person, Person];
    await selected(fan);
    expect(await codeOf(requireTerm(fan))).toBe('TERM_ENDED');
    const { id } = await termOf(fan);
    const read = await hash();
    await rooms.get(AgreementsService).write(asBrand(), community.slug, [{ locale: 'en', text: 'You disclose, always, in the same place and the same language. Nothing else.' }]);
    expect(await codeOf(terms().accept(as(fan), id, read))).toBe('AGREEMENT_CHANGED');
    expect(await codeOf(terms().accept(as(other), id, await hash()))).toBe('NOT_FOUND');
    await terms().accept(as(fan), id, await hash());
    const { term } = await requireTerm(fan);
    expect(term).toMatchObject({ id, receives: CONTENTS.perks, startsAt: rooms.clock.now(), endsAt: new Date('2026-10-10T00:00:00Z') });
    expect(await codeOf(terms().renew(asBrand(), id, { months: 3 }))).toBe('INVALID_INPUT'); // months too early
    rooms.clock.set(new Date('2026-09-20T00:00:00Z'));
    await terms().renew(asBrand(), id, { months: 3 });
    expect((await termOf(fan)).endsAt).toEqual(term.endsAt); // one side is not both
    await terms().renew(as(fan), id, { agreementHash: await hash() });
    expect((await termOf(fan)).endsAt).toEqual(new Date('2027-01-10T00:00:00Z'));
    rooms.clock.set(new Date('2027-02-01T00:00:00Z'));
    expect(await codeOf(requireTerm(fan))).toBe('TERM_ENDED'); // whether the worker is up or not
    await runSchedules();
    expect(await rooms.database.query('SELECT state, ended_at AS at FROM terms WHERE id = $1', [id])).toEqual([{ state: 'ENDED', at: new Date('2027-01-10T00:00:00Z') }]);
    expect(await eventsOf(id)).toEqual(['term.offered', 'term.accepted', 'term.renewalProposed', 'term.renewed', 'term.ended']);
  });

  it('that begins at this moment is neither taken back by another answer nor withdrawn from', async () => {
    const [fan] = fans as [Person];
    const { callId, applicationId } = await selected(fan);
    const { id } = await termOf(fan);
    const takingBack = () => [decide([applicationId], 'DECLINED', { reverse: true }), applications().withdraw(as(fan), applicationId)].map(codeOf);
    const began = await rooms.transactor.run(async (tx) => {
      await tx.query(
        `UPDATE terms SET state = 'ACTIVE', agreement_id = g.id, agreement_hash = g.hash, accepted_at = $2, starts_at = $2, ends_at = $2::timestamptz + interval '6 months'
         FROM agreements g WHERE terms.id = $1 AND g.community_id = terms.community_id AND g.locale = 'en'`, [id, rooms.clock.now()]);
      const codes = asSomebodyElse(takingBack);
      await somebodyWaits(rooms.database, 2);
      return { codes };
    });
    expect([await Promise.all(began.codes), (await termOf(fan)).state, await statesOf(callId), (await call(callId)).seatsTaken]).toEqual([
      ['APPLICATION_DECIDED', 'APPLICATION_DECIDED'], 'ACTIVE', { 0: 'SELECTED' }, 1]);
  });

  it('is one at a time, accepted once by two who race', async () => {
    const [fan] = fans as [Person];
    await selected(fan);
    const raced = await Promise.all([codeOf(accept(fan)), codeOf(accept(fan))]);
    expect(raced.sort()).toEqual(['TERM_NOT_OFFERED', 'fine']);
    const second = await aCall({ opensAt: rooms.clock.now(), closesAt: new Date(rooms.clock.now().getTime() + DAY) });
    expect(await codeOf(apply(fan, second))).toBe('ALREADY_AMBASSADOR');
    const insert = `INSERT INTO terms (id, community_id, member_id, state, receives, months, offered_at, accept_until, agreement_id, agreement_hash, accepted_at, starts_at, ends_at)
      SELECT gen_random_uuid(), community_id, member_id, 'ACTIVE', receives, months, offered_at, accept_until, agreement_id, agreement_hash, accepted_at, starts_at, ends_at FROM terms WHERE member_id = $1`;
    await expect(rooms.database.query(insert, [fan.id])).rejects.toThrow(/terms_one_active/);
  });

  it('is taken away with its reasons, and given back by who decides the appeal', async () => {
    const [fan] = fans as [Person];
    await selected(fan);
    await accept(fan);
    const { id, endsAt } = await termOf(fan);
    const revocations = rooms.get(RevocationsService);
    const statement = { clause: 'Disclosure', facts: 'Three posts without a word of it.', passage: 'Best car ever!' };
    expect(await codeOf(revocations.revoke(as(fans[1]!), id, statement))).toBe('NOT_ALLOWED');
    expect(await codeOf(revocations.revoke(asBrand(), id, { ...statement, facts: '' }))).toBe('EMPTY_TEXT');
    await revocations.revoke(asBrand(), id, statement);
    const asModerator = { ...as(fans[2]!), grants: [{ communityId: community.id, role: 'MODERATOR' as const }] };
    for (const [who, code] of [[as(fans[1]!), 'NOT_FOUND'], [asModerator, 'NOT_ALLOWED']] as const) { // of what was taken away few may know
      expect([await codeOf(revocations.revoke(who, id, statement)), await codeOf(terms().renew(who, id, { months: 3 }))]).toEqual([code, code]);
    }
    expect(await codeOf(requireTerm(fan))).toBe('TERM_ENDED');
    expect((await revocations.ofTerms([id])).get(id)).toMatchObject({ ...statement, overturnedAt: null });
    const decider = { ...VISITOR, accountId: owner.account_id };
    const appealed = rooms.get(AppealSubjects).of('TERM');
    const held = await rooms.transactor.run((tx) => appealed.hold(tx, id));
    expect(held).toMatchObject({ memberId: fan.id, accountId: fan.account_id, against: expect.any(String), until: new Date('2026-10-10T00:00:00Z') });
    await rooms.transactor.run((tx) => appealed.overturn(tx, decider, id, 'The posts were disclosed after all.'));
    expect((await requireTerm(fan)).term).toMatchObject({ id, endsAt });
    expect(await codeOf(rooms.transactor.run((tx) => revocations.reinstate(tx, decider, id, 'Again.')))).toBe('NOT_IN_FORCE');
  });
});

it('what happens elsewhere reaches the votes by events', async () => {
  const id = await aCall({ selection: 'COMMUNITY' });
  const mine = await apply(fans[0]!, id);
  await rooms.get(SupportService).vote(as(fans[1]!), mine);
  await aRole(rooms.database, community.id, fans[1]!.account_id!, 'MODERATOR');
  await rooms.database.query(
    `WITH e AS (INSERT INTO events (id, type, community_id, subject_id, payload, occurred_at) VALUES (gen_random_uuid(), 'role.granted', $1, $2, '{"role":"MODERATOR"}', now()) RETURNING id)
     INSERT INTO deliveries (event_id, handler) SELECT id, 'ambassadors.followRoles' FROM e`, [community.id, fans[1]!.account_id]);
  await rooms.get(Dispatcher).drain();
  expect(await application(mine)).toMatchObject({ votes: 1, verifiedVotes: 0 });
});
