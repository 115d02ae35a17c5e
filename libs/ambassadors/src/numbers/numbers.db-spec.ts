import { type Actor, DAY, HOUR, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { aComment, aCommunity, aMember, anIdea, aRole, aVote, bootRooms, type Rooms } from '@fanfare/testing';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AmbassadorsModule } from '../ambassadors.module.js';
import { BudgetsService } from '../rewards/budgets.service.js';
import { RewardsService } from '../rewards/rewards.service.js';
import { FACTS_NAMES, type FactsName } from './facts.js';
import type { Numbers } from './numbers.js';
import { NumbersService } from './numbers.service.js';

const FROM = new Date('2026-03-01T00:00:00Z');
const TO = new Date('2026-04-01T00:00:00Z');
const NOW = new Date('2026-03-25T12:00:00Z');
const at = (days: number, hours = 0) => new Date(FROM.getTime() + days * DAY + hours * HOUR);

let rooms: Rooms;
let community: { id: string; slug: string };
let brand: Actor;
let call: string;
let numbers: Numbers;
let files: Record<FactsName, Record<string, string>[]>;

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule], { now: NOW });
  const next = await aStory('https://next.example'); // nobody's numbers hold what happens next door
  ({ community, brand, call } = await aStory('A call, "with" =quotes'));
  numbers = await rooms.get(NumbersService).of(brand, community.id, { from: FROM, to: TO, call: null });
  files = Object.fromEntries(await Promise.all(FACTS_NAMES.map(async (name) => [name, rowsIn(await fileOf(name))])));
  expect(next.community.id).not.toBe(community.id);
});
afterAll(() => rooms?.close());

const fileOf = (name: FactsName) => rooms.get(NumbersService).file(brand, community.id, { from: FROM, to: TO, call: null }, name);
/** What a cell said before it was kept from being a formula. */
const textIn = (cell: string | undefined) => cell?.replace(/^'(?=\s*[=+\-@\uff1d])/, '');
const rowsIn = (text: string): Record<string, string>[] => parse(text, { columns: true });

async function put(table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  await rooms.database.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`, Object.values(row));
}

/** A movement of a month in a community of its own: a call, two missions, entries in every state, links, payouts, texts. */
async function aStory(title: string) {
  const made = await aCommunity(rooms.database);
  const of = { community_id: made.id };
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => aMember(rooms.database, made.id, { identity_level: n % 3 === 0 ? 'VERIFIED' : 'LINKED' })));
  const owner = people[11]!;
  await aRole(rooms.database, made.id, owner.account_id!, 'OWNER');
  const staff: Actor = { ...VISITOR, accountId: owner.account_id, grants: [{ communityId: made.id, role: 'OWNER' }] };
  const callId = newId();
  await put('calls', { id: callId, ...of, title, story: '', perks: '', receives: '', seats: 4, opens_at: at(-10), closes_at: at(5), published_at: at(-12), selection: 'PANEL', least_level: 'NEWCOMER',
    least_identity: 'ANONYMOUS', blind: false, reapply_after_days: 0, term_months: 6, accept_days: 14, created_by: owner.id, created_at: at(-12) });
  const agreement = newId();
  await rooms.database.query(
    `INSERT INTO agreements (id, community_id, version, locale, text, hash, since) VALUES ($1, $2, 1, 'en', 'Say it.', encode(sha256('Say it.'), 'hex'), $3)`, [agreement, made.id, at(-20)]);
  const [{ hash }] = (await rooms.database.query<{ hash: string }>('SELECT hash FROM agreements WHERE id = $1', [agreement])) as [{ hash: string }];
  const terms: string[] = [];
  for (const [n, { id }] of people.slice(0, 9).entries()) {
    if (n !== 7) await put('call_views', { call_id: callId, member_id: id, ...of, first_at: at(-9, n) });
    if (n > 7) continue;
    const state = n < 3 ? 'SELECTED' : n === 3 ? 'WAITING' : n === 4 ? 'DECLINED' : n === 5 ? 'WITHDRAWN' : n === 6 ? 'SUBMITTED' : 'DRAFT';
    const decided = n < 5 ? at(6, n) : null;
    const application = newId();
    await put('applications', { id: application, call_id: callId, ...of, member_id: id, state, of_age: true, started_at: at(-8, n), changed_at: at(-8, n), submitted_at: n < 7 ? at(-7, n) : null, decided_at: decided,
      withdrawn_at: n === 5 ? at(-6) : null, waiting_place: n === 3 ? 1 : null, seat_left_at: n === 2 ? at(7) : null });
    if (decided) await put('application_decisions', { id: newId(), application_id: application, ...of, state, reason: 'Because.', decided_by: owner.id, decided_at: decided });
    if (n > 1) continue;
    const term = newId();
    terms.push(term);
    await put('terms', { id: term, ...of, member_id: id, application_id: application, state: 'ACTIVE', receives: n === 0 ? 'a car' : '', months: 6, offered_at: at(6), accept_until: at(20), agreement_id: agreement, agreement_hash: hash,
      accepted_at: at(7, n), starts_at: at(7, n), ends_at: at(190) });
  }
  const reputations = [[people[0]!, 90], [people[1]!, 0]] as const;
  for (const [{ id, identity_level: level }, base] of reputations) {
    await rooms.database.query(
      `INSERT INTO reputation_members (member_id, community_id, identity_level, identity_heard, base, score, entries) VALUES ($1, $2, $3, 0, $4, reputation_score($4, $3), 0)`, [id, made.id, level, base]);
  }
  const budget = await rooms.get(BudgetsService).create(staff, { community: made.slug, name: 'Spring' });
  await rooms.get(BudgetsService).fund(staff, { budget, amount: 1_000 });
  const perk = await rooms.get(BudgetsService).createPerk(staff, { budget, title: 'A cap', description: '', stock: 5 });
  const missions: string[] = [];
  for (const n of [0, 1, 2, 3]) {
    const id = newId();
    missions.push(id);
    const dates = n < 2 ? { opens_at: at(8), closes_at: at(40) } : n === 2 ? { opens_at: at(30), closes_at: at(50) } : { opens_at: at(-90), closes_at: at(-60) };
    await put('missions', { id, ...of, kind: 'CREATE', state: 'PUBLISHED', title: `=Mission ${n}, "the best"`, brief: 'Do it.', ...dates, evidence: ['LINK'], reward_points: n === 0 ? 20 : 0, budget_id: n === 0 ? budget : null,
      created_by: owner.id, created_at: at(-91), published_at: at(-91) });
    if (n < 2) for (const who of [0, 1]) await put('mission_joins', { mission_id: id, member_id: people[who]!.id, ...of, term_id: terms[who], joined_at: at(8) });
  }
  // Ambassador 0 and 1 in mission 0 (paid), ambassador 1 in mission 1 (unpaid); one refused, one taken back.
  const works = [
    { who: 0, mission: 0, state: 'ACCEPTED', verdicts: ['MISSING', 'FOUND'], answered: 30 },
    { who: 1, mission: 0, state: 'ACCEPTED', verdicts: ['FOUND', 'MISSING'], answered: 5 },
    { who: 1, mission: 1, state: 'REFUSED', verdicts: ['UNREACHABLE'], answered: 80 },
    { who: 0, mission: 1, state: 'SUBMITTED', verdicts: [], answered: null },
  ];
  for (const { who, mission, state, verdicts, answered } of works) {
    const [id, evidence, member] = [newId(), newId(), people[who]!];
    const submitted = at(10, who);
    const reviewed = answered === null ? null : new Date(submitted.getTime() + answered * HOUR);
    await put('entries', { id, mission_id: missions[mission], ...of, member_id: member.id, term_id: terms[who], state, disclosed: true, created_at: submitted, submitted_at: submitted, first_submitted_at: submitted,
      published_at: state === 'ACCEPTED' ? reviewed : null });
    await put('entry_evidence', { id: evidence, entry_id: id, revision: 1, position: 0, kind: 'LINK', channel: 'Bluesky', url: 'https://ana.example/' });
    for (const [n, verdict] of verdicts.entries()) {
      await put('entry_checks', { id: newId(), evidence_id: evidence, checked_at: at(11 + n), verdict, looked_for: '[]', ...(verdict === 'UNREACHABLE' ? { reason: 'TIMEOUT' } : { hash: 'a'.repeat(64), snapshot: 'x' }) });
    }
    if (reviewed) await put('entry_reviews', { id: newId(), entry_id: id, member_id: member.id, revision: 1, outcome: state === 'ACCEPTED' ? 'ACCEPT' : 'REFUSE', reason: 'Seen.', reviewed_by: owner.id, reviewed_at: reviewed });
    if (state !== 'ACCEPTED') continue;
    const payment = { entryId: id, communityId: made.id, memberId: member.id, points: 20 + who, budgetId: budget, perkId: who === 0 ? perk : null, by: owner.account_id };
    await rooms.transactor.run((tx) => rooms.get(RewardsService).pay(tx, payment));
    if (who === 1) await rooms.transactor.run((tx) => rooms.get(RewardsService).reverse(tx, id, 'Gone again.'));
  }
  for (const [who, mission, channel, visitors] of [[0, 0, 'Bluesky', 40], [1, 0, 'bluesky', 7], [1, 1, '@My site', 11]] as const) {
    const id = newId();
    await put('tracking_links', { id, token: id.replaceAll('-', '').slice(-12), ...of, mission_id: missions[mission], member_id: people[who]!.id, channel, created_at: at(9) });
    for (const [day, part] of [['2026-02-28', 1_000], ['2026-03-12', 1], ['2026-03-13', 2], ['2026-04-01', 1_000]] as const) await put('tracking_days', { link_id: id, day, visitors: part * visitors, robots: part });
  }
  const [liked, alone, staffs] = await Promise.all([people[5]!, people[6]!, owner].map(({ id }) => anIdea(rooms.database, made.id, { author_id: id, created_at: at(3) })));
  for (const idea of [liked!, staffs!]) for (const n of [0, 1, 5]) await aVote(rooms.database, idea, people[n]!.id);
  await aVote(rooms.database, alone!, people[0]!.id);
  await aVote(rooms.database, alone!, people[1]!.id, { standing: 'QUARANTINED' });
  const comment = await aComment(rooms.database, liked!, { author_id: people[6]!.id, created_at: at(4) });
  for (const n of [0, 1]) await put('helpful_marks', { comment_id: comment.id, member_id: people[n]!.id, ...of, marked_at: at(5) });
  await anIdea(rooms.database, made.id, { author_id: people[4]!.id, created_at: at(-40) });
  return { community: made, brand: staff, call: callId };
}

const count = <Row>(rows: readonly Row[], fits: (row: Row) => unknown) => rows.filter(fits).length;
const sum = (rows: readonly Record<string, string>[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
const inTime = (text: string | undefined) => text !== '' && new Date(text!) >= FROM && new Date(text!) < TO;
const hours = (row: Record<string, string>) => (Date.parse(row['answered_at']!) - Date.parse(row['submitted_at']!)) / HOUR;
/** The smallest that so many of them do not exceed. */
const percentile = (values: readonly number[], part: number) => (values.length === 0 ? null : [...values].sort((one, other) => one - other)[Math.ceil(part * values.length) - 1]!);
const times = (rows: Record<string, string>[]) => {
  const taken = rows.filter((row) => row['submitted_at'] && inTime(row['answered_at'])).map(hours);
  return { count: taken.length, median: percentile(taken, 0.5), ninetieth: percentile(taken, 0.9) };
};

describe('every number can be counted again from the files alone:', () => {
  it('the funnel of a call', () => {
    const steps = ['started', 'submitted', 'selected', 'accepted'] as const;
    const again = Object.fromEntries(steps.map((step) => [step, count(files.calls, (row) => row[`${step}_at`])]));
    expect(numbers.calls).toEqual([{ callId: call, title: 'A call, "with" =quotes', seen: files.calls.length, ...again }]);
    expect(numbers.calls[0]).toMatchObject({ seen: 9, started: 8, submitted: 7, selected: 3, accepted: 2 });
    expect(numbers.applicationAnswers).toEqual(times(files.calls));
  });

  it('missions and entries by state, and times to answer', () => {
    for (const { state, count: many } of numbers.missions) expect(many).toBe(count(files.missions, (row) => row['state'] === state));
    expect(numbers.missions).toEqual([{ state: 'OPEN', count: 2 }, { state: 'UPCOMING', count: 1 }]);
    for (const { state, count: many } of numbers.entries) expect(many).toBe(count(files.entries, (row) => row['state'] === state && inTime(row['submitted_at'])));
    expect(numbers.entries.map(({ state }) => state)).toEqual(['ACCEPTED', 'REFUSED', 'SUBMITTED']);
    expect(numbers.entryAnswers).toEqual(times(files.entries));
    expect(numbers.entryAnswers).toEqual({ count: 3, median: 30, ninetieth: 80 });
  });

  it('disclosure, by the last reading', () => {
    const verdicts = (verdict: string) => count(files.disclosures, (row) => row['verdict'] === verdict);
    const { found, missing, unreachable, unread, rate } = numbers.disclosure;
    expect([found, missing, unreachable, unread]).toEqual([verdicts('FOUND'), verdicts('MISSING'), verdicts('UNREACHABLE'), verdicts('')]);
    expect([found, missing, rate]).toEqual([1, 1, verdicts('FOUND') / (verdicts('FOUND') + verdicts('MISSING'))]);
  });

  it('reach by channel, amplification and credibility', () => {
    for (const { channel, links, visitors, robots } of numbers.reach) {
      const rows = files.reach.filter((row) => textIn(row['channel']) === channel);
      expect([links, visitors, robots]).toEqual([new Set(rows.map((row) => row['link'])).size, sum(rows, 'visitors'), sum(rows, 'robots')]);
    }
    expect(numbers.reach.map(({ channel, visitors }) => [channel, visitors])).toEqual([['bluesky', 141], ['@my site', 33]]);
    const acceptedNow = files.entries.filter((row) => row['state'] === 'ACCEPTED' && inTime(row['accepted_at'])).map((row) => row['entry']);
    const led = files.reach.filter((row) => row['entry']);
    const works = new Set([...acceptedNow, ...led.filter((row) => Number(row['visitors']) > 0).map((row) => row['entry'])]).size;
    expect(numbers.amplification).toMatchObject({ visitors: sum(led, 'visitors'), works, value: sum(led, 'visitors') / works });
    for (const { missionId, title, visitors, works: pieces, value } of numbers.amplification.missions) {
      const of = <Row extends Record<string, string>>(rows: readonly Row[]) => rows.filter((row) => row['mission'] === missionId);
      const entries = new Set([...of(files.entries).map((row) => row['entry']).filter((entry) => acceptedNow.includes(entry)), ...of(led).filter((row) => Number(row['visitors']) > 0).map((row) => row['entry'])]);
      expect([visitors, pieces, value, title]).toEqual([sum(of(led), 'visitors'), entries.size, sum(of(led), 'visitors') / entries.size, textIn(of(files.entries)[0]!['title'])]);
    }
    expect(numbers.amplification.missions).toHaveLength(1);
    for (const { day, visitors } of numbers.reachDays) expect(visitors).toBe(sum(files.reach.filter((row) => row['day'] === day), 'visitors'));
    expect(numbers.reachDays.map(({ day }) => day)).toEqual(['2026-03-12', '2026-03-13']);
    expect(numbers.amplification).toMatchObject({ visitors: 141, works: 2 }); // the refused work's visitors are nobody's amplification
    const weigh = (rows: Record<string, string>[]) => rows.reduce((total, row) => total + Number(row['visitors']) * (1 + Math.log2(1 + Number(row['reputation']))), 0);
    const credible = files.reach.filter((row) => row['identity_level'] === 'VERIFIED' && (row['disclosed'] === 'true' || row['paid'] === 'false'));
    expect(numbers.credibility.weighed).toBeCloseTo(weigh(files.reach), 8);
    expect(numbers.credibility.value).toBeCloseTo(weigh(credible) / weigh(files.reach), 10);
    const parts = [weigh(files.reach.filter((row) => row['identity_level'] === 'VERIFIED' && !credible.includes(row))), weigh(files.reach.filter((row) => row['identity_level'] !== 'VERIFIED'))];
    expect([numbers.credibility.undisclosed, numbers.credibility.unverified].map((part, at) => part - parts[at]!).every((off) => Math.abs(off) < 1e-8)).toBe(true);
    expect([credible.length, numbers.credibility.value! < 1]).toEqual([2, true]);
  });

  it('costs, with what was taken back', () => {
    for (const { missionId, points, perks, accepted } of numbers.costs) {
      const rows = files.costs.filter((row) => row['mission'] === missionId);
      expect(points).toBe(sum(rows.filter((row) => row['perk'] === ''), 'amount'));
      expect(perks).toBe(sum(rows.filter((row) => row['perk'] !== ''), 'amount'));
      expect(accepted).toBe(count(files.entries, (row) => row['mission'] === missionId && row['state'] === 'ACCEPTED' && inTime(row['accepted_at'])));
    }
    expect(numbers.costs).toMatchObject([{ title: '=Mission 0, "the best"', points: 20, perks: 1, accepted: 2 }]);
  });

  it('appropriation: what members began, staff aside, and two others took up', () => {
    for (const { kind, started, takenUp } of numbers.appropriation) {
      const rows = files.appropriation.filter((row) => row['kind'] === kind);
      expect([started, takenUp]).toEqual([rows.length, count(rows, (row) => Number(row['taken_up_by']) >= 2)]);
    }
    expect(numbers.appropriation).toEqual([{ kind: 'IDEA', started: 2, takenUp: 1 }, { kind: 'WORDS', started: 1, takenUp: 1 }]);
  });
});

describe('the files', () => {
  it('name nobody', async () => {
    const people = await rooms.database.query<{ id: string; handle: string }>('SELECT id, handle FROM members');
    for (const name of FACTS_NAMES) {
      const text = await fileOf(name);
      for (const { id, handle } of people) expect(text.includes(id) || text.includes(`,${handle},`), name).toBe(false);
    }
  });

  it('run nothing in a spreadsheet', async () => {
    for (const hostile of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '\t=1+1', '\r\n=1+1', '＝1+1', '"=1+1', 'a,"b"\r\n=1+1;c']) {
      await rooms.database.query('UPDATE calls SET title = $2 WHERE id = $1', [call, hostile]);
      const text = await fileOf('calls');
      const [row] = rowsIn(text);
      expect([row!['call'], row!['title']]).toEqual([call, /^["a]/.test(hostile) ? hostile : `'${hostile}`]);
      expect(rowsIn(text)).toHaveLength(files.calls.length);
    }
  });
});

it('are the brand’s team’s, in a time that makes sense', async () => {
  const codeOf = (actor: Actor, from = FROM, to = TO) => rooms.get(NumbersService).of(actor, community.id, { from, to, call: null }).then(() => 'fine', (problem: Problem) => problem.code);
  const moderator: Actor = { ...brand, grants: [{ communityId: community.id, role: 'MODERATOR' }] };
  expect([await codeOf(VISITOR), await codeOf({ ...brand, grants: [] }), await codeOf(moderator), await codeOf(brand)]).toEqual(['SIGN_IN_REQUIRED', 'NOT_ALLOWED', 'NOT_ALLOWED', 'fine']);
  expect([await codeOf(brand, TO, FROM), await codeOf(brand, FROM, FROM), await codeOf(brand, new Date(0), TO)]).toEqual(['INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT']);
});

it('say nothing of a community without a movement but that there is none', async () => {
  const empty = await aCommunity(rooms.database);
  const owner: Actor = { ...brand, grants: [{ communityId: empty.id, role: 'OWNER' }] };
  const none = await rooms.get(NumbersService).of(owner, empty.id, { from: FROM, to: TO, call: null });
  expect(none).toMatchObject({ calls: [], reach: [], disclosure: { rate: null }, entryAnswers: { count: 0, median: null }, amplification: { visitors: 0, works: 0, value: null }, credibility: { value: null }, appropriation: [] });
});
