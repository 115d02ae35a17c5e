import type { Database, Tx } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import { aCall, aCommunity, aMember, anApplication, aTerm, asSomebodyElse, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AmbassadorsModule } from '../ambassadors.module.js';

let rooms: Rooms;
let db: Database;
let community: { id: string };
let fan: { id: string };
let other: { id: string };

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule]);
  db = rooms.database;
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  community = await aCommunity(db);
  [fan, other] = await Promise.all([aMember(db, community.id), aMember(db, community.id)]);
});

type Values = readonly unknown[];
/** What the database says of a statement that no service would send: the constraint it breaks, or `written`. */
const saidOf = (work: Promise<unknown>) => work.then(() => 'written', (error: { driverError?: { constraint?: string } }) => error.driverError?.constraint ?? String(error));
const said = (sql: string, values: Values = []) => saidOf(db.query(sql, [...values]));

describe('why a term was taken away', () => {
  const revoked = async () => {
    const [id, term] = [newId(), (await aTerm(db, community.id, fan.id))['id']];
    await db.query(
      `INSERT INTO term_revocations (id, term_id, community_id, clause, facts, passage, revoked_by, revoked_at, appeal_until)
       VALUES ($1, $2, $3, 'Disclosure', 'Three posts without a word.', 'Best car!', $4, now(), now() + interval '6 months')`, [id, term, community.id, other.id]);
    return id;
  };
  const overturned = `overturned_at = now(), overturned_because = 'They were disclosed.', overturned_by = (SELECT account_id FROM members WHERE id = $2)`;

  it('is neither reworded nor removed', async () => {
    const id = await revoked();
    for (const change of [`facts = 'Others.'`, `facts = '—'`, `clause = '—', facts = '—', passage = '—'`, `revoked_by = $2`, 'appeal_until = now()', `${overturned}, facts = 'None.'`]) {
      expect(await said(`UPDATE term_revocations SET ${change} WHERE id = $1 AND $2::uuid IS NOT NULL`, [id, fan.id]), change).toBe('term_revocations_kept');
    }
    expect(await said('DELETE FROM term_revocations WHERE id = $1', [id])).toBe('term_revocations_kept');
    for (const table of ['term_revocations', 'application_decisions']) expect(await said(`TRUNCATE ${table} CASCADE`)).toBe(`${table}_kept`);
  });

  it('is overturned once, and its words can be erased before and after', async () => {
    const id = await revoked();
    const change = (what: string) => said(`UPDATE term_revocations SET ${what} WHERE id = $1 AND $2::uuid IS NOT NULL`, [id, other.id]);
    const ways = [await change(`facts = '—', passage = '—'`), await change(overturned), await change(`overturned_because = 'Others were.'`), await change('overturned_at = NULL, overturned_by = NULL, overturned_because = NULL')];
    expect([...ways, await change(`facts = '—', passage = '—'`)]).toEqual(['written', 'written', 'term_revocations_kept', 'term_revocations_kept', 'written']);
  });
});

describe('who serves', () => {
  const BEGIN = `UPDATE terms SET state = 'ACTIVE', ended_at = NULL WHERE id = $1`;
  const DECLINE = `UPDATE applications SET state = 'DECLINED' WHERE id = $1`;
  const beginOn = (tx: Tx, term: string) => saidOf(tx.query(BEGIN, [term]));

  const anAnswer = async (state: string, memberId = fan.id): Promise<string> => {
    const call = (await aCall(db, community.id, other.id)) as { id: string; community_id: string };
    return (await anApplication(db, call, memberId, { state, decided_at: new Date(), waiting_place: state === 'WAITING' ? 1 : null }))['id'] as string;
  };
  /** A term that is over, of an application with that answer: what begins, or is given back, is written over it. */
  const over = async (application: string): Promise<string> =>
    (await aTerm(db, community.id, fan.id, { state: 'RESIGNED', ended_at: new Date(), application_id: application }))['id'] as string;

  it('was selected: no term begins of another answer, nor of somebody else’s', async () => {
    for (const state of ['WAITING', 'DECLINED', 'WITHDRAWN']) expect(await said(BEGIN, [await over(await anAnswer(state))]), state).toBe('terms_of_selected');
    expect(await said(BEGIN, [await over(await anAnswer('SELECTED', other.id))])).toBe('terms_of_selected');
    expect(await saidOf(aTerm(db, community.id, fan.id, { application_id: await anAnswer('WAITING') }))).toBe('terms_of_selected');
    expect(await said(BEGIN, [await over(await anAnswer('SELECTED'))])).toBe('written');
  });

  it('stays selected, of that application, for as long as the term runs', async () => {
    const application = await anAnswer('SELECTED');
    const term = await over(application);
    expect(await said(BEGIN, [term])).toBe('written');
    expect(await said(DECLINE, [application])).toBe('applications_of_serving');
    expect(await said('UPDATE applications SET member_id = $2 WHERE id = $1', [application, other.id])).toBe('applications_of_serving');
    for (const to of [null, await anAnswer('DECLINED')]) expect(await said('UPDATE terms SET application_id = $2 WHERE id = $1', [term, to])).toMatch(/^terms_/);
    expect(await said('UPDATE applications SET seat_left_at = now() WHERE id = $1', [application])).toBe('written');
    expect(await said(`UPDATE terms SET state = 'ENDED', ended_at = now() WHERE id = $1`, [term])).toBe('written');
    expect(await said(`UPDATE applications SET state = 'WITHDRAWN' WHERE id = $1`, [application])).toBe('written');
  });

  it('whoever comes first: a term that begins and an answer that is taken back wait for each other', async () => {
    const [first, second] = [await anAnswer('SELECTED'), await anAnswer('SELECTED')];
    const terms = [await over(first), await over(second)] as const;
    const begun = await rooms.transactor.run(async (tx) => {
      expect(await beginOn(tx, terms[0])).toBe('written');
      const declined = asSomebodyElse(() => said(DECLINE, [first]));
      await somebodyWaits(db, 1);
      return { declined };
    });
    expect(await begun.declined).toBe('applications_of_serving');
    await db.query(`UPDATE terms SET state = 'RESIGNED', ended_at = now() WHERE id = $1`, [terms[0]]);
    const declined = await rooms.transactor.run(async (tx) => {
      await tx.query(DECLINE, [second]);
      const begins = asSomebodyElse(() => said(BEGIN, [terms[1]]));
      await somebodyWaits(db, 1);
      return { begins };
    });
    expect(await declined.begins).toBe('terms_of_selected');
  });
});
