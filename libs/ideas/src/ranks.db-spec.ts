import type { Database, Transactor } from '@fanfare/database';
import { aCategory, aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IdeasModule } from './ideas.module.js';
import { RankUpkeep } from './rank-upkeep.service.js';
import { NO_HEAT, type RankChange, RanksService } from './ranks.service.js';

let rooms: Rooms;
let db: Database;
let transactor: Transactor;
let ranks: RanksService;
let community: string;

beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
  db = rooms.database;
  transactor = rooms.transactor;
  ranks = rooms.get(RanksService);
});

afterAll(() => rooms?.close());

beforeEach(async () => {
  community = (await aCommunity(db)).id;
});

const support = (ideaId: string, raw: number): RankChange => ({ ideaId, verified: raw, raw, heat: raw === 0 ? null : raw });
const place = (...changes: RankChange[]) => transactor.run((tx) => ranks.place(tx, changes));

async function rankOf(ideaId: string) {
  const [row] = await db.query<Record<string, unknown>>('SELECT * FROM idea_ranks WHERE idea_id = $1', [ideaId]);
  return row;
}

const pastOf = (ideaId: string) =>
  db.query<{ status: string; raw: number }>('SELECT status, raw FROM idea_past_ranks WHERE idea_id = $1 ORDER BY from_xid', [ideaId]);

describe('a rank follows its idea', () => {
  it('is made with the idea, imported support included', async () => {
    const idea = await anIdea(db, community, { source_key: 'x', imported_support: 7, deadline: null });
    expect(await rankOf(idea.id)).toMatchObject({ status: 'OPEN', top: 7, raw: 0, heat: NO_HEAT });
  });

  it('is not made for a draft, and is when the draft is posted', async () => {
    const author = await aMember(db, community);
    const idea = await anIdea(db, community, { status: 'DRAFT', author_id: author.id });
    expect(await rankOf(idea.id)).toBeUndefined();
    await db.query(`UPDATE ideas SET status = 'OPEN' WHERE id = $1`, [idea.id]);
    expect(await rankOf(idea.id)).toMatchObject({ status: 'OPEN', author_id: author.id });
  });

  it('leaves a past when status, category or deadline change, and none when the text does', async () => {
    const idea = await anIdea(db, community);
    await db.query(`UPDATE ideas SET title = 'Another title altogether' WHERE id = $1`, [idea.id]);
    expect(await pastOf(idea.id)).toEqual([]);
    const category = await aCategory(db, community);
    await db.query('UPDATE ideas SET category_id = $2 WHERE id = $1', [idea.id, category.id]);
    await db.query(`UPDATE ideas SET deadline = deadline + interval '1 day' WHERE id = $1`, [idea.id]);
    await db.query(`UPDATE ideas SET status = 'DECLINED', deadline = NULL WHERE id = $1`, [idea.id]);
    expect(await pastOf(idea.id)).toHaveLength(3);
    expect(await rankOf(idea.id)).toMatchObject({ status: 'DECLINED', category_id: category.id });
  });
});

describe('place', () => {
  it('keeps what was before, once per transaction, and nothing when nothing changes', async () => {
    const idea = await anIdea(db, community);
    await transactor.run(async (tx) => {
      await ranks.place(tx, [support(idea.id, 1)]);
      await ranks.place(tx, [support(idea.id, 2)]);
    });
    await place(support(idea.id, 2));
    await place(support(idea.id, 3));
    expect(await pastOf(idea.id)).toEqual([{ status: 'OPEN', raw: 0 }, { status: 'OPEN', raw: 2 }]);
    expect(await rankOf(idea.id)).toMatchObject({ raw: 3, top: 3, heat: 3 });
  });

  it('leaves nothing behind when the transaction fails', async () => {
    const idea = await anIdea(db, community);
    const failing = transactor.run(async (tx) => {
      await ranks.place(tx, [support(idea.id, 9)]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await rankOf(idea.id)).toMatchObject({ raw: 0 });
    expect(await pastOf(idea.id)).toEqual([]);
  });

  it('can be tried: what somebody else holds is left to them', async () => {
    const [held, free] = [await anIdea(db, community), await anIdea(db, community)];
    await transactor.run(async (holder) => {
      await ranks.lock(holder, [held.id]);
      const placed = await transactor.run((tx) => ranks.tryPlace(tx, [support(held.id, 5), support(free.id, 5)]));
      expect(placed).toEqual([free.id]);
    });
    expect(await rankOf(held.id)).toMatchObject({ raw: 0 });
    expect(await rankOf(free.id)).toMatchObject({ raw: 5 });
    expect(await transactor.run((tx) => ranks.tryPlace(tx, [support(held.id, 5)]))).toEqual([held.id]);
  });
});

describe('upkeep', () => {
  it('forgets what nobody can be paging through any more', async () => {
    const idea = await anIdea(db, community);
    await place(support(idea.id, 1));
    await place(support(idea.id, 2));
    await db.query(`UPDATE idea_past_ranks SET ended_at = ended_at - interval '71 minutes' WHERE raw = 0 AND idea_id = $1`, [idea.id]);
    await transactor.run((tx) => rooms.get(RankUpkeep).prune(tx));
    expect(await pastOf(idea.id)).toEqual([{ status: 'OPEN', raw: 1 }]);
  });

  it('forgets in batches', async () => {
    const idea = await anIdea(db, community);
    for (let raw = 1; raw <= 7; raw += 1) await place(support(idea.id, raw));
    await db.query(`UPDATE idea_past_ranks SET ended_at = ended_at - interval '71 minutes' WHERE raw < 6 AND idea_id = $1`, [idea.id]);
    const asked: number[] = [];
    await transactor.run((tx) => {
      const counting = new Proxy(tx, {
        get: (target, key) => (key !== 'query' ? Reflect.get(target, key) : async (sql: string, values: unknown[]) => {
          const answer = await target.query<[unknown[], number]>(sql, values);
          asked.push(answer[1]);
          return answer;
        }),
      });
      return rooms.get(RankUpkeep).prune(counting, 4);
    });
    expect(asked).toEqual([4, 2]);
    expect(await pastOf(idea.id)).toEqual([{ status: 'OPEN', raw: 6 }]);
  });

  it('sets facts anew and keeps support', async () => {
    const idea = await anIdea(db, community);
    await place(support(idea.id, 4));
    await db.query(`UPDATE idea_ranks SET status = 'PLANNED', from_xid = '9000000000' WHERE idea_id = $1`, [idea.id]);
    await transactor.run((tx) => rooms.get(RankUpkeep).rebuild(tx, community));
    expect(await rankOf(idea.id)).toMatchObject({ status: 'OPEN', raw: 4 });
    const [row] = await db.query('SELECT from_xid < pg_snapshot_xmax(pg_current_snapshot()) AS known FROM idea_ranks WHERE idea_id = $1', [idea.id]);
    expect(row).toEqual({ known: true });
  });
});
