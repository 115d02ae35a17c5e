import { StaffSecondFactorService } from '@fanfare/access';
import { Schedules } from '@fanfare/events';
import { type Actor, DAY, Problem } from '@fanfare/kernel';
import { asSomebodyElse, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aCourt, after, anInsult, anItem, aPanelist, aPasskey, aReport, bootCourt, type Court, decide, decisionOf, inDays, INSULT, restrictionsOf, WHY, withheldOf,
} from '../../test/small-court.js';
import { PanelDuties } from '../panel/panel-duties.queries.js';
import { PanelMails } from '../panel/panel.mails.js';
import { Reviewers } from '../queue/reviewers.service.js';
import { AutomaticHolds } from './automatic-holds.service.js';
import { DecisionsService } from './decisions.service.js';
import { WarningsService } from './warnings.service.js';

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
  return [problem.code, problem.params['missing'] ?? problem.params['why'] ?? problem.params['field'] ?? problem.params['action']].filter((part) => part !== undefined);
}
/** Does something while time goes by, as it does. */
async function ticking(work: () => Promise<unknown>): Promise<void> {
  let at = rooms.clock.now().getTime();
  const now = vi.spyOn(rooms.clock, 'now').mockImplementation(() => new Date((at += 1)));
  await work().finally(() => now.mockRestore());
}
const confirm = (judge: Court['max'], decision: string, agree = true, reason: string | null = 'I see it so too.') => rooms.get(DecisionsService).confirm(judge.actor, { decision, agree, reason });
const stateOf = async (item: string) => (await court.db.query<{ state: string }>('SELECT state FROM review_items WHERE id = $1', [item]))[0]!.state;
const told = async (subject: string) => (await court.db.query<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence', [subject])).map(({ type }) => type);
const logged = async () =>
  (await court.db.query<{ kind: string; body: { action?: string; agreed?: boolean; cause?: string } }>('SELECT kind, body FROM log_entries WHERE community_id = $1 ORDER BY index', [court.community.id]))
    .filter(({ kind }) => kind !== 'KEY').map(({ kind, body }) => [kind, body.action ?? body.agreed ?? body.cause]);

describe('a decision', () => {
  it('is its own statement of reasons, and does what it says until a moderator releases it', async () => {
    const { comment, item } = await anInsult(court);
    const report = await aReport(court, item, court.fan.id);
    const decision = await decisionOf(court, await decide(court, court.max, { item }));
    expect(decision).toMatchObject({
      action: 'REMOVE', scope: 'TEXT', ground: 'RULE', ruleNumber: 1, ruleVersion: 1, facts: WHY.facts, passage: WHY.passage, language: 'en', source: 'REPORT',
      automatedDetection: false, automatedDecision: false, state: 'IN_FORCE', decidedAs: 'MODERATOR', affectedId: court.author.id, subjectKind: 'COMMENT', subjectId: comment, endsAt: null,
    });
    expect(decision.appealUntil!.getTime() - decision.startsAt!.getTime()).toBe(183 * DAY);
    expect([await withheldOf(court, 'comments', comment), await stateOf(item)]).toEqual(['REMOVED', 'DECIDED']);
    expect(await told(report)).toEqual(['report.judged']);
    expect((await told(comment)).filter((type) => type === 'content.judged')).toHaveLength(1);
    expect(await logged()).toEqual([['DECISION', 'REMOVE']]);
  });

  it('that keeps shows what was held in front of the queue', async () => {
    const { comment, item } = await anInsult(court, { withheld: 'HOLD', withheld_at: new Date() });
    const abusive = await aReport(court, item, court.fan.id);
    await decide(court, court.max, { item, action: 'KEEP', abusiveReports: [abusive] });
    expect(await withheldOf(court, 'comments', comment)).toBeNull();
    expect(await court.db.query('SELECT verdict FROM reports WHERE id = $1', [abusive])).toEqual([{ verdict: 'ABUSIVE' }]);
  });

  it('mutes, suspends and bans for a time, with a sanction beside a text or alone, and ends when it said, however late somebody looks', async () => {
    const { comment, item } = await anInsult(court);
    const until = inDays(court, 3);
    const main = await decide(court, court.max, { item, action: 'HIDE', until, sanction: { action: 'MUTE', right: 'COMMENTING', until } });
    expect([await withheldOf(court, 'comments', comment), await restrictionsOf(court, court.author.id)]).toEqual(['HIDDEN', ['MUTE COMMENTING']]);
    await after(court, 10);
    expect([await withheldOf(court, 'comments', comment), await restrictionsOf(court, court.author.id)]).toEqual([null, []]);
    const ended = await decisionOf(court, main);
    expect([ended.state, ended.overAt]).toEqual(['ENDED', until]);
    const [event] = await court.db.query<{ occurred_at: Date }>(`SELECT occurred_at FROM events WHERE type = 'decision.ended' AND subject_id = $1`, [main]);
    expect(event!.occurred_at).toEqual(until);
    expect(await logged()).toEqual([['DECISION', 'HIDE'], ['DECISION', 'MUTE'], ['DECISION_ENDED', 'TIME'], ['DECISION_ENDED', 'TIME']]);
    const entries = await court.db.query<{ kind: string; index: number; body: object }>(`SELECT kind, index, body FROM log_entries WHERE body ->> 'decision' = $1 ORDER BY index`, [main]);
    expect(entries[1]).toMatchObject({ kind: 'DECISION_ENDED', body: { decision: main, concerns: entries[0]!.index, cause: 'TIME', endedAt: until.toISOString() } });
    expect(await refusal(decide(court, court.max, { item: (await anInsult(court)).item, action: 'SUSPEND' }))).toEqual(['INVALID_INPUT', 'until']);
  });

  it('that warns waits until it was read by whom it warns', async () => {
    const { item } = await anInsult(court);
    const warning = await decide(court, court.max, { item, action: 'WARN' });
    expect(await restrictionsOf(court, court.author.id)).toEqual(['WARNING']);
    expect(await refusal(rooms.get(WarningsService).acknowledge(court.fan.actor, warning))).toEqual(['NOT_FOUND']);
    await rooms.get(WarningsService).acknowledge(court.author.actor, warning);
    await rooms.get(WarningsService).acknowledge(court.author.actor, warning);
    expect(await restrictionsOf(court, court.author.id)).toEqual([]);
    expect(await decisionOf(court, warning)).toMatchObject({ state: 'ENDED', acknowledgedAt: rooms.clock.now() });
    expect(await logged()).toEqual([['DECISION', 'WARN'], ['DECISION_ENDED', 'ACKNOWLEDGEMENT']]);
  });

  it('that asks for a change is done with once the passage is gone, and the text is looked at again', async () => {
    const { comment, item } = await anInsult(court);
    const asked = await decide(court, court.max, { item, action: 'ASK_CHANGE' });
    const edit = async (body: string) => {
      await court.db.query('UPDATE comments SET body = $2 WHERE id = $1', [comment, body]);
      await court.db.query(`INSERT INTO events (id, type, community_id, subject_id, payload, occurred_at) VALUES (gen_random_uuid(), 'comment.edited', $1, $2, '{}', $3)`, [court.community.id, comment, rooms.clock.now()]);
      await court.db.query(`INSERT INTO deliveries (event_id, handler) SELECT id, 'moderation.commentChanged' FROM events WHERE subject_id = $1 AND type = 'comment.edited' ORDER BY sequence DESC LIMIT 1`, [comment]);
      await rooms.dispatcher.drain();
    };
    await edit(`${INSULT} Really.`);
    expect([await withheldOf(court, 'comments', comment), (await decisionOf(court, asked)).state]).toEqual(['HIDDEN', 'IN_FORCE']);
    await edit('The bricks are fine, but I see it otherwise.');
    expect([await withheldOf(court, 'comments', comment), (await decisionOf(court, asked)).state]).toEqual([null, 'ENDED']);
    expect(await court.db.query(`SELECT state FROM review_items WHERE subject_id = $1 ORDER BY incident`, [comment])).toEqual([{ state: 'DECIDED' }, { state: 'OPEN' }]);
    expect(await logged()).toEqual([['DECISION', 'ASK_CHANGE'], ['DECISION_ENDED', 'CHANGE']]);
  });

  it('labels a text, which stays', async () => {
    const { comment, item } = await anInsult(court);
    await decide(court, court.max, { item, action: 'LABEL', rule: 2 });
    expect(await withheldOf(court, 'comments', comment)).toBeNull();
    expect(await court.db.query('SELECT label FROM content_labels WHERE subject_id = $1 AND lifted_at IS NULL', [comment])).toEqual([{ label: 'DISCLOSURE_MISSING' }]);
  });

  it('by a machine holds in front of the queue, with a statement, and no longer than a fortnight', async () => {
    const { comment, item } = await anInsult(court);
    const hold = () => rooms.transactor.run((tx) => rooms.get(AutomaticHolds).hold(tx, { item, rule: 1, law: null, facts: 'Members with good records reported it.', language: 'en', reported: true }));
    expect([await hold(), await hold()]).toEqual([true, false]);
    expect([await withheldOf(court, 'comments', comment), await stateOf(item)]).toEqual(['HOLD', 'OPEN']);
    await after(court, 15);
    expect([await withheldOf(court, 'comments', comment), await stateOf(item), await hold()]).toEqual([null, 'OPEN', false]);
  });
});

describe('whoever is partial, or gives no whole reasons, decides nothing', () => {
  it('is told why', async () => {
    const { item } = await anInsult(court);
    await aReport(court, item, court.mia.id);
    expect(await refusal(decide(court, court.brand, { item }))).toEqual(['NOT_IMPARTIAL', 'BRAND']);
    expect(await refusal(decide(court, court.mia, { item }))).toEqual(['NOT_IMPARTIAL', 'OWN_REPORT']);
    const own = await anItem(court, 'MEMBER', court.max.id, { author_id: court.max.id });
    expect(await refusal(decide(court, court.max, { item: own, action: 'WARN' }))).toEqual(['NOT_IMPARTIAL', 'OWN_CONTENT']);
    for (const nobody of [court.fan, court.author, court.operator]) expect(await refusal(decide(court, nobody, { item }))).toEqual(['NOT_FOUND']);
    expect(await refusal(decide(court, court.max, { item, rule: 7 }))).toEqual(['UNKNOWN_RULE']);
    expect(await refusal(decide(court, court.max, { item, passage: 'something else', facts: ' ' }))).toEqual(['REASONS_INCOMPLETE', 'facts']);
    expect(await stateOf(item)).toBe('OPEN');
  });

  it('of two at once the second learns what the first decided; who claimed it is respected until the time is over', async () => {
    const { item } = await anInsult(court);
    await court.db.query('UPDATE review_items SET claimed_by = $2, claimed_until = $3 WHERE id = $1', [item, court.mia.actor.accountId, inDays(court, 0.001)]);
    expect(await refusal(decide(court, court.max, { item }))).toEqual(['ITEM_CLAIMED']);
    rooms.clock.advance(DAY);
    const second = await rooms.transactor.run(async (tx) => {
      await tx.query('SELECT FROM review_items WHERE id = $1 FOR UPDATE', [item]);
      const both = asSomebodyElse(() => Promise.allSettled([decide(court, court.max, { item }), decide(court, court.mia, { item, action: 'KEEP' })]));
      await somebodyWaits(court.db, 2);
      return { both };
    });
    const outcomes = await second.both;
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = (outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason as Problem;
    const won = outcomes[0]!.status === 'fulfilled' ? 'REMOVE' : 'KEEP';
    expect([lost.code, lost.params['action']]).toEqual(['ITEM_DECIDED', won]);
  });
});

describe('what takes two', () => {
  it('is held until another agrees; the proposer cannot', async () => {
    const { item } = await anInsult(court);
    const ban = await decide(court, court.max, { item, action: 'BAN' });
    expect(await decisionOf(court, ban)).toMatchObject({ state: 'PROPOSED', needsSecond: true, startsAt: null });
    expect([await stateOf(item), await restrictionsOf(court, court.author.id)]).toEqual(['PROPOSED', ['HOLD']]);
    expect(await refusal(decide(court, court.mia, { item }))).toEqual(['ITEM_DECIDED', 'BAN']);
    expect(await refusal(confirm(court.max, ban))).toEqual(['NOT_IMPARTIAL', 'TOOK_PART']);
    expect(await refusal(confirm(court.brand, ban))).toEqual(['NOT_IMPARTIAL', 'BRAND']);
    await confirm(court.mia, ban);
    expect([await stateOf(item), await restrictionsOf(court, court.author.id)]).toEqual(['DECIDED', ['BAN']]);
    expect(await refusal(confirm(court.mo, ban))).toEqual(['NOT_IN_FORCE']);
    expect(await logged()).toEqual([['DECISION', 'BAN'], ['DECISION', 'HOLD'], ['SECOND', true], ['DECISION_ENDED', 'DECISION']]);
  });

  it('waits again when the other does not, who says why; a hold ends after a fortnight even if nobody does', async () => {
    await court.db.query('UPDATE ideas SET rung = 2 WHERE id = $1', [court.idea.id]);
    const item = await anItem(court, 'IDEA', court.idea.id);
    const why = { passage: 'A body long enough' };
    const proposal = await decide(court, court.max, { item, ...why });
    expect([await withheldOf(court, 'ideas', court.idea.id), await stateOf(item)]).toEqual(['HOLD', 'PROPOSED']);
    expect(await refusal(confirm(court.mia, proposal, false, null))).toEqual(['EMPTY_TEXT', 'reason']);
    await confirm(court.mia, proposal, false, 'It is only sharp.');
    expect([await withheldOf(court, 'ideas', court.idea.id), await stateOf(item), (await decisionOf(court, proposal)).state]).toEqual([null, 'OPEN', 'REJECTED']);
    const again = await decide(court, court.mo, { item, ...why });
    await after(court, 15);
    expect([await withheldOf(court, 'ideas', court.idea.id), (await decisionOf(court, again)).state]).toEqual([null, 'PROPOSED']);
  });

  it('goes to the panel where a community has fewer than two moderators, then to the operator; alone a moderator holds', async () => {
    await court.db.query(`UPDATE role_grants SET revoked_at = now() WHERE account_id = ANY ($1)`, [[court.mia.actor.accountId, court.mo.actor.accountId]]);
    const { comment, item } = await anInsult(court);
    expect(await refusal(decide(court, court.max, { item }))).toEqual(['NEEDS_SECOND', 'TOO_FEW_MODERATORS']);
    await ticking(() => decide(court, court.max, { item, action: 'HOLD' }));
    expect([await withheldOf(court, 'comments', comment), await stateOf(item)]).toEqual(['HOLD', 'OPEN']);
    expect(await refusal(decide(court, court.max, { item, action: 'HOLD' }))).toEqual(['INVALID_INPUT', 'action']);
    const panelist = await aPanelist(court.db, { secondFactor: false });
    expect(await refusal(decide(court, court.operator, { item }))).toEqual(['NOT_FOUND']);
    rooms.clock.advance(15 * DAY);
    expect(await refusal(decide(court, panelist, { item }))).toEqual(['SECOND_FACTOR_NEEDED']);
    expect(await rooms.get(Reviewers).canReview(panelist, court.community.id)).toMatchObject({ reason: 'SECOND_FACTOR_NEEDED' });
    expect(await rooms.get(StaffSecondFactorService).dueOf(panelist.accountId!)).toMatchObject({ isOver: true });
    await aPasskey(court.db, panelist);
    expect(await rooms.get(StaffSecondFactorService).dueOf(panelist.accountId!)).toBeNull();
    const dutiesHere = async (of: Actor) => (await rooms.get(PanelDuties).of(of))?.find(({ slug }) => slug === court.community.slug)?.waiting;
    await rooms.transactor.run((tx) => rooms.get(PanelMails).call(tx));
    const [told] = await court.db.query<{ payload: { duties: object[] } }>(`SELECT payload FROM events WHERE type = 'panel.awaited' AND subject_id = $1`, [panelist.accountId]);
    expect(told!.payload.duties).toContainEqual(expect.objectContaining({ waiting: 1 }));
    expect([await dutiesHere(panelist), await rooms.get(PanelDuties).of(court.max.actor)]).toEqual([1, null]);
    await decide(court, panelist, { item });
    expect(await dutiesHere(panelist)).toBeUndefined();
    expect([await withheldOf(court, 'comments', comment), await stateOf(item)]).toEqual(['REMOVED', 'DECIDED']);
    await court.db.query('DELETE FROM moderation_panel');
    const other = await anInsult(court);
    expect((await decisionOf(court, await decide(court, court.operator, { item: other.item }))).decidedAs).toBe('OPERATOR');
  });
});

describe('the database itself', () => {
  const INSERT = `INSERT INTO decisions (id, community_id, item_id, affected_id, action, scope, ground, rule_number, rule_version, facts, passage, language, source,
    automated_detection, automated_decision, state, decided_by, decided_as, decided_at, starts_at, ends_at, appeal_until, needs_second, seconded_by, seconded_as, seconded_at)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'RULE', $6, 1, $7, 'x', 'en', 'REPORT', false, $8, 'IN_FORCE', $9, $10, now(), now(), $11, now(), $12, $13, $14, $15)`;

  it('refuses each forbidden decision, however it is written', async () => {
    const { item } = await anInsult(court);
    await aReport(court, item, court.mia.id);
    const write = (change: Record<string, unknown>) => {
      const row = {
        action: 'REMOVE', scope: 'TEXT', rule: 1, facts: 'why', automated: false, by: court.max.actor.accountId, as: 'MODERATOR', endsAt: null, needsSecond: false, second: null, ...change,
      };
      return court.db.query(INSERT, [
        court.community.id, item, court.author.id, row.action, row.scope, row.rule, row.facts, row.automated, row.by, row.as, row.endsAt, row.needsSecond,
        row.second, row.second && 'MODERATOR', row.second && new Date(),
      ]).then(() => 'written', (error: { driverError?: { constraint?: string } }) => error.driverError?.constraint);
    };
    expect(await write({ by: court.brand.actor.accountId })).toBe('judges_are_not_the_brand');
    expect(await write({ by: court.author.actor.accountId })).toBe('judges_are_not_the_author');
    expect(await write({ by: court.mia.actor.accountId })).toBe('judges_are_not_the_reporter');
    expect(await write({ by: court.fan.actor.accountId })).toBe('judges_hold_their_office');
    expect(await write({ by: court.fan.actor.accountId, as: 'PANEL' })).toBe('judges_hold_their_office');
    expect(await write({ by: court.fan.actor.accountId, as: 'OPERATOR' })).toBe('judges_hold_their_office');
    expect(await write({ facts: null })).toBe('decisions_have_reasons');
    expect(await write({ rule: 9 })).toMatch(/rule_number/);
    expect(await write({ rule: null })).toBe('decisions_name_the_ground');
    expect(await write({ action: 'BAN', scope: 'MEMBER' })).toBe('decisions_bans_by_two');
    expect(await write({ action: 'BAN', scope: 'MEMBER', needsSecond: true })).toBe('decisions_by_two');
    expect(await write({ action: 'BAN', scope: 'MEMBER', needsSecond: true, second: court.max.actor.accountId })).toBe('decisions_seconded_by_another');
    expect(await write({ action: 'BAN', scope: 'MEMBER', needsSecond: true, second: court.mia.actor.accountId })).toBe('judges_are_not_the_reporter');
    expect(await write({ automated: true, by: null, as: 'AUTOMATED' })).toBe('decisions_of_machines_hold');
    expect(await write({ action: 'HOLD', endsAt: new Date(Date.now() + 20 * DAY) })).toBe('decisions_holds_are_short');
    expect(await write({ action: 'HOLD', endsAt: new Date(Date.now() + 10 * DAY) })).toBe('written');
    expect(await write({})).toBe('written'); // and lets the same thing pass when it is right
  });

  it('says so in time, to whoever lost a race against their own report or role', async () => {
    const { item } = await anInsult(court);
    const deciding = rooms.transactor.run(async (tx) => {
      await tx.query('SELECT FROM review_items WHERE id = $1 FOR UPDATE', [item]);
      const outcome = asSomebodyElse(() => decide(court, court.max, { item }).then(() => 'decided', (error: Problem) => error.code));
      await somebodyWaits(court.db);
      await tx.query(`UPDATE role_grants SET revoked_at = now() WHERE account_id = $1`, [court.max.actor.accountId]);
      return { outcome };
    });
    expect(await (await deciding).outcome).toBe('NOT_ALLOWED');
    await rooms.get(Schedules).runDue();
    expect(await stateOf(item)).toBe('OPEN');
  });
});
