import { PersonalData } from '@fanfare/access';
import { DAY, Problem } from '@fanfare/kernel';
import type { Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCourt, anInsult, anItem, aPanelist, aReport, bootCourt, type Court, decide, decisionOf, inDays, restrictionsOf, WHY, withheldOf } from '../../test/small-court.js';
import { LogQueries } from '../log/log.queries.js';
import { type AppealDecision, AppealDecisionsService } from './appeal-decisions.service.js';
import { AppealsQueries } from './appeals.queries.js';
import { AppealsService } from './appeals.service.js';

let rooms: Rooms;
let court: Court;

beforeAll(async () => {
  rooms = await bootCourt();
});
afterAll(() => rooms?.close());
beforeEach(async () => {
  court = await aCourt(rooms);
});

async function refusal(work: Promise<unknown>): Promise<unknown[]> {
  const problem = await work.then(() => null, (error: unknown) => error);
  if (!(problem instanceof Problem)) throw problem ?? new Error('not refused');
  return [problem.code, ...Object.values({ ...problem.params, what: undefined, until: undefined, rule: undefined }).filter((part) => part != null)];
}
const appeal = (who: Court['author'], decision: string, text = 'It was meant as a joke.') => rooms.get(AppealsService).appeal(who.actor, { decision, text });
const judge = (who: Court['max'], id: string, outcome: AppealDecision['outcome'], more: Partial<AppealDecision> = {}) =>
  rooms.get(AppealDecisionsService).decide(who.actor, { appeal: id, outcome, reasons: 'We read it again.', ...more });
const rowOf = async (id: string) => (await rooms.get(AppealsQueries).byIds([id])).get(id)!;
const verdictOf = async (report: string) => (await court.db.query<{ verdict: string | null }>('SELECT verdict FROM reports WHERE id = $1', [report]))[0]!.verdict;
const stateOf = async (item: string) => (await court.db.query<{ state: string }>('SELECT state FROM review_items WHERE id = $1', [item]))[0]!.state;

describe('an appeal', () => {
  it('that is reversed by somebody else undoes all that was decided together', async () => {
    const { comment, item } = await anInsult(court);
    const report = await aReport(court, item, court.fan.id);
    const removal = await decide(court, court.max, { item, sanction: { action: 'SUSPEND', until: inDays(court, 30) } });
    expect([await withheldOf(court, 'comments', comment), await restrictionsOf(court, court.author.id), await verdictOf(report)]).toEqual(['REMOVED', ['SUSPENSION'], 'UPHELD']);
    const id = await appeal(court.author, removal);
    expect(await rowOf(id)).toMatchObject({ as: 'AFFECTED', round: 1, state: 'OPEN', dueAt: inDays(court, 7) });
    await rooms.get(AppealsService).answer(court.max.actor, id, 'Which joke was it?');
    await rooms.get(AppealsService).answer(court.author.actor, id, 'The one about bricks.');
    expect((await rooms.get(AppealsQueries).messages([id])).get(id)!.map(({ byModeration }) => byModeration)).toEqual([false, true, false]);
    expect(await refusal(judge(court.max, id, 'REVERSED'))).toEqual(['NOT_IMPARTIAL', 'TOOK_PART']);
    await judge(court.mia, id, 'REVERSED');
    expect([await withheldOf(court, 'comments', comment), await restrictionsOf(court, court.author.id), await verdictOf(report)]).toEqual([null, [], 'UNFOUNDED']);
    expect((await decisionOf(court, removal)).state).toBe('FALLEN');
    expect(await refusal(appeal(court.author, removal))).toEqual(['NOT_IN_FORCE', 'FALLEN']);
    expect(await refusal(judge(court.mo, id, 'UPHELD'))).toEqual(['NOT_IN_FORCE', 'REVERSED']);
  });

  it('that is upheld can be made once more, before a third person, and then ends here', async () => {
    const { comment, item } = await anInsult(court);
    const removal = await decide(court, court.max, { item });
    const first = await appeal(court.author, removal);
    expect(await refusal(appeal(court.author, removal))).toEqual(['ALREADY_APPEALED']);
    await judge(court.mia, first, 'UPHELD');
    const second = await appeal(court.author, removal, 'Please look once more.');
    for (const who of [court.max, court.mia]) expect(await refusal(judge(who, second, 'UPHELD'))).toEqual(['NOT_IMPARTIAL', 'TOOK_PART']);
    await judge(court.mo, second, 'UPHELD');
    expect(await refusal(appeal(court.author, removal))).toEqual(['APPEALS_EXHAUSTED', 'DISPUTE_SETTLEMENT_BODY COURTS']);
    expect(await withheldOf(court, 'comments', comment)).toBe('REMOVED');
  });

  it('that changes a decision puts a lighter one in its place, never a heavier one', async () => {
    const { comment, item } = await anInsult(court);
    const hidden = await decide(court, court.max, { item, action: 'HIDE' });
    const id = await appeal(court.author, hidden);
    expect(await refusal(judge(court.mia, id, 'CHANGED', { instead: { action: 'REMOVE', ...WHY } }))).toEqual(['INVALID_INPUT', 'action']);
    expect(await refusal(judge(court.mia, id, 'CHANGED'))).toEqual(['INVALID_INPUT', 'instead']);
    expect(await refusal(judge(court.mia, id, 'CHANGED', { instead: { action: 'WARN', ...WHY, facts: null } }))).toEqual(['REASONS_INCOMPLETE', 'facts', 'MISSING']);
    await judge(court.mia, id, 'CHANGED', { instead: { action: 'WARN', ...WHY } });
    const { newDecisionId } = await rowOf(id);
    expect([await withheldOf(court, 'comments', comment), await restrictionsOf(court, court.author.id)]).toEqual([null, ['WARNING']]);
    expect(await decisionOf(court, newDecisionId!)).toMatchObject({ action: 'WARN', state: 'IN_FORCE', decidedBy: court.mia.actor.accountId });
    expect(await appeal(court.author, newDecisionId!)).toEqual(expect.any(String));
  });

  it('against a dismissal is the reporter’s, and brings the item back or restricts after all', async () => {
    const { comment, item } = await anInsult(court);
    const report = await aReport(court, item, court.fan.id);
    const dismissal = await decide(court, court.max, { item, action: 'KEEP' });
    expect(await refusal(appeal(court.author, dismissal))).toEqual(['NOT_ALLOWED']);
    const first = await appeal(court.fan, dismissal, 'It is an insult.');
    expect((await rowOf(first)).as).toBe('REPORTER');
    await judge(court.mia, first, 'CHANGED', { instead: { action: 'HIDE', ...WHY } });
    expect([await withheldOf(court, 'comments', comment), await verdictOf(report), await stateOf(item)]).toEqual(['HIDDEN', 'UPHELD', 'DECIDED']);
    const other = await anInsult(court);
    await aReport(court, other.item, court.fan.id);
    const kept = await decide(court, court.max, { item: other.item, action: 'KEEP' });
    await judge(court.mia, await appeal(court.fan, kept), 'REVERSED');
    expect([await stateOf(other.item), (await decisionOf(court, kept)).state]).toEqual(['OPEN', 'FALLEN']);
  });

  it('about what takes two, changed by one, is held until another agrees', async () => {
    await court.db.query('UPDATE ideas SET rung = 2 WHERE id = $1', [court.idea.id]);
    const item = await anItem(court, 'IDEA', court.idea.id);
    await aReport(court, item, court.fan.id);
    const kept = await decide(court, court.max, { item, action: 'KEEP' });
    await judge(court.mia, await appeal(court.fan, kept), 'CHANGED', { instead: { action: 'REMOVE', ...WHY, passage: 'A body long enough' } });
    expect([await withheldOf(court, 'ideas', court.idea.id), await stateOf(item)]).toEqual(['HOLD', 'PROPOSED']);
  });

  it('goes to the panel, then to the operator, when each moderator took part', async () => {
    const { item } = await anInsult(court);
    const removal = await decide(court, court.max, { item });
    await court.db.query('UPDATE role_grants SET revoked_at = now() WHERE account_id = ANY ($1)', [[court.mia.actor.accountId, court.mo.actor.accountId]]);
    const id = await appeal(court.author, removal);
    expect(await refusal(judge(court.max, id, 'UPHELD'))).toEqual(['NOT_IMPARTIAL', 'TOOK_PART']);
    const panelist = await aPanelist(court.db);
    expect(await refusal(judge({ id: '', actor: court.operator }, id, 'UPHELD'))).toEqual(['NOT_FOUND']);
    await judge({ id: '', actor: panelist }, id, 'UPHELD');
    const second = await appeal(court.author, removal);
    await judge({ id: '', actor: court.operator }, second, 'REVERSED');
    expect((await rowOf(second)).decidedAs).toBe('OPERATOR');
    await court.db.query('DELETE FROM moderation_panel');
  });

  it('comes within six months, from whom it concerns; the database says so too', async () => {
    const { item } = await anInsult(court);
    const removal = await decide(court, court.max, { item });
    for (const who of [court.fan, court.brand, court.mia]) expect(await refusal(appeal(who, removal))).toEqual(['NOT_FOUND']);
    const id = await appeal(court.author, removal);
    await judge(court.mia, id, 'UPHELD');
    rooms.clock.advance(184 * DAY);
    expect(await refusal(appeal(court.author, removal))).toEqual(['APPEAL_TOO_LATE']);
    const write = (round: number, at: Date, more: Record<string, unknown> = {}) => court.db.query(
      `INSERT INTO appeals (id, community_id, item_id, decision_id, appellant_id, appellant_is, round, opened_at, due_at, state, decided_by, decided_as, decided_at, reasons)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'AFFECTED', $5, $6, $6, $7, $8, $9, $10, $11)`,
      [court.community.id, item, removal, court.author.id, round, at, more['by'] ? 'UPHELD' : 'OPEN', more['by'] ?? null, more['by'] ? 'MODERATOR' : null, more['by'] ? at : null, more['by'] ? 'No.' : null],
    ).then(() => 'written', (error: { driverError?: { constraint?: string } }) => error.driverError?.constraint);
    const inTime = (await decisionOf(court, removal)).decidedAt;
    expect(await write(2, rooms.clock.now())).toBe('appeals_in_time');
    expect(await write(1, inTime)).toBe('appeals_item_id_appellant_id_round_key');
    expect(await write(3, inTime)).toBe('appeals_round_check');
    expect(await write(2, inTime, { by: court.max.actor.accountId })).toBe('judges_of_appeals_took_no_part');
    expect(await write(2, inTime, { by: court.mia.actor.accountId })).toBe('judges_of_appeals_took_no_part');
    expect(await write(2, inTime, { by: court.brand.actor.accountId })).toBe('judges_are_not_the_brand');
    expect(await write(2, inTime, { by: court.mo.actor.accountId })).toBe('written');
  });
});

describe('what is left of people who leave', () => {
  const erase = (who: Court['author']) => rooms.transactor.run(async (tx) => {
    const records = rooms.get(PersonalData).all;
    for (const room of ['decisions', 'moderation-log', 'log']) {
      await records.get(room)?.erase?.(tx, { accountId: who.actor.accountId!, email: 'x@example.org', hadConfirmed: true, memberIds: [who.id], texts: 'ERASE', at: rooms.clock.now() });
    }
  });

  it('is what was decided, without the words; the log proves it as before', async () => {
    const { item } = await anInsult(court);
    const removal = await decide(court, court.max, { item });
    const first = await appeal(court.author, removal);
    await judge(court.mia, first, 'UPHELD');
    const open = await appeal(court.author, removal);
    const before = await rooms.get(LogQueries).forward(court.community.id, 0, 100, 100);
    await erase(court.author);
    expect(await decisionOf(court, removal)).toMatchObject({ facts: null, passage: null, ruleNumber: 1, state: 'IN_FORCE', erasedAt: rooms.clock.now() });
    expect(await rowOf(first)).toMatchObject({ state: 'UPHELD', reasons: null });
    expect(await rowOf(open)).toBeUndefined();
    expect(await court.db.query('SELECT FROM appeal_messages g JOIN appeals p ON p.id = g.appeal_id WHERE p.item_id = $1', [item])).toEqual([]);
    expect(await rooms.get(LogQueries).forward(court.community.id, 0, 100, 100)).toEqual(before);
    expect(await court.db.query('SELECT FROM log_secrets WHERE member_id = $1', [court.author.id])).toEqual([]);
  });

  it('of a moderator is what they decided, under an id, and what they wrote to others, by nobody', async () => {
    const { item } = await anInsult(court);
    const removal = await decide(court, court.max, { item });
    const id = await appeal(court.author, removal);
    await rooms.get(AppealsService).answer(court.max.actor, id, 'Which joke was it?');
    await erase(court.max);
    expect(await decisionOf(court, removal)).toMatchObject({ facts: WHY.facts, decidedBy: court.max.actor.accountId });
    expect((await rooms.get(AppealsQueries).messages([id])).get(id)!.map(({ body, authorAccountId }) => [body, authorAccountId === null])).toEqual([['It was meant as a joke.', false], ['Which joke was it?', true]]);
  });
});
