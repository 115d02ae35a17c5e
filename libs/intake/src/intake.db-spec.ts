import { type Actor, HOUR, newId, Problem, VISITOR } from '@fanfare/kernel';
import { PersonalData } from '@fanfare/access';
import { type MemberRow, ProfileTexts } from '@fanfare/members';
import { aCommunity, aMember, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { Schedules } from '@fanfare/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExaminedText } from './examined-text.js';
import { IntakeModule } from './intake.module.js';
import { IntakeService } from './intake.service.js';
import { IntakeSettingsService } from './intake-settings.service.js';
import { IntakeVerdicts } from './intake-verdicts.js';

let rooms: Rooms;
let intake: IntakeService;
beforeAll(async () => {
  rooms = await bootRooms([IntakeModule]);
  intake = rooms.get(IntakeService);
});
afterAll(() => rooms?.close());

const LONG = 'We ask for wider pavements along the whole avenue, for trees and for benches in their shade.';

async function anAuthor(columns: Parameters<typeof aMember>[2] = {}, communityId?: string) {
  const community = communityId ?? (await aCommunity(rooms.database)).id;
  const row = await aMember(rooms.database, community, columns);
  const member = { id: row.id, communityId: community, level: 'FAN', identityLevel: row.identity_level ?? 'CONFIRMED' } as unknown as MemberRow;
  const actor: Actor = { ...VISITOR, accountId: row.account_id as string };
  const write = (body: string, more: Partial<ExaminedText> = {}) =>
    rooms.transactor.run((tx) => intake.examine(tx, actor, member, { kind: 'COMMENT', subjectId: newId(), placeId: newId(), texts: { body }, ...more }));
  return { member, actor, write };
}
type Said = { code: string; params: Record<string, unknown> };
const problemOf = (work: Promise<unknown>): Promise<Said> => work.then(() => ({ code: 'none', params: {} }), (problem: Problem) => ({ code: problem.code, params: problem.params }));
const verdictsOf = (memberId: string) => rooms.database.query<{ outcome: string; phase: string; reason: string; params: object; id: string }>('SELECT * FROM intake_verdicts WHERE member_id = $1 ORDER BY at, id', [memberId]);
const textsOf = async (memberId: string) => (await rooms.database.query('SELECT 1 FROM intake_texts WHERE member_id = $1', [memberId])).length;

describe('a nudge', () => {
  it('outlives the roll-back, tells phase and reason, and lets the same words by once', async () => {
    const { member, write } = await anAuthor();
    const first = await problemOf(write('What a shitty box.'));
    expect(first).toMatchObject({ code: 'REPHRASE', params: { phase: 'WORDS', reason: 'COARSE_WORD', word: 'shitty' } });
    expect(await verdictsOf(member.id)).toMatchObject([{ id: first.params['nudge'], outcome: 'NUDGE', phase: 'WORDS' }]);
    expect(await textsOf(member.id)).toBe(0);
    expect(await write('What a  SHITTY box.')).toMatchObject({ outcome: 'PASS' });
    expect((await problemOf(write('What a shitty box.'))).code).toBe('REPHRASE'); // once
  });

  it('is answered by its id with other words, by nobody else, within a day', async () => {
    const [one, other] = [await anAuthor(), await anAuthor()];
    const nudge = async () => (await problemOf(one.write('What a shitty box.'))).params['nudge'] as string;
    const rephrased = await nudge();
    expect((await problemOf(other.write('What a bastard of a box.', { rephrased }))).code).toBe('REPHRASE');
    expect((await problemOf(one.write('What a bastard of a box.', { rephrased: 'no id' }))).code).toBe('REPHRASE');
    expect(await one.write('What a bastard of a lid.', { rephrased })).toMatchObject({ outcome: 'PASS' });
    const late = await nudge();
    rooms.clock.advance(25 * HOUR);
    expect((await problemOf(one.write('What a shitty box.', { rephrased: late }))).code).toBe('REPHRASE');
  });

  it('does not open the way for what is graver', async () => {
    const { write } = await anAuthor();
    const { params } = await problemOf(write('What a shitty box.'));
    expect(await write('kill yourself', { rephrased: params['nudge'] as string })).toMatchObject({ outcome: 'HOLD', phase: 'WORDS', reason: 'THREAT' });
  });

  it('is kept of somebody who is only joining, and whose member is rolled back with the text', async () => {
    const { member, actor } = await anAuthor();
    const joining = { ...member, id: newId() } as MemberRow;
    const join = () => rooms.transactor.run((tx) => intake.examine(tx, actor, joining, { kind: 'MEMBER', subjectId: joining.id, texts: { title: 'Ana', body: 'Bloody shitty bio' } }));
    expect((await problemOf(join())).code).toBe('REPHRASE');
    expect(await join()).toMatchObject({ outcome: 'PASS' });
  });
});

describe('the same text', () => {
  it('is nudged under a second idea and held from the third on, with an event; another author’s is their own', async () => {
    const { member, write } = await anAuthor();
    expect(await write(LONG)).toMatchObject({ outcome: 'PASS' });
    const second = await problemOf(write(LONG));
    expect(second).toMatchObject({ code: 'REPHRASE', params: { phase: 'REPEAT', reason: 'SAME_TEXT', times: 2 } });
    await write(LONG);
    const subjectId = newId();
    expect(await write(LONG, { subjectId })).toMatchObject({ outcome: 'HOLD', phase: 'REPEAT', params: { times: 3 } });
    const [event] = await rooms.database.query(`SELECT payload FROM events WHERE type = 'text.held' AND subject_id = $1`, [subjectId]);
    expect(event).toMatchObject({ payload: { kind: 'COMMENT', phase: 'REPEAT', reason: 'SAME_TEXT' } });
    expect((await rooms.get(IntakeVerdicts).ofSubjects([subjectId])).get(subjectId)).toMatchObject([{ outcome: 'HOLD', memberId: member.id }]);
    expect(await (await anAuthor()).write(LONG)).toMatchObject({ outcome: 'PASS' });
  });

  it('is found however much its author wrote in between', async () => {
    const { member, write } = await anAuthor();
    await write(LONG);
    await problemOf(write(LONG));
    await write(LONG);
    await rooms.database.query(`INSERT INTO intake_texts (subject_id, member_id, place_id, sketch, at) SELECT gen_random_uuid(), $1, gen_random_uuid(), '', $2 FROM generate_series(1, 600)`, [member.id, rooms.clock.now()]);
    expect(await write(LONG)).toMatchObject({ outcome: 'HOLD', phase: 'REPEAT' });
  });

  it('counts once however often it is changed in place', async () => {
    const { write } = await anAuthor();
    const here = { subjectId: newId(), placeId: newId() };
    await write(LONG, here);
    expect(await write(`${LONG} `, { ...here, before: LONG })).toMatchObject({ outcome: 'PASS' });
  });

  it('is counted by turns when many come at once', async () => {
    const { member, write } = await anAuthor();
    const outcomeOf = (work: Promise<{ outcome: string }>) => work.then(({ outcome }) => outcome, (problem: Problem) => problem.code);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(write(LONG))));
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    expect(count('PASS')).toBeLessThanOrEqual(2); // the second one only as the answer to a nudge
    expect(count('REPHRASE')).toBeGreaterThanOrEqual(1);
    expect([count('PASS') + count('HOLD'), count('HOLD') + count('REPHRASE')]).toEqual([await textsOf(member.id), (await verdictsOf(member.id)).length]);
  });

  it('waits for the one before, whose transaction is still open', async () => {
    const { member, actor, write } = await anAuthor();
    const text = { kind: 'COMMENT', subjectId: newId(), placeId: newId(), texts: { body: LONG } } as const;
    const late = await rooms.transactor.run(async (tx) => {
      await intake.examine(tx, actor, member, text);
      const second = problemOf(write(LONG));
      await somebodyWaits(rooms.database);
      return { second };
    });
    expect((await late.second).code).toBe('REPHRASE');
  });

  it('is forgotten after a season, and with the account', async () => {
    const { member, actor, write } = await anAuthor();
    await write(LONG);
    rooms.clock.advance(91 * 24 * HOUR);
    expect(await write(LONG)).toMatchObject({ outcome: 'PASS' });
    await rooms.get(Schedules).runDue();
    expect(await textsOf(member.id)).toBe(1);
    await problemOf(write('What a shitty box.'));
    const leaving = { accountId: actor.accountId!, email: '', hadConfirmed: true, memberIds: [member.id], texts: 'KEEP', at: rooms.clock.now() } as const;
    await rooms.transactor.run((tx) => rooms.get(PersonalData).all.get('intake')!.erase!(tx, leaving));
    expect([await textsOf(member.id), await verdictsOf(member.id)]).toEqual([0, []]);
  });
});

describe('the rate of an hour', () => {
  it('is one for racers too: past it each text is nudged', async () => {
    const { member, write } = await anAuthor();
    await rooms.database.query(`INSERT INTO intake_texts (subject_id, member_id, place_id, sketch, at) SELECT gen_random_uuid(), $1, gen_random_uuid(), '', $2 FROM generate_series(1, 98)`, [member.id, rooms.clock.now()]);
    const results = await Promise.all(Array.from({ length: 6 }, (_, at) => problemOf(write(`Short ${at}`))));
    expect(results.filter(({ code }) => code === 'none')).toHaveLength(2);
    expect(results.find(({ code }) => code !== 'none')).toMatchObject({ code: 'REPHRASE', params: { phase: 'RATE', most: 100 } });
    await rooms.database.query(`INSERT INTO intake_texts (subject_id, member_id, place_id, sketch, at) SELECT gen_random_uuid(), $1, gen_random_uuid(), '', $2 FROM generate_series(1, 320)`, [member.id, rooms.clock.now()]);
    expect(await problemOf(write('One more'))).toMatchObject({ code: 'TEXT_REFUSED', params: { phase: 'RATE', reason: 'TOO_MANY_TEXTS', texts: 420 } });
    rooms.clock.advance(HOUR + 1);
    expect(await write('One more')).toMatchObject({ outcome: 'PASS' });
  });
});

describe('the settings of a community', () => {
  const staff = (role: 'OWNER' | 'MODERATOR' | 'BRAND_MANAGER', communityId: string, accountId: string): Actor => ({ ...VISITOR, accountId, grants: [{ communityId, role }] });

  it('hold words and anonymous members, set by owners and moderators alone, with an event', async () => {
    const community = await aCommunity(rooms.database);
    const { actor, write } = await anAuthor({ identity_level: 'ANONYMOUS' }, community.id);
    const settings = rooms.get(IntakeSettingsService);
    const set = (who: Actor, change: object) => problemOf(settings.update(who, community.slug, change));
    expect(await write('Set 10251 is fine.')).toMatchObject({ outcome: 'PASS' });
    expect((await set(actor, { holdAnonymous: true })).code).toBe('NOT_ALLOWED');
    expect((await set(staff('BRAND_MANAGER', community.id, actor.accountId!), { words: ['criticism'] })).code).toBe('NOT_ALLOWED');
    expect((await set(staff('MODERATOR', community.id, actor.accountId!), { words: ['ok', 'Set 10251'] })).code).toBe('INVALID_INPUT');
    expect((await set(staff('MODERATOR', community.id, actor.accountId!), { words: ['Set 10251', 'set  10251'] })).code).toBe('none');
    expect(await write('The s3t 10251 is fine.')).toMatchObject({ outcome: 'HOLD', reason: 'COMMUNITY_WORD', params: { word: 'set 10251' } });
    expect((await set(staff('OWNER', community.id, actor.accountId!), { holdAnonymous: true })).code).toBe('none');
    expect(await write('Hello.')).toMatchObject({ outcome: 'HOLD', phase: 'HOLD_FOR_REVIEW', reason: 'ANONYMOUS_MEMBER' });
    expect(await (await anAuthor({}, community.id)).write('Hello.')).toMatchObject({ outcome: 'PASS' });
    const events = await rooms.database.query<{ payload: object }>(`SELECT payload FROM events WHERE type = 'intake.settingsChanged' AND community_id = $1 ORDER BY sequence`, [community.id]);
    expect(events.map(({ payload }) => payload)).toEqual([{ fields: ['words'] }, { fields: ['holdAnonymous'] }]);
  });

  it('keep a member from passing for the brand or its staff', async () => {
    const community = await aCommunity(rooms.database, { name: 'Brindlebrick' });
    const { member, actor } = await anAuthor({}, community.id);
    const boss = await aMember(rooms.database, community.id, { display_name: 'Marta Okonjo' });
    await rooms.database.query(`INSERT INTO role_grants (id, community_id, account_id, role, granted_at) VALUES (gen_random_uuid(), $1, $2, 'MODERATOR', now())`, [community.id, boss.account_id]);
    const call = (displayName: string) => problemOf(rooms.transactor.run((tx) => rooms.get(ProfileTexts).examine(tx, actor, member, { displayName, bio: '' })));
    expect(await call('Brindlebrick Officia1')).toMatchObject({ code: 'TEXT_REFUSED', params: { phase: 'IMPERSONATION', reason: 'NAME_LIKE_BRAND' } });
    expect((await call('Marta Okonj0')).code).toBe('none');
    expect((await verdictsOf(member.id)).map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual(['REFUSE NAME_LIKE_BRAND', 'HOLD NAME_LIKE_STAFF']);
    expect((await call('Ana of the bricks')).code).toBe('none');
  });
});
