import type { Database } from '@fanfare/database';
import type { IdeaStatus } from '@fanfare/ideas';
import { IdeasAccess } from '@fanfare/ideas';
import { type Actor, DAY, newId, type StaffRole, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, asSomebodyElse, aVote, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecountService } from '../recount.service.js';
import { StandingsService } from '../standings.service.js';
import { VotesModule } from '../votes.module.js';
import { VotesQueries } from '../votes.queries.js';
import { VotesService } from '../votes.service.js';
import { ContestsService } from './contests.service.js';
import { MergesQueries } from './merges.queries.js';
import { MergesService } from './merges.service.js';

let rooms: Rooms;
let db: Database;
let votes: VotesService;
let merges: MergesService;
let communityId: string;
let brand: Actor;

beforeAll(async () => {
  rooms = await bootRooms([VotesModule]);
  db = rooms.database;
  votes = rooms.get(VotesService);
  merges = rooms.get(MergesService);
});
afterAll(() => rooms.close());

beforeEach(async () => {
  communityId = (await aCommunity(db)).id;
  brand = await aPerson('BRAND_MANAGER');
});

interface Person extends Actor {
  readonly memberId: string;
}

async function aPerson(role?: StaffRole): Promise<Person> {
  const { id, account_id } = await aMember(db, communityId);
  return { ...VISITOR, accountId: account_id, memberId: id, grants: role ? [{ communityId, role }] : [] };
}

const someIdeas = async (count: number) => Promise.all(Array.from({ length: count }, async () => (await anIdea(db, communityId)).id));
const merge = (duplicate: string, target: string) => merges.merge(brand, { duplicate, target });

async function support(ideaId: string) {
  const { raw = 0, verified = 0, quarantined = 0, imported = 0 } = (await rooms.get(VotesQueries).supportOf([ideaId])).get(ideaId) ?? {};
  return { raw, verified, quarantined, imported };
}

const raw = async (...ids: string[]) => (await Promise.all(ids.map(support))).map((counts) => counts.raw);

async function pointers(...ids: string[]) {
  const rows = await db.query<{ id: string; root: string | null }>('SELECT id, merged_into_id AS root FROM ideas WHERE id = ANY ($1)', [ids]);
  return ids.map((id) => {
    const { root } = rows.find((row) => row.id === id)!;
    return root && ids.indexOf(root);
  });
}

async function noDrift() {
  await rooms.dispatcher.drain();
  const { drift } = await rooms.get(RecountService).compare();
  expect(Object.entries(drift).filter(([, count]) => count > 0)).toEqual([]);
}

describe('a merge', () => {
  it('counts the different people behind both at the target, and leaves the duplicate its votes', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const [ada, ben, cleo] = [await aPerson(), await aPerson(), await aPerson()];
    for (const fan of [ada, ben]) await votes.cast(fan, duplicate);
    for (const fan of [ben, cleo]) await votes.cast(fan, target);
    const merged = await merge(duplicate, target);
    expect(merged).toMatchObject({ idea: { status: 'MERGED', mergedIntoId: target, mergedIntoStatus: 'OPEN' }, target: { status: 'OPEN' } });
    expect(await raw(duplicate, target)).toEqual([2, 3]);
    const [rank] = await db.query<{ raw: number; verified: number }>('SELECT raw, verified FROM idea_ranks WHERE idea_id = $1', [target]);
    expect(rank).toEqual({ raw: 3, verified: 3 });
    await noDrift();
    await merges.unmerge(brand, duplicate);
    expect(await raw(duplicate, target)).toEqual([2, 2]);
    expect(await db.query('SELECT 1 FROM vote_unions WHERE root_id = $1', [target])).toEqual([]);
    await noDrift();
  });

  it('is refused before it holds up anybody who votes', async () => {
    const [duplicate, target, merged] = (await someIdeas(3)) as [string, string, string];
    await merge(merged, target);
    const [fan, judge] = [await aPerson(), await aPerson('MODERATOR')];
    await rooms.transactor.run(async (tx) => {
      for (const id of [duplicate, target]) await rooms.get(IdeasAccess).enter(tx, id);
      const refused = { code: 'NOT_ALLOWED' };
      await asSomebodyElse(async () => {
        await expect(merges.merge(fan, { duplicate, target })).rejects.toMatchObject(refused);
        await expect(merges.unmerge(judge, merged)).rejects.toMatchObject(refused);
        await expect(rooms.get(ContestsService).decide(fan, { idea: merged, uphold: true, reason: 'Because.' })).rejects.toMatchObject(refused);
      });
    });
  });

  it('makes a vote or withdrawal on either one and the same', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const [ada, ben] = [await aPerson(), await aPerson()];
    await votes.cast(ada, duplicate);
    await merge(duplicate, target);
    await votes.cast(ada, target);
    expect(await raw(duplicate, target)).toEqual([1, 1]);
    await votes.cast(ben, duplicate);
    await votes.cast(ben, target);
    expect(await raw(duplicate, target)).toEqual([2, 2]);
    await votes.withdraw(ada, target);
    await votes.withdraw(ben, duplicate);
    expect(await raw(duplicate, target)).toEqual([0, 0]);
    const rows = await db.query<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence', [duplicate]);
    expect(rows.map(({ type }) => type)).toEqual(['vote.cast', 'idea.moved', 'idea.merged', 'vote.cast', 'vote.withdrawn', 'vote.withdrawn']);
    await noDrift();
  });

  it('leaves votes open on the duplicate as long as the target takes them', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const fan = await aPerson();
    await merge(duplicate, target);
    await votes.cast(fan, duplicate);
    await db.query(`UPDATE ideas SET status = 'PLANNED', deadline = NULL WHERE id = $1`, [target]);
    await expect(votes.withdraw(fan, duplicate)).rejects.toMatchObject({ code: 'VOTING_CLOSED' });
    await votes.cast(fan, target); // cast already, next door
    await expect(votes.cast(await aPerson(), duplicate)).rejects.toMatchObject({ code: 'VOTING_CLOSED' });
  });

  it('adds what was imported for both, in the orders too', async () => {
    const make = (imported: number) => anIdea(db, communityId, { imported_support: imported, source_key: newId() });
    const [duplicate, target] = [await make(40), await make(2)];
    await merge(duplicate.id, target.id);
    expect([await support(target.id), await support(duplicate.id)].map(({ imported }) => imported)).toEqual([42, 40]);
    const top = async () => (await db.query<{ top: number }>('SELECT top FROM idea_ranks WHERE idea_id = $1', [target.id]))[0]!.top;
    expect(await top()).toBe(42);
    await db.query('UPDATE ideas SET imported_support = 50 WHERE id = $1', [duplicate.id]);
    expect(await top()).toBe(52);
    await merges.unmerge(brand, duplicate.id);
    expect(await top()).toBe(2);
  });

  it('points the duplicate’s own duplicates at the root, and an undo takes them along, whatever came between', async () => {
    const [a, b, c, d] = (await someIdeas(4)) as [string, string, string, string];
    const state = () => pointers(a, b, c, d);
    await merge(a, b);
    await merge(b, c);
    expect(await state()).toEqual([2, 2, null, null]);
    await merge(c, d);
    expect(await state()).toEqual([3, 3, 3, null]);
    await merges.unmerge(brand, b); // out of the middle
    expect(await state()).toEqual([1, null, 3, null]);
    await merges.unmerge(brand, c);
    expect(await state()).toEqual([1, null, null, null]);
    await merge(b, d);
    await merges.unmerge(brand, a);
    await merge(a, d);
    await merges.unmerge(brand, b); // a was merged with d by itself since
    expect(await state()).toEqual([3, null, null, null]);
    await noDrift();
  });

  it('sets a suspect’s vote aside for both sides, and gives it back with the undo', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const fan = await aPerson();
    for (const id of [duplicate, target]) await votes.cast(fan, id);
    await rooms.transactor.run((tx) => rooms.get(StandingsService).quarantine(tx, duplicate, [fan.memberId]));
    expect(await support(target)).toMatchObject({ verified: 1, quarantined: 0 });
    await merge(duplicate, target);
    expect(await support(target)).toMatchObject({ raw: 1, verified: 0, quarantined: 1 });
    await votes.withdraw(fan, target);
    await votes.cast(fan, target); // next door to where the suspicion is
    expect(await support(target)).toMatchObject({ raw: 1, verified: 0, quarantined: 1 });
    await noDrift();
    await merges.unmerge(brand, duplicate);
    expect(await support(target)).toMatchObject({ raw: 1, verified: 1, quarantined: 0 });
    await noDrift();
  });

  it('shows how it would come out before it is done', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const fans = await Promise.all(Array.from({ length: 4 }, () => aPerson()));
    for (const fan of fans.slice(0, 3)) await votes.cast(fan, duplicate);
    for (const fan of fans.slice(1)) await votes.cast(fan, target);
    await rooms.transactor.run((tx) => rooms.get(StandingsService).quarantine(tx, duplicate, [fans[3]!.memberId]));
    const { both, ...combined } = await rooms.get(MergesQueries).preview(duplicate, target);
    expect([both, combined]).toEqual([2, { raw: 4, verified: 3, quarantined: 1, imported: 0 }]);
    await merge(duplicate, target);
    expect(await support(target)).toEqual(combined);
  });
});

describe('restoring', () => {
  it('gives back the status and the clock it had', async () => {
    const now = rooms.clock.now().getTime();
    const { id } = await anIdea(db, communityId, { created_at: new Date(now - DAY), deadline: new Date(now + 10 * DAY) });
    const [target] = (await someIdeas(1)) as [string];
    await merge(id, target);
    rooms.clock.advance(5 * DAY);
    const restored = await merges.unmerge(brand, id);
    expect(restored).toMatchObject({ status: 'OPEN', mergedIntoId: null });
    expect(restored.deadline!.getTime()).toBe(now + 15 * DAY);
  });

  it('is for what is merged', async () => {
    const [one] = (await someIdeas(1)) as [string];
    await expect(merges.unmerge(brand, one)).rejects.toMatchObject({ code: 'NOT_MERGED' });
  });
});

describe('refusals', () => {
  it('of what cannot be merged', async () => {
    const [a, b, c] = (await someIdeas(3)) as [string, string, string];
    const elsewhere = await aCommunity(db);
    const other = await anIdea(db, elsewhere.id);
    const own = { author_id: (brand as Person).memberId, deadline: null };
    const [draft, held, removed] = await Promise.all(['DRAFT', 'PENDING', 'REMOVED'].map((status) => anIdea(db, communityId, { status, ...own })));
    const erased = await anIdea(db, communityId, { erased_at: new Date() });
    const foreignDraft = await anIdea(db, communityId, { status: 'DRAFT', deadline: null, author_id: (await aPerson()).memberId });
    await merge(a, b);
    const refusals: [string, string, string][] = [
      [b, b, 'MERGE_WITH_ITSELF'],
      [c, other.id, 'MERGE_ACROSS_COMMUNITIES'],
      [a, c, 'ALREADY_MERGED'],
      [c, a, 'MERGE_TARGET_MERGED'],
      [c, draft!.id, 'MERGE_TARGET_CLOSED'],
      [c, held!.id, 'MERGE_TARGET_CLOSED'],
      [c, removed!.id, 'MERGE_TARGET_CLOSED'],
      [c, erased.id, 'MERGE_TARGET_CLOSED'],
      [draft!.id, c, 'MOVE_REFUSED'],
      [removed!.id, c, 'MOVE_REFUSED'],
      [c, foreignDraft.id, 'NOT_FOUND'],
      [c, newId(), 'NOT_FOUND'],
      ['no id', c, 'NOT_FOUND'],
    ];
    for (const [duplicate, target, code] of refusals) await expect(merge(duplicate, target), code).rejects.toMatchObject({ code });
    await expect(merge(c, a)).rejects.toMatchObject({ params: { root: b } });
  });

  it('of who may not', async () => {
    const [a, b] = (await someIdeas(2)) as [string, string];
    for (const actor of [await aPerson(), await aPerson('MODERATOR')]) {
      await expect(merges.merge(actor, { duplicate: a, target: b })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    await expect(merges.merge(VISITOR, { duplicate: a, target: b })).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await merge(a, b);
    await expect(merges.unmerge(await aPerson('MODERATOR'), a)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it.each<IdeaStatus>(['UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED'])('none of %s as either side', async (status) => {
    const make = () => anIdea(db, communityId, { status, deadline: null });
    const [one, other] = [await make(), await make()];
    await merge(one.id, other.id);
    expect((await merges.unmerge(brand, one.id)).status).toBe(status);
  });
});

describe('a contest', () => {
  const contests = () => rooms.get(ContestsService);
  let author: Person;
  let moderator: Person;
  let duplicate: string;
  let target: string;

  beforeEach(async () => {
    [author, moderator] = [await aPerson(), await aPerson('MODERATOR')];
    duplicate = (await anIdea(db, communityId, { author_id: author.memberId })).id;
    [target] = (await someIdeas(1)) as [string];
    await merge(duplicate, target);
  });

  it('upheld restores the idea, and the same merge is not made again', async () => {
    await contests().contest(author, duplicate, 'Mine is about wheels.');
    const { nodes } = await rooms.get(MergesQueries).openContests(communityId, {});
    expect(nodes).toMatchObject([{ duplicateId: duplicate, targetId: target, contestReason: 'Mine is about wheels.' }]);
    const idea = await contests().decide(moderator, { idea: duplicate, uphold: true, reason: 'Wheels are not doors.' });
    expect(idea.status).toBe('OPEN');
    const [move] = await db.query<{ mover: string; reason: string }>('SELECT mover, reason FROM idea_moves WHERE idea_id = $1 ORDER BY id DESC LIMIT 1', [duplicate]);
    expect(move).toEqual({ mover: 'MODERATOR', reason: 'Wheels are not doors.' });
    await expect(merge(duplicate, target)).rejects.toMatchObject({ code: 'MERGE_OVERRULED' });
    expect((await rooms.get(MergesQueries).openContests(communityId, {})).nodes).toEqual([]);
  });

  it('denied leaves the merge, and is the last word', async () => {
    await contests().contest(author, duplicate, 'Mine is about wheels.');
    expect((await contests().decide(moderator, { idea: duplicate, uphold: false, reason: 'Both are.' })).status).toBe('MERGED');
    await expect(contests().contest(author, duplicate, 'No!')).rejects.toMatchObject({ code: 'ALREADY_CONTESTED' });
    await expect(contests().decide(moderator, { idea: duplicate, uphold: true, reason: 'Well.' })).rejects.toMatchObject({ code: 'NO_OPEN_CONTEST' });
  });

  it('is the author’s to make and a moderator’s to decide, and not in their own matter', async () => {
    for (const actor of [await aPerson(), brand]) {
      await expect(contests().contest(actor, duplicate, 'No.')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    await expect(contests().contest(author, target, 'No.')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(contests().contest(author, duplicate, '  ')).rejects.toMatchObject({ code: 'EMPTY_TEXT' });
    await expect(contests().decide(moderator, { idea: duplicate, uphold: true, reason: 'Why not' })).rejects.toMatchObject({ code: 'NO_OPEN_CONTEST' });
    await contests().contest(author, duplicate, 'Mine is about wheels.');
    for (const actor of [brand, author, { ...author, grants: moderator.grants }]) {
      await expect(contests().decide(actor, { idea: duplicate, uphold: true, reason: 'Yes' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('ends when the brand undoes the merge itself', async () => {
    await contests().contest(author, duplicate, 'Mine is about wheels.');
    await merges.unmerge(brand, duplicate);
    await expect(contests().decide(moderator, { idea: duplicate, uphold: true, reason: 'Yes' })).rejects.toMatchObject({ code: 'NO_OPEN_CONTEST' });
    expect((await rooms.get(MergesQueries).openContests(communityId, {})).nodes).toEqual([]);
  });
});

describe('while people vote', () => {
  it('a vote on its way to a duplicate waits for the merge and counts at the target', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const fan = await aPerson();
    let vote: Promise<unknown> = Promise.resolve();
    await rooms.transactor.run(async (tx) => {
      await rooms.get(IdeasAccess).lockForMerge(tx, brand, [duplicate, target]);
      vote = votes.cast(fan, duplicate);
      await somebodyWaits(db);
      await tx.query(`UPDATE ideas SET status = 'MERGED', deadline = NULL, merged_into_id = $2 WHERE id = $1`, [duplicate, target]);
    });
    await vote;
    expect(await raw(duplicate, target)).toEqual([1, 1]);
    await noDrift();
  });

  it('a change of standing on its way is counted on both sides', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const fan = await aPerson();
    await votes.cast(fan, duplicate);
    let merging: Promise<unknown> = Promise.resolve();
    await rooms.transactor.run(async (tx) => {
      await tx.query(`UPDATE members SET identity_level = 'ANONYMOUS' WHERE id = $1`, [fan.memberId]);
      await rooms.get(StandingsService).restand(tx, [fan.memberId]);
      merging = asSomebodyElse(() => merge(duplicate, target));
      await somebodyWaits(db);
    });
    await merging;
    expect([await support(duplicate), await support(target)]).toMatchObject([{ raw: 1, verified: 0 }, { raw: 1, verified: 0 }]);
    await noDrift();
  });

  it('hundreds on both sides, merged and restored all the time, are each counted once', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const fans = await Promise.all(Array.from({ length: 120 }, () => aPerson()));
    let voting = true;
    const staff = async () => {
      for (let turn = 0; voting; turn += 1) {
        await (turn % 2 === 0 ? merge(duplicate, target) : merges.unmerge(brand, duplicate));
      }
    };
    const merging = staff();
    // Each votes on one side or on both at once, and every fourth thinks better of it.
    const vote = async (fan: Person, at: number) => {
      const sides = at % 3 === 0 ? [duplicate, target] : [at % 2 === 0 ? duplicate : target];
      await Promise.all(sides.map((id) => votes.cast(fan, id)));
      if (at % 4 === 0) await Promise.all([duplicate, target].map((id) => votes.withdraw(fan, id)));
    };
    // No more at a time than there are connections: waiting for one has a limit of its own.
    const waiting = fans.entries();
    const voter = async () => {
      for (const [at, fan] of waiting) await vote(fan, at);
    };
    await Promise.all(Array.from({ length: 4 }, voter)).finally(() => (voting = false));
    await merging;
    const [row] = await db.query<{ merged: boolean }>('SELECT merged_into_id IS NOT NULL AS merged FROM ideas WHERE id = $1', [duplicate]);
    if (!row!.merged) await merge(duplicate, target);
    expect(await support(target)).toMatchObject({ raw: 90, verified: 90 });
    await noDrift();
  });

  it('votes written past the service, on both sides at once, are one person', async () => {
    const [duplicate, target] = (await someIdeas(2)) as [string, string];
    const fan = await aPerson();
    await merge(duplicate, target);
    await Promise.all([duplicate, target].map((id) => aVote(db, { id, community_id: communityId }, fan.memberId)));
    expect(await raw(duplicate, target)).toEqual([1, 1]);
    expect((await rooms.get(RecountService).compare()).drift).toMatchObject({ raw: 0, union: 0 });
  });
});
