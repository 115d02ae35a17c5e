import type { Database } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { type Actor, DAY, HOUR, newId, VISITOR } from '@fanfare/kernel';
import { WebClient, WebProblem } from '@fanfare/outbound';
import { aCommunity, aMember, anAmbassador, aPictureRow, asSomebodyElse, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AmbassadorsModule } from '../ambassadors.module.js';
import { AmbassadorAppealsService } from '../appeals/ambassador-appeals.service.js';
import { EntriesQueries } from '../entries/entries.queries.js';
import { EntriesService } from '../entries/entries.service.js';
import { EntryAcceptance } from '../entries/entry-acceptance.service.js';
import { EntryReviewsService, type NewReview } from '../entries/entry-reviews.service.js';
import { MissionJoinsService } from './mission-joins.service.js';
import { MissionsQueries } from './missions.queries.js';
import { MissionsService, type NewMission } from './missions.service.js';

let rooms: Rooms;
let db: Database;
let community: { id: string; slug: string };
let brand: Actor;
let moderator: Actor;
/** What pages say, by address; null for one that does not answer. */
const pages = new Map<string, string | null>();

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule]);
  db = rooms.database;
  vi.spyOn(rooms.get(WebClient), 'get').mockImplementation(async (url) => {
    const html = pages.get(url);
    if (html == null) throw new WebProblem('STATUS', 503);
    return { url, contentType: 'text/html', body: Buffer.from(html) };
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rooms?.close();
});

beforeEach(async () => {
  pages.clear();
  community = await aCommunity(db);
  brand = await staff('BRAND_MANAGER');
  moderator = await staff('MODERATOR');
});

async function staff(role: 'BRAND_MANAGER' | 'MODERATOR'): Promise<Actor> {
  const { account_id: accountId } = await aMember(db, community.id);
  await db.query('INSERT INTO role_grants (id, community_id, account_id, role, granted_at) VALUES (gen_random_uuid(), $1, $2, $3, now())', [community.id, accountId, role]);
  return { ...VISITOR, accountId, grants: [{ communityId: community.id, role }] };
}

const later = (ms: number) => new Date(rooms.clock.now().getTime() + ms);
const ambassador = async () => {
  const member = await anAmbassador(db, community.id, rooms.clock.now());
  return { member, actor: { ...VISITOR, accountId: member.account_id } as Actor };
};
const aMission = (more: Partial<NewMission> = {}) =>
  rooms.get(MissionsService).publish(brand, {
    community: community.slug, kind: 'REVIEW', title: 'Two weeks with the van', brief: 'Drive it for two weeks and say what works and what does not.',
    opensAt: later(-HOUR), closesAt: later(30 * DAY), evidence: ['LINK'], disclosures: [{ channel: 'Blog', language: 'en', words: ['#ad', 'sponsored by'] }], ...more,
  });
const join = (actor: Actor, mission: { id: string }) => rooms.get(MissionJoinsService).join(actor, mission.id);
const URL_OF = (n: number) => `https://anna.example.org/${n}`;
const submit = (actor: Actor, mission: { id: string }, url = URL_OF(1), more = {}) =>
  rooms.get(EntriesService).submit(actor, { mission: mission.id, evidence: [{ kind: 'LINK', url }], disclosed: true, ...more });
const review = (entry: { id: string }, outcome: NewReview['outcome'], more: Partial<NewReview> = {}, by = brand) =>
  rooms.get(EntryReviewsService).review(by, { entry: entry.id, outcome, reason: outcome === 'ACCEPT' ? '' : 'The second week is missing.', ...more });
const entryOf = async (id: string) => (await rooms.get(EntriesQueries).byIds([id])).get(id)!;
const told = async (id: string) => (await db.query<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence', [id])).map(({ type }) => type);
const checks = async (entry: { id: string }) =>
  db.query<{ verdict: string }>('SELECT k.* FROM entry_checks k JOIN entry_evidence v ON v.id = k.evidence_id WHERE v.entry_id = $1 ORDER BY k.checked_at, k.id', [entry.id]);

async function anEntry(more: Partial<NewMission> = {}, page: string | null = '<p>Sponsored by the maker.</p>') {
  const mission = await aMission(more);
  const { actor, member } = await ambassador();
  await join(actor, mission);
  pages.set(URL_OF(1), page);
  const entry = await submit(actor, mission);
  await rooms.dispatcher.drain();
  return { mission, actor, member, entry };
}

describe('a mission', () => {
  it('that asks for praise is refused with the sentence, in brief and rubric; one without words of disclosure is not shown', async () => {
    const refused = { code: 'BRIEF_ASKS_FOR_PRAISE', params: { sentence: 'Post a 5-star review.', why: 'POSITIVE_OPINION' } };
    await expect(aMission({ brief: 'Drive it for two weeks. Post a 5-star review.' })).rejects.toMatchObject(refused);
    await expect(aMission({ rubric: [{ criterion: 'Positive tone towards us', points: 10 }] })).rejects.toMatchObject({ code: 'BRIEF_ASKS_FOR_PRAISE' });
    const scored = { code: 'BRIEF_ASKS_FOR_PRAISE', params: { field: 'rubric', sentence: 'Enthusiasm: 10 points', why: 'PAID_BY_OPINION' } };
    await expect(aMission({ rubric: [{ criterion: 'Enthusiasm', points: 10 }] })).rejects.toMatchObject(scored);
    await expect(aMission({ disclosures: [] })).rejects.toMatchObject({ code: 'MISSION_INCOMPLETE' });
    expect(await aMission({ disclosures: [], draft: true })).toMatchObject({ state: 'DRAFT' });
  });

  it('is written by the brand’s team only, and stays as it was read', async () => {
    const input = { kind: 'HELP', title: 'Answer three questions', brief: 'Answer three questions of newcomers.', opensAt: later(0), closesAt: later(DAY), evidence: ['TEXT'] } as const;
    await expect(rooms.get(MissionsService).publish(moderator, { community: community.slug, ...input })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const mission = await aMission();
    await expect(rooms.get(MissionsService).update(brand, mission.id, input)).rejects.toMatchObject({ code: 'MISSION_NOT_DRAFT' });
    const draft = await aMission({ draft: true });
    expect(await rooms.get(MissionsService).update(brand, draft.id, input)).toMatchObject({ state: 'PUBLISHED', kind: 'HELP', evidence: ['TEXT'] });
  });

  it('is thrown away by the brand’s team as long as it is a draft, with whatever was written beside it; what was shown stays', async () => {
    const missions = rooms.get(MissionsService);
    const key = newId();
    const [draft, shown] = [await aMission({ draft: true, idempotencyKey: key }), await aMission()];
    await db.query(`INSERT INTO tracking_targets (mission_id, community_id, url) VALUES ($1, $2, 'https://brand.example.org/')`, [draft.id, community.id]);
    await expect(missions.discard(moderator, draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(missions.discard(moderator, shown.id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(missions.discard(brand, shown.id)).rejects.toMatchObject({ code: 'MISSION_NOT_DRAFT' });
    const codes = await Promise.all([1, 2].map(() => missions.discard(brand, draft.id).then(() => 'fine', ({ code }: { code: string }) => code)));
    expect(codes.sort()).toEqual(['NOT_FOUND', 'fine']);
    expect([(await rooms.get(MissionsQueries).byIds([draft.id, shown.id])).size, await told(draft.id)]).toEqual([1, ['mission.drafted', 'mission.discarded']]);
    await expect(aMission({ draft: true, idempotencyKey: key })).rejects.toMatchObject({ code: 'NOT_FOUND' }); // the same again is not a new one
  });

  it('is never over-full: sixteen come at once for three places, and a place that is given back is free', async () => {
    const mission = await aMission({ places: 3 });
    const people: Awaited<ReturnType<typeof ambassador>>[] = [];
    for (let n = 0; n < 16; n += 1) people.push(await ambassador());
    const results = await Promise.allSettled(people.map(({ actor }) => join(actor, mission)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'MISSION_FULL' });
    const inside = people[results.findIndex(({ status }) => status === 'fulfilled')]!;
    const outside = people[results.findIndex(({ status }) => status === 'rejected')]!;
    await rooms.get(MissionJoinsService).leave(inside.actor, mission.id);
    await join(outside.actor, mission);
    await expect(join(inside.actor, mission)).rejects.toMatchObject({ code: 'MISSION_FULL' });
    expect(await db.query('SELECT taken FROM missions WHERE id = $1', [mission.id])).toEqual([{ taken: 3 }]);
  });

  it('would be over-full without the constraint', async () => {
    const mission = await aMission({ places: 1 });
    await db.query('ALTER TABLE missions DROP CONSTRAINT missions_never_over_full');
    for (const { actor } of [await ambassador(), await ambassador()]) await join(actor, mission);
    expect(await db.query('SELECT taken FROM missions WHERE id = $1', [mission.id])).toEqual([{ taken: 2 }]);
    await db.query('DELETE FROM mission_joins WHERE mission_id = $1', [mission.id]);
    await db.query('ALTER TABLE missions ADD CONSTRAINT missions_never_over_full CHECK (taken <= places)');
  });

  it('is for ambassadors whose term is in force, while it is open', async () => {
    const mission = await aMission();
    const fan = { ...VISITOR, accountId: (await aMember(db, community.id)).account_id } as Actor;
    await expect(join(fan, mission)).rejects.toMatchObject({ code: 'TERM_ENDED' });
    const { actor, member } = await ambassador();
    const coming = await aMission({ opensAt: later(DAY) });
    await expect(join(actor, coming)).rejects.toMatchObject({ code: 'MISSION_NOT_OPEN' });
    await join(actor, mission);
    await db.query(`UPDATE terms SET state = 'RESIGNED', ended_at = now() WHERE member_id = $1`, [member.id]);
    await expect(submit(actor, mission)).rejects.toMatchObject({ code: 'TERM_ENDED' });
    const closed = await rooms.get(MissionsService).close(brand, mission.id, 'The van was sold.');
    expect(closed).toMatchObject({ state: 'CLOSED', closeNotice: 'The van was sold.' });
  });

  it('of a rally takes entries within its hour only', async () => {
    const rally = await aMission({ kind: 'RALLY', rallyAt: later(HOUR), evidence: ['TEXT'], disclosures: [] });
    const { actor } = await ambassador();
    await join(actor, rally);
    const act = () => rooms.get(EntriesService).submit(actor, { mission: rally.id, evidence: [{ kind: 'TEXT', text: 'I was there, with the whole street.' }], disclosed: true });
    await expect(act()).rejects.toMatchObject({ code: 'MISSION_NOT_OPEN' });
    rooms.clock.advance(HOUR);
    expect(await act()).toMatchObject({ state: 'SUBMITTED' });
  });
});

describe('an entry', () => {
  it('asks for a place, for the evidence, for disclosure, and for pages of the public web', async () => {
    const mission = await aMission();
    const { actor } = await ambassador();
    await expect(submit(actor, mission)).rejects.toMatchObject({ code: 'MISSION_NOT_JOINED' });
    await join(actor, mission);
    await expect(submit(actor, mission, URL_OF(1), { disclosed: false })).rejects.toMatchObject({ code: 'DISCLOSURE_REQUIRED' });
    await expect(submit(actor, mission, URL_OF(1), { evidence: [] })).rejects.toMatchObject({ code: 'EVIDENCE_MISSING', params: { form: 'LINK' } });
    for (const url of ['http://127.0.0.1/x', 'http://10.0.0.7/', 'http://localhost/', 'http://[::1]/', 'http://169.254.169.254/latest', 'ftp://anna.example.org/', 'http://2130706433/']) {
      await expect(submit(actor, mission, url), url).rejects.toMatchObject({ code: 'WEBSITE_REFUSED' });
    }
    const draft = await rooms.get(EntriesService).save(actor, { mission: mission.id, evidence: [], disclosed: false, note: 'Half done.' });
    expect(draft).toMatchObject({ state: 'DRAFT', note: 'Half done.' });
    expect((await submit(actor, mission)).id).toBe(draft.id);
  });

  it('that is being handed in keeps its place, also from an author who leaves at that moment', async () => {
    const mission = await aMission();
    const { actor, member } = await ambassador();
    await join(actor, mission);
    const { id } = await rooms.get(EntriesService).save(actor, { mission: mission.id, evidence: [], disclosed: false });
    const { left } = await rooms.transactor.run(async (tx) => {
      await tx.query('SELECT FROM mission_joins WHERE mission_id = $1 AND member_id = $2 FOR SHARE', [mission.id, member.id]); // as whoever hands in
      await tx.query(`UPDATE entries SET state = 'SUBMITTED', disclosed = true, submitted_at = $2, first_submitted_at = $2 WHERE id = $1`, [id, rooms.clock.now()]);
      const leaving = asSomebodyElse(() => rooms.get(MissionJoinsService).leave(actor, mission.id).then(() => 'fine', ({ code }) => code));
      await somebodyWaits(db);
      return { left: leaving };
    });
    expect([await left, await db.query('SELECT taken FROM missions WHERE id = $1', [mission.id])]).toEqual(['ENTRY_SUBMITTED', [{ taken: 1 }]]);
  });

  it('whose page hides it goes back to its author, never to payout; mended, it is found, accepted and paid once', async () => {
    const pay = vi.spyOn(rooms.get(EntryAcceptance), 'accept');
    const { actor, mission, entry } = await anEntry({}, '<p>A fine #adventure.</p>');
    expect(await entryOf(entry.id)).toMatchObject({ state: 'NEEDS_DISCLOSURE' });
    await expect(review(entry, 'ACCEPT')).rejects.toMatchObject({ code: 'ENTRY_NOT_REVIEWABLE' });
    pages.set(URL_OF(1), '<title>The van</title><p>A fine adventure. <b># Ad</b></p>');
    await submit(actor, mission);
    await expect(review(entry, 'ACCEPT')).rejects.toMatchObject({ code: 'DISCLOSURE_UNCHECKED', params: { pending: true } });
    await rooms.dispatcher.drain();
    expect((await checks(entry)).map(({ verdict }) => verdict)).toEqual(['MISSING', 'FOUND']);
    expect((await db.query<{ title: string; hash: string; snapshot: string; looked_for: unknown }>('SELECT title, hash, snapshot, looked_for FROM entry_checks WHERE verdict = $1 ORDER BY checked_at DESC LIMIT 1', ['FOUND']))[0])
      .toMatchObject({ title: 'The van', snapshot: expect.stringContaining('A fine adventure'), looked_for: [{ kind: 'DISCLOSURE', wanted: ['#ad', 'sponsored by'], found: '#ad' }] });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => review(entry, 'ACCEPT')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(pay).toHaveBeenCalledTimes(1);
    expect((await told(entry.id)).filter((type) => type === 'entry.accepted' || type === 'mission.judged')).toEqual(['mission.judged', 'entry.accepted']);
    pay.mockRestore();
  });

  it('whose page cannot be read is accepted only by who says that they saw it, and never at a private address', async () => {
    const { entry } = await anEntry({}, null);
    expect((await checks(entry)).map(({ verdict }) => verdict)).toEqual(['UNREACHABLE']);
    await expect(review(entry, 'ACCEPT')).rejects.toMatchObject({ code: 'DISCLOSURE_UNCHECKED' });
    await db.query(`UPDATE entry_checks SET reason = 'ADDRESS' WHERE verdict = 'UNREACHABLE'`);
    await expect(review(entry, 'ACCEPT', { sawDisclosure: true })).rejects.toMatchObject({ code: 'DISCLOSURE_MISSING' });
    await db.query(`UPDATE entry_checks SET reason = 'STATUS' WHERE verdict = 'UNREACHABLE'`);
    expect(await review(entry, 'ACCEPT', { sawDisclosure: true })).toMatchObject({ state: 'ACCEPTED' });
  });

  it('is read again after a week and a month; what it lost is told once, and is well again when mended', async () => {
    const { entry } = await anEntry();
    await review(entry, 'ACCEPT');
    const next = async () => (await db.query<{ at: Date | null }>('SELECT next_check_at AS at FROM entry_evidence WHERE entry_id = $1', [entry.id]))[0]!.at;
    const readAgain = async () => {
      const at = (await next())!;
      rooms.clock.advance(at.getTime() - rooms.clock.now().getTime());
      await db.query(`UPDATE schedules SET next_run_at = $1 WHERE name = 'ambassadors.recheckPages'`, [rooms.clock.now()]);
      await rooms.get(Schedules).runDue();
      await rooms.dispatcher.drain();
    };
    const first = rooms.clock.now().getTime();
    expect((await next())!.getTime() - first).toBe(7 * DAY);
    pages.set(URL_OF(1), '<p>Nothing of the kind.</p>');
    await readAgain();
    expect(await entryOf(entry.id)).toMatchObject({ state: 'ACCEPTED', disclosureLostAt: rooms.clock.now() });
    await readAgain();
    expect((await told(entry.id)).filter((type) => type === 'entry.disclosureLost')).toHaveLength(1);
    pages.set(URL_OF(1), '<p>Sponsored by them.</p>');
    await readAgain();
    expect(await entryOf(entry.id)).toMatchObject({ disclosureLostAt: null });
    expect((await next())!.getTime() - first).toBe(30 * DAY);
    await readAgain();
    expect(await next()).toBeNull();
  });

  it('is reviewed by the brand’s team, of others, with a reason that does not ask for praise; what was said stays', async () => {
    const { entry, actor, mission, member } = await anEntry({ rubric: [{ criterion: 'Clear pictures', points: 5 }] });
    await expect(review(entry, 'REFUSE', {}, moderator)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(review(entry, 'REFUSE', { reason: ' ' })).rejects.toMatchObject({ code: 'EMPTY_TEXT' });
    await expect(review(entry, 'CHANGE', { reason: 'Please do not mention the problems.' })).rejects.toMatchObject({ code: 'BRIEF_ASKS_FOR_PRAISE' });
    await expect(review(entry, 'ACCEPT', { scores: [{ criterion: 'Clear pictures', score: 6 }] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const own: Actor = { ...actor, grants: [{ communityId: community.id, role: 'BRAND_MANAGER' }] };
    await expect(review(entry, 'ACCEPT', {}, own)).rejects.toMatchObject({ code: 'OWN_ENTRY' });
    expect(await review(entry, 'CHANGE')).toMatchObject({ state: 'CHANGE_ASKED' });
    expect(await submit(actor, mission)).toMatchObject({ state: 'SUBMITTED', revision: 2 });
    await expect(review(entry, 'REFUSE', { revision: 1 })).rejects.toMatchObject({ code: 'ENTRY_NOT_REVIEWABLE' });
    for (const sql of [`UPDATE entry_reviews SET reason = 'Another.'`, 'DELETE FROM entry_reviews', 'TRUNCATE entry_reviews']) {
      await expect(db.query(sql), sql).rejects.toMatchObject({ driverError: { constraint: 'entry_reviews_stay' } });
    }
    await expect(db.query('DELETE FROM entries WHERE id = $1', [entry.id])).rejects.toThrow(/entry_reviews_entry_id_member_id_fkey/);
    const self = `INSERT INTO entry_reviews (id, entry_id, member_id, revision, outcome, reason, reviewed_by, reviewed_at) VALUES (gen_random_uuid(), $1, $2, 1, 'ACCEPT', '', $2, now())`;
    await expect(db.query(self, [entry.id, member.id])).rejects.toThrow(/entry_reviews_of_others/);
  });

  it('that was accepted is taken back by a later review or by its author, with what it brought', async () => {
    const undo = vi.spyOn(rooms.get(EntryAcceptance), 'undo');
    const { entry, actor } = await anEntry();
    await review(entry, 'ACCEPT');
    expect(await review(entry, 'REFUSE')).toMatchObject({ state: 'REFUSED', publishedAt: null });
    expect((await told(entry.id)).slice(-3)).toEqual(['mission.judged', 'entry.unaccepted', 'entry.reviewed']);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(await rooms.get(EntriesService).withdraw(actor, entry.id)).toMatchObject({ state: 'WITHDRAWN', note: '' });
    expect(undo).toHaveBeenCalledTimes(1);
    expect(await db.query('SELECT 1 FROM entry_evidence WHERE entry_id = $1', [entry.id])).toEqual([]);
    undo.mockRestore();
  });

  it('with a picture shows one that its author brought', async () => {
    const mission = await aMission({ evidence: ['IMAGE'], disclosures: [] });
    const { actor } = await ambassador();
    await join(actor, mission);
    const mine = await aPictureRow(db, actor.accountId);
    const theirs = await aPictureRow(db, (await ambassador()).actor.accountId);
    const show = (picture: string) => rooms.get(EntriesService).submit(actor, { mission: mission.id, evidence: [{ kind: 'IMAGE', picture, alt: 'The van in the rain' }], disclosed: true });
    await expect(show(theirs.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await show(mine.id)).toMatchObject({ state: 'SUBMITTED' });
  });
});

describe('an appeal', () => {
  const appeal = (actor: Actor, entry: { id: string }) => rooms.get(AmbassadorAppealsService).appeal(actor, 'ENTRY', entry.id, { text: 'Both weeks are there.' });
  const decide = (by: Actor, id: string, outcome: 'UPHELD' | 'OVERTURNED') => rooms.get(AmbassadorAppealsService).decide(by, { appeal: id, outcome, reasons: 'Both weeks are there, on page two.' });

  it('against a refusal is decided by a moderator, once, never by the brand; overturned, the entry is accepted', async () => {
    const { entry, actor } = await anEntry();
    await expect(appeal(actor, entry)).rejects.toMatchObject({ code: 'NOT_APPEALABLE' });
    await review(entry, 'REFUSE');
    await expect(appeal(brand, entry)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const id = await appeal(actor, entry);
    await expect(appeal(actor, entry)).rejects.toMatchObject({ code: 'ALREADY_APPEALED' });
    await expect(decide(brand, id, 'UPHELD')).rejects.toMatchObject({ code: expect.stringMatching(/NOT_IMPARTIAL|NOT_FOUND/) });
    await expect(decide(actor, id, 'OVERTURNED')).rejects.toMatchObject({ code: expect.stringMatching(/NOT_IMPARTIAL|NOT_FOUND/) });
    expect(await decide(moderator, id, 'OVERTURNED')).toMatchObject({ outcome: 'OVERTURNED', decidedAs: 'MODERATOR' });
    expect(await entryOf(entry.id)).toMatchObject({ state: 'ACCEPTED' });
    expect((await told(entry.id)).filter((type) => type === 'entry.reviewed'), 'the team answered once; the rest is the appeal’s').toHaveLength(1);
    await expect(decide(moderator, id, 'UPHELD')).rejects.toMatchObject({ code: 'NOT_IN_FORCE' });
  });

  it('against the revocation of a term is decided the same way; overturned, the term goes on', async () => {
    const { actor, member } = await ambassador();
    const { id: brandMember } = (await db.query<{ id: string }>('SELECT id FROM members WHERE account_id = $1', [brand.accountId]))[0]!;
    await db.query(`UPDATE terms SET state = 'REVOKED', ended_at = $2 WHERE id = $1`, [member.termId, rooms.clock.now()]);
    await db.query(
      `INSERT INTO term_revocations (id, term_id, community_id, clause, facts, passage, revoked_by, revoked_at, appeal_until) VALUES (gen_random_uuid(), $1, $2, 'Disclosure', 'Three posts without it.', 'Best!', $3, $4, $5)`,
      [member.termId, community.id, brandMember, rooms.clock.now(), later(180 * DAY)]);
    const id = await rooms.get(AmbassadorAppealsService).appeal(actor, 'TERM', member.termId, { text: 'All three said so.' });
    await expect(decide(brand, id, 'OVERTURNED')).rejects.toMatchObject({ code: expect.stringMatching(/NOT_IMPARTIAL|NOT_FOUND/) });
    await decide(moderator, id, 'OVERTURNED');
    expect(await db.query('SELECT state FROM terms WHERE id = $1', [member.termId])).toEqual([{ state: 'ACTIVE' }]);
  });
});
