import type { Database } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { type Actor, DAY, HOUR, newId, type Problem, type StaffRole, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anAmbassador, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AmbassadorsModule } from '../ambassadors.module.js';
import { AmbassadorAppealLists } from '../appeals/ambassador-appeal-lists.queries.js';
import { AmbassadorAppealsQueries } from '../appeals/ambassador-appeals.queries.js';
import { AmbassadorAppealsService } from '../appeals/ambassador-appeals.service.js';
import { EntriesService } from '../entries/entries.service.js';
import { MissionJoinsService } from '../missions/mission-joins.service.js';
import { MissionsService } from '../missions/missions.service.js';
import { AgreementsService, hashOf } from './agreements.service.js';
import { RevocationsService } from './revocations.service.js';
import { TermsQueries } from './terms.queries.js';
import { TermsService } from './terms.service.js';

let rooms: Rooms;
let db: Database;
let community: { id: string; slug: string };
let brand: Person;
let moderators: Person[];

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule]);
  db = rooms.database;
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  community = await aCommunity(db);
  brand = await staff('BRAND_MANAGER');
  moderators = [await staff('MODERATOR'), await staff('MODERATOR')];
});

interface Person {
  readonly id: string;
  readonly actor: Actor;
}

async function staff(role: StaffRole): Promise<Person> {
  const { id, account_id: accountId } = await aMember(db, community.id);
  await aRole(db, community.id, accountId!, role);
  return { id, actor: { ...VISITOR, accountId, grants: [{ communityId: community.id, role }] } };
}

async function ambassador(): Promise<Person & { readonly term: string }> {
  const { id, account_id: accountId, termId } = await anAmbassador(db, community.id, rooms.clock.now());
  return { id, actor: { ...VISITOR, accountId }, term: termId };
}

const later = (ms: number) => new Date(rooms.clock.now().getTime() + ms);
const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (problem: Problem) => problem.code ?? problem);
const stateOf = async (term: string) => (await rooms.get(TermsQueries).byIds([term])).get(term)!;
const STATEMENT = { clause: 'What you always do', facts: 'Three posts without a word of it.', passage: 'Best car ever!' };
const revoke = (term: string, by = brand.actor) => rooms.get(RevocationsService).revoke(by, term, STATEMENT);
const appeal = ({ actor, term }: { actor: Actor; term: string }) => rooms.get(AmbassadorAppealsService).appeal(actor, 'TERM', term, { text: 'Every post says it, in its first line.' });
const decide = (id: string, outcome: 'UPHELD' | 'OVERTURNED', by = moderators[0]!.actor) => rooms.get(AmbassadorAppealsService).decide(by, { appeal: id, outcome, reasons: 'We read the posts again.' });
const join = ({ actor }: { actor: Actor }, mission: { id: string }) => rooms.get(MissionJoinsService).join(actor, mission.id);
const aMission = (places: number | null = null) =>
  rooms.get(MissionsService).publish(brand.actor, {
    community: community.slug, kind: 'HELP', title: 'Answer a question', brief: 'Answer a question of somebody new.', opensAt: later(-HOUR), closesAt: later(30 * DAY), evidence: ['TEXT'], places,
  });
const missionsOf = async (member: string) =>
  (await db.query<{ id: string }>('SELECT mission_id AS id FROM mission_joins WHERE member_id = $1 AND left_at IS NULL ORDER BY joined_at, mission_id', [member])).map(({ id }) => id);
const worked = async () => {
  await db.query('UPDATE schedules SET next_run_at = $1', [rooms.clock.now()]);
  await rooms.get(Schedules).runDue();
};

async function offered(member: string): Promise<string> {
  const id = newId();
  await db.query(
    `INSERT INTO terms (id, community_id, member_id, state, receives, months, offered_at, accept_until) VALUES ($1, $2, $3, 'OFFERED', 'A van', 6, $4, $5)`,
    [id, community.id, member, rooms.clock.now(), later(7 * DAY)]);
  return id;
}

const WORDS = { en: 'You always say, in the same place, what you receive from us.', fr: 'Vous dites toujours, au même endroit, ce que vous recevez de nous.' };
const wrote = (more = '') => rooms.get(AgreementsService).write(brand.actor, community.slug, [{ locale: 'en', text: WORDS.en + more }, { locale: 'fr', text: WORDS.fr + more }]);

describe('a term', () => {
  it('begins once, whoever presses twice; there is never a second one in force', async () => {
    await wrote();
    const { id, account_id: accountId } = await aMember(db, community.id);
    const actor: Actor = { ...VISITOR, accountId };
    const accept = (term: string, words = WORDS.en) => rooms.get(TermsService).accept(actor, term, hashOf(words));
    const term = await offered(id);
    expect(await codeOf(accept(term, 'Other words than those that stand there.'))).toBe('AGREEMENT_CHANGED');
    const codes = await Promise.all([accept(term), accept(term), accept(term, WORDS.fr)].map(codeOf));
    expect(codes.sort()).toEqual(['TERM_NOT_OFFERED', 'TERM_NOT_OFFERED', 'fine']);
    expect(await codeOf(accept(await offered(id)))).toBe('ALREADY_AMBASSADOR');
    expect(await rooms.get(TermsQueries).ambassadors(community.id, {}, false)).toMatchObject({ nodes: [{ id }] });
  });

  it('is over when its time is, though no worker came by; the worker dates it by its day, not by its own', async () => {
    const fan = await ambassador();
    const mission = await aMission();
    const end = later(-HOUR);
    await db.query('UPDATE terms SET starts_at = $2, ends_at = $3 WHERE id = $1', [fan.term, later(-DAY), later(HOUR)]);
    expect(await codeOf(join(fan, mission))).toBe('fine'); // an hour before the end it still runs
    await db.query('UPDATE terms SET ends_at = $2 WHERE id = $1', [fan.term, end]);
    expect(await codeOf(join(fan, await aMission()))).toBe('TERM_ENDED');
    expect((await rooms.get(TermsQueries).activeOf([fan.id])).size).toBe(0);
    await worked();
    expect(await stateOf(fan.term)).toMatchObject({ state: 'ENDED', endedAt: end });
    expect((await rooms.get(TermsQueries).ambassadors(community.id, {}, true)).nodes.map(({ id }) => id)).toEqual([fan.id]);
    expect((await rooms.get(TermsQueries).servedBy([fan.id])).get(fan.id)).toMatchObject([{ id: fan.term }]);
  });

  it('ends one way only, when resigning and revoking come at once', async () => {
    const fan = await ambassador();
    const codes = await Promise.all([codeOf(rooms.get(TermsService).resign(fan.actor, fan.term)), codeOf(revoke(fan.term))]);
    expect(codes.sort()).toEqual(['TERM_ENDED', 'fine']);
    const { state } = await stateOf(fan.term);
    expect(await db.query('SELECT FROM term_revocations WHERE term_id = $1', [fan.term])).toHaveLength(state === 'REVOKED' ? 1 : 0);
  });

  it('is listed to the brand with offers and what was taken away, in pages; to its member the one that matters', async () => {
    const fans = [await ambassador(), await ambassador(), await ambassador()];
    await revoke(fans[0]!.term);
    const list = rooms.get(TermsQueries);
    const first = await list.ofCommunity(community.id, null, { first: 2 });
    const rest = await list.ofCommunity(community.id, null, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id).sort()).toEqual(fans.map(({ term }) => term).sort());
    expect(await first.totalCount()).toBe(3);
    expect((await list.ofCommunity(community.id, ['REVOKED'], {})).nodes).toMatchObject([{ id: fans[0]!.term }]);
    const next = await offered(fans[0]!.id);
    expect(await list.latestOf(fans.map(({ id }) => id))).toEqual(new Map([[fans[0]!.id, expect.objectContaining({ id: next })], ...fans.slice(1).map(({ id, term }) => [id, expect.objectContaining({ id: term })] as const)]));
  });
});

describe('an agreement', () => {
  it('keeps every version, each under the hash of its words; what is written is never rewritten', async () => {
    await wrote();
    rooms.clock.advance(HOUR);
    await wrote(' And so does your circle.');
    const { nodes } = await rooms.get(AgreementsService).versions(community.id, 'fr', { first: 1 });
    expect(nodes).toMatchObject([{ version: 2, locale: 'fr', hash: hashOf(`${WORDS.fr} And so does your circle.`) }]);
    expect((await rooms.get(AgreementsService).versions(community.id, 'en', {})).nodes.map(({ version, hash }) => [version, hash])).toEqual([[2, hashOf(`${WORDS.en} And so does your circle.`)], [1, hashOf(WORDS.en)]]);
    await expect(wrote(' You never say anything negative about us.')).rejects.toMatchObject({ code: 'BRIEF_ASKS_FOR_PRAISE', params: { why: 'NO_CRITICISM' } });
    expect((await rooms.get(AgreementsService).current([community.id])).get(community.id)).toMatchObject([{ version: 2 }, { version: 2 }]);
    await expect(db.query(`UPDATE agreements SET text = 'Other words.' WHERE id = $1`, [nodes[0]!.id])).rejects.toThrow(/agreements_check|check constraint/);
  });
});

describe('a revocation', () => {
  it('ends what a mission allows at once; overturned, it gives the term and its places back, but nobody’s else', async () => {
    const [fan, other] = [await ambassador(), await ambassador()];
    const [open, contested, left] = [await aMission(), await aMission(1), await aMission()];
    for (const mission of [open, contested, left]) await join(fan, mission);
    await rooms.get(MissionJoinsService).leave(fan.actor, left.id);
    rooms.clock.advance(HOUR);
    await revoke(fan.term);
    const send = rooms.get(EntriesService).submit(fan.actor, { mission: open.id, evidence: [{ kind: 'TEXT', text: 'Turn the axle by half.' }], disclosed: true });
    expect(await codeOf(send)).toBe('TERM_ENDED');
    await rooms.dispatcher.drain();
    expect(await missionsOf(fan.id)).toEqual([]);
    await join(other, contested); // the place is free
    expect((await rooms.get(TermsQueries).servedBy([fan.id])).get(fan.id)).toBeUndefined();
    await decide(await appeal(fan), 'OVERTURNED');
    await rooms.dispatcher.drain();
    expect(await stateOf(fan.term)).toMatchObject({ state: 'ACTIVE', endedAt: null });
    expect(await missionsOf(fan.id)).toEqual([open.id]); // not the one that filled up, nor the one they had left themselves
    expect(await codeOf(join(fan, left))).toBe('fine');
    expect((await rooms.get(RevocationsService).ofTerms([fan.term])).get(fan.term)).toMatchObject({ ...STATEMENT, overturnedBecause: 'We read the posts again.' });
  });

  it('upheld takes nothing back; overturned after the last day leaves an alumnus', async () => {
    const [fan, late] = [await ambassador(), await ambassador()];
    for (const { term } of [fan, late]) await revoke(term);
    await decide(await appeal(fan), 'UPHELD');
    expect((await stateOf(fan.term)).state).toBe('REVOKED');
    expect(await codeOf(appeal(fan))).toBe('ALREADY_APPEALED');
    const end = later(-1_000);
    await db.query('UPDATE terms SET starts_at = $2, ends_at = $3 WHERE id = $1', [late.term, later(-DAY), end]);
    await decide(await appeal(late), 'OVERTURNED');
    expect(await stateOf(late.term)).toMatchObject({ state: 'ENDED', endedAt: end });
  });

  it('cannot be overturned over another term in force: the appeal waits, and nothing of it is kept', async () => {
    const fan = await ambassador();
    await revoke(fan.term);
    const id = await appeal(fan);
    await wrote();
    const next = await offered(fan.id);
    await rooms.get(TermsService).accept(fan.actor, next, hashOf(WORDS.en));
    expect(await codeOf(decide(id, 'OVERTURNED'))).toBe('ALREADY_AMBASSADOR');
    expect((await rooms.get(AmbassadorAppealLists).open(moderators[0]!.actor, community.id, {})).nodes).toMatchObject([{ id, outcome: null }]);
    expect((await stateOf(fan.term)).state).toBe('REVOKED');
  });
});

describe('an appeal of an ambassador', () => {
  it('is decided by a moderator who took no part: not by the brand, nor by who revoked and moderates now', async () => {
    const fan = await ambassador();
    await revoke(fan.term);
    const id = await appeal(fan);
    const { grants, accountId } = moderators[0]!.actor;
    const waiting: Actor = { ...VISITOR, accountId, held: { isOperator: false, grants } }; // their second factor is missing
    const lists = rooms.get(AmbassadorAppealLists);
    expect([await codeOf(lists.open(waiting, community.id, {})), await codeOf(decide(id, 'UPHELD', waiting))]).toEqual(['SECOND_FACTOR_NEEDED', 'SECOND_FACTOR_NEEDED']);
    expect(await codeOf(decide(id, 'UPHELD', brand.actor))).toBe('NOT_IMPARTIAL');
    expect(await codeOf(decide(id, 'UPHELD', fan.actor))).toBe('NOT_FOUND');
    await db.query('UPDATE role_grants SET revoked_at = now() WHERE account_id = $1', [brand.actor.accountId]);
    await aRole(db, community.id, brand.actor.accountId!, 'MODERATOR');
    const turncoat: Actor = { ...brand.actor, grants: [{ communityId: community.id, role: 'MODERATOR' }] };
    await expect(decide(id, 'UPHELD', turncoat)).rejects.toMatchObject({ code: 'NOT_IMPARTIAL', params: { why: 'TOOK_PART' } });
    expect(await decide(id, 'OVERTURNED', moderators[1]!.actor)).toMatchObject({ outcome: 'OVERTURNED', decidedAs: 'MODERATOR' });
    expect(await codeOf(decide(id, 'UPHELD'))).toBe('NOT_IN_FORCE');
    const queries = rooms.get(AmbassadorAppealsQueries);
    expect((await lists.open(moderators[1]!.actor, community.id, {})).nodes).toEqual([]);
    expect((await lists.decided(moderators[1]!.actor, community.id, { first: 1 })).nodes).toMatchObject([{ id }]);
    const against = (await queries.byIds([id])).get(id)!.against;
    expect((await queries.against([against])).get(against)).toMatchObject(STATEMENT);
  });

  it('goes to the panel where nobody moderates, and is closed to everybody else', async () => {
    for (const { actor } of moderators) await db.query('UPDATE role_grants SET revoked_at = now() WHERE account_id = $1', [actor.accountId]);
    const fan = await ambassador();
    await revoke(fan.term);
    const id = await appeal(fan);
    const { account_id: accountId } = await aMember(db, (await aCommunity(db)).id);
    const outsider: Actor = { ...VISITOR, accountId };
    const refusal = () => codeOf(rooms.get(AmbassadorAppealLists).open(outsider, community.id, {}));
    expect([await refusal(), await codeOf(decide(id, 'UPHELD', outsider))]).toEqual(['NOT_ALLOWED', 'NOT_FOUND']);
    await db.query('INSERT INTO moderation_panel (account_id, appointed_at) VALUES ($1, now())', [accountId]);
    try {
      expect(await refusal()).toBe('fine');
      expect(await decide(id, 'UPHELD', outsider)).toMatchObject({ decidedAs: 'PANEL' });
    } finally {
      await db.query('DELETE FROM moderation_panel WHERE account_id = $1', [accountId]);
    }
  });

  it('comes too late after half a year', async () => {
    const [fan, late] = [await ambassador(), await ambassador()];
    for (const { term } of [fan, late]) await revoke(term);
    rooms.clock.advance(180 * DAY);
    expect(await codeOf(appeal(fan))).toBe('fine');
    rooms.clock.advance(5 * DAY);
    expect(await codeOf(appeal(late))).toBe('APPEAL_TOO_LATE');
  });
});
