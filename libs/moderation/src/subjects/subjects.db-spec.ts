import type { Database, Tx } from '@fanfare/database';
import { FeedQueries, IdeasQueries } from '@fanfare/ideas';
import { type Actor, DAY, HOUR, VISITOR, type Withholding } from '@fanfare/kernel';
import { LadderModule, LadderService } from '@fanfare/ladder';
import { aComment, aCommunity, aMember, anIdea, aVote, bootRooms, type Rooms } from '@fanfare/testing';
import { VotesModule, VotesQueries, VotesService } from '@fanfare/votes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import { ModerationModule } from '../moderation.module.js';
import { ReviewSubjects } from './review-subjects.js';

let rooms: Rooms;
let db: Database;
let community: { id: string; slug: string };
let author: Awaited<ReturnType<typeof aMember>>;
let moderator: Actor;
let stranger: Actor;

beforeAll(async () => {
  rooms = await bootRooms([ModerationModule, VotesModule, LadderModule]);
  db = rooms.database;
});

afterAll(() => rooms?.close());

beforeEach(async () => {
  community = await aCommunity(db);
  author = await aMember(db, community.id);
  stranger = { ...VISITOR, accountId: (await aMember(db, community.id)).account_id };
  moderator = { ...VISITOR, accountId: (await aMember(db, community.id)).account_id, grants: [{ communityId: community.id, role: 'MODERATOR' }] };
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => rooms.transactor.run(work);
const subjects = () => rooms.get(ReviewSubjects);
const withhold = (kind: ReviewSubjectKind, id: string, how: Withholding) => inTx((tx) => subjects().of(kind).withhold(tx, moderator, id, how));
const release = (kind: ReviewSubjectKind, id: string, only?: Withholding) => inTx((tx) => subjects().of(kind).release(tx, moderator, id, only));
const load = async (kind: ReviewSubjectKind, id: string) => (await inTx((tx) => subjects().of(kind).load(tx, [id]))).get(id)!;
const ideaOf = async (id: string) => (await db.query<Record<string, unknown>>('SELECT status, deadline, withheld FROM ideas WHERE id = $1', [id]))[0]!;
const told = async (id: string) => (await db.query<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence', [id])).map(({ type }) => type);

async function titlesOf(actor: Actor): Promise<string[]> {
  const page = await rooms.get(FeedQueries).page('NEWEST', { communityId: community.id }, actor, { first: 20 });
  return page.nodes.map(({ title }) => title);
}

describe('an idea', () => {
  const make = (columns = {}) => anIdea(db, community.id, { author_id: author.id, title: 'A brass band', body: 'With tubas.', ...columns });

  it('that is withheld is a tombstone to others, in nobody’s lists but its author’s, and comes back', async () => {
    const idea = await make();
    await withhold('IDEA', idea.id, 'HOLD');
    const own: Actor = { ...VISITOR, accountId: author.account_id };
    const seen = async (actor: Actor) => (await rooms.get(IdeasQueries).byIds([idea.id], actor)).get(idea.id)!.title;
    expect([await seen(VISITOR), await seen(stranger), await seen(own), await seen(moderator)]).toEqual(['', '', 'A brass band', 'A brass band']);
    expect([await titlesOf(VISITOR), await titlesOf(stranger), await titlesOf(own), await titlesOf(moderator)]).toEqual([[], [], ['A brass band'], []]);
    expect(await load('IDEA', idea.id)).toMatchObject({ withheld: 'HOLD', title: 'A brass band', text: 'With tubas.', path: `/c/${community.slug}/ideas/${idea.id}` });
    await release('IDEA', idea.id);
    expect(await titlesOf(VISITOR)).toEqual(['A brass band']);
    expect(await told(idea.id)).toEqual(['idea.withheld', 'idea.released']);
  });

  it('takes no votes meanwhile, its time stands still, and neither expiry nor rung reaches it', async () => {
    const deadline = new Date(rooms.clock.now().getTime() + HOUR);
    const idea = await make({ deadline });
    for (let n = 0; n < 100; n += 1) await aVote(db, idea, (await aMember(db, community.id)).id);
    await withhold('IDEA', idea.id, 'HIDDEN');
    await expect(rooms.get(VotesService).cast(stranger, idea.id)).rejects.toMatchObject({ code: 'VOTING_CLOSED' });
    rooms.clock.advance(3 * DAY);
    await inTx((tx) => rooms.get(LadderService).settle(tx, [idea.id]));
    expect(await ideaOf(idea.id)).toMatchObject({ status: 'OPEN', withheld: 'HIDDEN' });
    await release('IDEA', idea.id);
    expect(await ideaOf(idea.id)).toMatchObject({ status: 'OPEN', withheld: null, deadline: new Date(deadline.getTime() + 3 * DAY) });
    await inTx((tx) => rooms.get(LadderService).settle(tx, [idea.id]));
    expect(await db.query('SELECT position FROM rung_grants WHERE idea_id = $1', [idea.id])).toEqual([{ position: 1 }]);
  });

  it('that was removed comes back with status, votes and the rest of its time, what it was held before not counted', async () => {
    const deadline = new Date(rooms.clock.now().getTime() + 10 * DAY);
    const idea = await make({ deadline });
    await aVote(db, idea, (await aMember(db, community.id)).id);
    await withhold('IDEA', idea.id, 'HOLD');
    rooms.clock.advance(DAY);
    await withhold('IDEA', idea.id, 'REMOVED');
    expect(await ideaOf(idea.id)).toMatchObject({ status: 'REMOVED', withheld: null });
    rooms.clock.advance(DAY);
    await release('IDEA', idea.id, 'HOLD'); // from another withholding: nothing happens
    expect(await ideaOf(idea.id)).toMatchObject({ status: 'REMOVED' });
    await release('IDEA', idea.id);
    expect(await ideaOf(idea.id)).toMatchObject({ status: 'OPEN', deadline: new Date(deadline.getTime() + 2 * DAY) });
    const support = await rooms.get(VotesQueries).supportOf([idea.id]);
    expect(support.get(idea.id)).toMatchObject({ raw: 1, verified: 1 });
  });

  it('that was never shown begins when released, and nothing makes a withholding lighter', async () => {
    const idea = await make({ status: 'PENDING', deadline: null });
    expect(await load('IDEA', idea.id)).toMatchObject({ withheld: 'HOLD' });
    await withhold('IDEA', idea.id, 'HIDDEN');
    await withhold('IDEA', idea.id, 'HOLD');
    expect(await load('IDEA', idea.id)).toMatchObject({ withheld: 'HIDDEN' });
    await release('IDEA', idea.id);
    expect(await ideaOf(idea.id)).toMatchObject({ status: 'OPEN', withheld: null, deadline: new Date(rooms.clock.now().getTime() + 60 * DAY) });
    await release('IDEA', idea.id);
    expect(await told(idea.id)).toEqual(['idea.withheld', 'idea.moved', 'idea.released']);
  });
});

describe('a comment', () => {
  it('that is withheld is not counted, and comes back', async () => {
    const idea = await anIdea(db, community.id);
    const comment = await aComment(db, idea, { author_id: author.id, body: 'Tubas, please.' });
    const count = async () => (await db.query('SELECT visible FROM comment_tallies WHERE idea_id = $1', [idea.id]))[0];
    await withhold('COMMENT', comment.id, 'REMOVED');
    await withhold('COMMENT', comment.id, 'HOLD');
    expect(await count()).toEqual({ visible: 0 });
    expect(await load('COMMENT', comment.id)).toMatchObject({ withheld: 'REMOVED', text: 'Tubas, please.', authorMemberId: author.id });
    await release('COMMENT', comment.id);
    expect(await count()).toEqual({ visible: 1 });
    expect(await told(comment.id)).toEqual(['comment.withheld', 'comment.released']);
  });
});
