import { GRANTED } from './entries.js';
import { MOVED_UP } from './recruiting.js';
import type { Told } from './told.js';

type Query = <Row>(sql: string) => Promise<Row[]>;

const sorted = (values: Iterable<string>) => [...values].sort();

/** What the database says otherwise than people were told, in words; nothing when all is well. */
export async function lies(query: Query, told: Told): Promise<string[]> {
  const found: string[] = [];
  for (const part of [marks, applications, seats, terms, joins, entries, payments]) found.push(...(await part(query, told)));
  return found;
}

/** Both ways: what was told is there, and nothing else is. */
function different(what: string, expected: Iterable<string>, is: Iterable<string>): string[] {
  const [wanted, there] = [new Set(expected), new Set(is)];
  const [lost, unknown] = [[...wanted].filter((one) => !there.has(one)), [...there].filter((one) => !wanted.has(one))];
  const say = (count: number, how: string, one: string | undefined) => (count > 0 ? [`${count} ${what} ${how}, as ${one}`] : []);
  return [...say(lost.length, 'are lost', lost[0]), ...say(unknown.length, 'nobody was told of', unknown[0])];
}

async function marks(query: Query, told: Told): Promise<string[]> {
  const rows = await query<{ key: string; scores: number[] }>(
    `SELECT s.application_id || ' ' || m.handle AS key, array_agg(s.score::int ORDER BY s.criterion) AS scores FROM application_scores s JOIN members m ON m.id = s.reviewer_id GROUP BY s.application_id, m.handle`);
  return different('marks', [...told.marks].map(([key, scores]) => `${key} ${scores}`), rows.map(({ key, scores }) => `${key} ${scores}`));
}

async function applications(query: Query, told: Told): Promise<string[]> {
  const rows = await query<{ handle: string; id: string; state: string; answers: number; reasons: string[] }>(
    `SELECT m.handle::text AS handle, a.id, a.state, (SELECT count(*)::int FROM application_answers w WHERE w.application_id = a.id) AS answers,
       (SELECT coalesce(array_agg(d.reason ORDER BY d.decided_at, d.id), '{}') FROM application_decisions d WHERE d.application_id = a.id) AS reasons
     FROM applications a JOIN members m ON m.id = a.member_id`);
  const stateOf = (id: string) => (told.takenBack.has(id) ? 'WITHDRAWN' : (told.answers.get(id)?.state ?? 'SUBMITTED'));
  const wrong = different('applications', [...told.applied].map(([handle, id]) => `${handle} ${id} ${stateOf(id)} 3`), rows.map(({ handle, id, state, answers }) => `${handle} ${id} ${state} ${answers}`));
  const reasons = rows.filter(({ id, reasons: said }) => {
    const answer = told.answers.get(id);
    const movedUp = told.waiting.includes(id) && answer?.state === 'SELECTED';
    return said.length !== (answer ? (movedUp ? 2 : 1) : 0) || (answer !== undefined && said.at(-1) !== answer.reason);
  });
  return reasons.length === 0 ? wrong : [...wrong, `${reasons.length} applicants were given other answers than they should, as ${JSON.stringify(reasons[0])}`];
}

/** The seats that became free went to the first of the waiting list, in its order. */
async function seats(query: Query, told: Told): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT d.application_id AS id FROM application_decisions d WHERE d.decided_by IS NULL AND d.reason = '${MOVED_UP}' ORDER BY d.decided_at, d.id`);
  const free = [...told.answers].filter(([id, { state }]) => state === 'SELECTED' && (told.leftSeats.has(id) || told.takenBack.has(id))).length;
  const expected = told.waiting.slice(0, free);
  return expected.join() === rows.map(({ id }) => id).join() ? [] : [`${rows.length} moved up, not the first ${free} of those who wait in their order`];
}

async function terms(query: Query, told: Told): Promise<string[]> {
  const rows = await query<{ line: string }>(
    `SELECT m.handle || ' ' || t.id || ' ' || t.state AS line FROM terms t JOIN members m ON m.id = t.member_id WHERE t.accepted_at IS NOT NULL`);
  return different('terms', [...told.terms].map(([handle, { id, state }]) => `${handle} ${id} ${state}`), rows.map(({ line }) => line));
}

async function joins(query: Query, told: Told): Promise<string[]> {
  const rows = await query<{ line: string }>(`SELECT j.mission_id || ' ' || m.handle AS line FROM mission_joins j JOIN members m ON m.id = j.member_id WHERE j.left_at IS NULL`);
  return different('choices of missions', told.joined, rows.map(({ line }) => line));
}

async function entries(query: Query, told: Told): Promise<string[]> {
  const rows = await query<{ line: string }>(`SELECT e.id || ' ' || m.handle || ' ' || e.mission_id || ' ' || e.state AS line FROM entries e JOIN members m ON m.id = e.member_id`);
  return different('entries', [...told.entries].map(([id, { handle, mission, state }]) => `${id} ${handle} ${mission} ${state}`), rows.map(({ line }) => line));
}

/** Each accepted entry is paid once and no other is; what is left in a budget and what a member has follow from it. */
async function payments(query: Query, told: Told): Promise<string[]> {
  const paid = await query<{ line: string }>(
    `SELECT t.entry_id || ' ' || p.amount || ' ' || (SELECT count(*) FROM reward_transfers r WHERE r.entry_id = t.entry_id AND r.kind = 'REVERSAL') AS line
     FROM reward_transfers t JOIN reward_postings p ON p.transfer_id = t.id JOIN reward_accounts a ON a.id = p.account_id AND a.kind = 'MEMBER' AND a.perk_id IS NULL
     WHERE t.kind = 'PAYOUT' AND NOT EXISTS (SELECT FROM reward_transfers r WHERE r.reverses = t.id)`);
  const accepted = [...told.entries].filter(([, { state }]) => state === 'ACCEPTED');
  const lines = paid.map(({ line }) => line);
  const wrong = different('payouts', accepted.map(([id, { points }]) => `${id} ${points} ${told.reversals.get(id) ?? 0}`), lines);
  if (new Set(lines).size !== lines.length) wrong.push(`${lines.length - new Set(lines).size} payouts stand twice`);
  const putIn = await pointsPutIn(query);
  const left = await query<{ line: string }>(`SELECT budget_id || ' ' || balance AS line FROM reward_accounts WHERE kind = 'BUDGET' AND perk_id IS NULL`);
  const spent = (budget: string) => accepted.reduce((sum, [, entry]) => sum + (entry.budget === budget ? entry.points : 0), 0);
  wrong.push(...different('budgets', [...told.funded].map(([budget, points]) => `${budget} ${points + (putIn.get(budget) ?? 0) - spent(budget)}`), left.map(({ line }) => line)));
  const earned = new Map<string, number>();
  for (const [, { handle, points }] of accepted) earned.set(handle, (earned.get(handle) ?? 0) + points);
  const purses = await query<{ line: string }>(`SELECT m.handle || ' ' || a.balance AS line FROM reward_accounts a JOIN members m ON m.id = a.member_id WHERE a.kind = 'MEMBER' AND a.perk_id IS NULL AND a.balance <> 0`);
  return [...wrong, ...different('purses', sorted([...earned].map(([handle, points]) => `${handle} ${points}`)), purses.map(({ line }) => line))];
}

/** What appeals that were granted had put into empty budgets: points of each. */
async function pointsPutIn(query: Query): Promise<Map<string, number>> {
  const rows = await query<{ budget: string; points: number }>(
    `SELECT a.budget_id AS budget, sum(p.amount)::int AS points FROM reward_transfers t JOIN reward_postings p ON p.transfer_id = t.id
     JOIN reward_accounts a ON a.id = p.account_id AND a.kind = 'BUDGET' AND a.perk_id IS NULL
     WHERE t.kind = 'FUND' AND t.made_by IS NULL AND t.reason = '${GRANTED}' GROUP BY a.budget_id`);
  return new Map(rows.map(({ budget, points }) => [budget, points]));
}
