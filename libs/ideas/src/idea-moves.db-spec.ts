import { DAY, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canMove, IDEA_STATUSES, IdeaMoves, IdeasAccess, IdeasModule, type IdeaStatus, MOVERS, type Mover } from './index.js';

let rooms: Rooms;
let communityId: string;
let memberId: string;
beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
  communityId = (await aCommunity(rooms.database)).id;
  memberId = (await aMember(rooms.database, communityId)).id;
});
afterAll(() => rooms.close());

const PLACES: readonly IdeaStatus[] = IDEA_STATUSES.filter((status) => !['DRAFT', 'PENDING', 'MERGED', 'REMOVED'].includes(status));

async function move(id: string, to: IdeaStatus, mover: Mover = 'STAFF') {
  await rooms.transactor.run(async (tx) => {
    const idea = await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, id);
    const responseId = mover === 'STAFF' ? await respond(id, to) : null;
    await rooms.get(IdeaMoves).move(tx, VISITOR, idea, { to, mover, memberId: mover === 'SYSTEM' ? null : memberId, responseId });
  });
  return stateOf(id);
}

async function respond(idea: string, status: IdeaStatus): Promise<string | null> {
  if (!['OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED'].includes(status)) return null;
  const sql = `INSERT INTO official_responses (id, idea_id, community_id, author_id, status, body, created_at)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, 'Here is why.', now()) RETURNING id`;
  const [row] = await rooms.database.query<{ id: string }>(sql, [idea, communityId, memberId, status]);
  return row!.id;
}

async function stateOf(id: string) {
  const sql = `SELECT status, deadline, extract(epoch FROM clock_left)::float8 * 1000 AS "left" FROM ideas WHERE id = $1`;
  const [row] = await rooms.database.query<{ status: IdeaStatus; deadline: Date | null; left: number | null }>(sql, [id]);
  return row!;
}

function aPlaced(status: IdeaStatus) {
  const now = rooms.clock.now().getTime();
  const deadline = status === 'OPEN' ? new Date(now + 30 * DAY) : null;
  return anIdea(rooms.database, communityId, { status, created_at: new Date(now - 10 * DAY), deadline });
}

describe.each(PLACES)('from %s', (from) => {
  for (const mover of MOVERS) {
    for (const to of PLACES) {
      it(`${mover} to ${to}: ${canMove(from, to, mover) ? 'allowed' : 'refused'}`, async () => {
        const { id } = await aPlaced(from);
        const moved = move(id, to, mover);
        if (canMove(from, to, mover)) expect((await moved).status).toBe(to);
        else {
          await expect(moved).rejects.toMatchObject({ code: 'MOVE_REFUSED', params: { from, to } });
          expect((await stateOf(id)).status).toBe(from);
        }
      });
    }
  }
});

describe('the clock', () => {
  it('stops when an idea leaves OPEN and goes on with what was left', async () => {
    const { id } = await aPlaced('OPEN');
    const before = (await stateOf(id)).deadline!.getTime() - rooms.clock.now().getTime();
    const reviewed = await move(id, 'UNDER_REVIEW');
    expect([reviewed.deadline, reviewed.left]).toEqual([null, before]);
    const opened = await move(id, 'OPEN');
    expect(opened.left).toBeNull();
    expect(opened.deadline!.getTime() - rooms.clock.now().getTime()).toBeCloseTo(before, -4);
  });

  it('gives an idea that missed its deadline the next rung’s days when it is reopened', async () => {
    const { id } = await aPlaced('OPEN');
    const expired = await move(id, 'EXPIRED', 'SYSTEM');
    expect(expired.deadline).not.toBeNull();
    expect(await move(id, 'UNDER_REVIEW')).toMatchObject({ deadline: null, left: 0 });
    const opened = await move(id, 'OPEN');
    expect(opened.deadline!.getTime() - rooms.clock.now().getTime()).toBeCloseTo(60 * DAY, -4);
  });

  it('never starts for an idea that had none', async () => {
    const { id } = await anIdea(rooms.database, communityId, { deadline: null });
    expect(await move(id, 'UNDER_REVIEW')).toMatchObject({ deadline: null, left: null });
    expect(await move(id, 'OPEN')).toMatchObject({ deadline: null, left: null });
  });
});

describe('an undo', () => {
  it('restores the status before a merge, with its clock; an expired idea with the deadline it missed', async () => {
    for (const status of ['OPEN', 'EXPIRED', 'PLANNED'] as const) {
      const { id } = await aPlaced('OPEN');
      const target = await aPlaced('OPEN');
      if (status !== 'OPEN') await move(id, status, status === 'EXPIRED' ? 'SYSTEM' : 'STAFF');
      const before = await stateOf(id);
      await merge(id, target.id);
      expect(await stateOf(id)).toMatchObject({ status: 'MERGED', deadline: null });
      await unmerge(id);
      const after = await stateOf(id);
      expect([after.status, after.left]).toEqual([status, before.left]);
      if (status === 'OPEN') expect(after.deadline!.getTime()).toBeCloseTo(before.deadline!.getTime(), -4);
      if (status === 'EXPIRED') expect(after.deadline).not.toBeNull();
    }
  });

  it('gives no new time to an idea that had missed its deadline before anybody wrote that down', async () => {
    const { id } = await aPlaced('OPEN');
    const now = rooms.clock.now();
    await rooms.database.query('UPDATE ideas SET deadline = $2 WHERE id = $1', [id, new Date(now.getTime() - DAY)]);
    await merge(id, (await aPlaced('OPEN')).id);
    await unmerge(id);
    expect(await stateOf(id)).toMatchObject({ status: 'OPEN', deadline: now });
  });

  it('is refused where there is nothing to undo', async () => {
    await expect(unmerge((await aPlaced('OPEN')).id)).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  });
});

function merge(id: string, target: string): Promise<string> {
  return rooms.transactor.run(async (tx) => {
    const idea = await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, id);
    return rooms.get(IdeaMoves).move(tx, VISITOR, idea, { to: 'MERGED', mover: 'STAFF', memberId, mergedIntoId: target });
  });
}

function unmerge(id: string): Promise<string> {
  return rooms.transactor.run(async (tx) => {
    const idea = await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, id);
    return rooms.get(IdeaMoves).restore(tx, VISITOR, idea, { mover: 'STAFF', memberId });
  });
}
