import { DAY, newId } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IdeasModule } from '../index.js';

let rooms: Rooms;
let communityId: string;
let memberId: string;
beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
});
beforeEach(async () => {
  communityId = (await aCommunity(rooms.database)).id;
  memberId = (await aMember(rooms.database, communityId)).id;
});
afterAll(() => rooms.close());

const sql = (text: string, parameters: unknown[] = []) => rooms.database.query<Record<string, unknown>>(text, parameters);

describe('credits, by the database itself', () => {
  const give = (idea: string, columns: object = {}) => {
    const row = { id: newId(), idea_id: idea, community_id: communityId, member_id: memberId, given_at: new Date(), ...columns };
    const names = Object.keys(row);
    return sql(`INSERT INTO credits (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row)).then(() => row.id);
  };

  it.each(['OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DECLINED', 'EXPIRED', 'REMOVED'])('are refused for what is %s', async (status) => {
    await expect(give((await anIdea(rooms.database, communityId, { status })).id)).rejects.toThrow('Only a delivered idea gives credit');
  });

  it('name somebody or something, of the same community, once while in force', async () => {
    const { id } = await anIdea(rooms.database, communityId, { status: 'DELIVERED' });
    const first = await give(id); // negative control: as it should be
    await expect(give(id)).rejects.toThrow('credits_once');
    await expect(give(id, { member_id: null })).rejects.toThrow('credits_name_something');
    const elsewhere = (await aMember(rooms.database, (await aCommunity(rooms.database)).id)).id;
    await expect(give(id, { member_id: elsewhere })).rejects.toThrow('foreign key');
    await sql(`UPDATE credits SET withdrawn_at = now(), withdrawn_reason = 'A mistake.' WHERE id = $1`, [first]);
    await give(id);
  });

  it('are never changed, deleted or given back once withdrawn; withdrawn with a reason only', async () => {
    const { id } = await anIdea(rooms.database, communityId, { status: 'DELIVERED' });
    const credit = await give(id);
    await expect(sql('DELETE FROM credits WHERE id = $1', [credit])).rejects.toThrow('withdrawn, never changed');
    await expect(sql(`UPDATE credits SET note = 'Another.' WHERE id = $1`, [credit])).rejects.toThrow('withdrawn, never changed');
    await expect(sql('UPDATE credits SET withdrawn_at = now() WHERE id = $1', [credit])).rejects.toThrow('credits_withdrawn_with_reason');
    await expect(sql(`UPDATE credits SET withdrawn_at = now(), withdrawn_reason = ' ' WHERE id = $1`, [credit])).rejects.toThrow('check constraint');
    await sql(`UPDATE credits SET withdrawn_at = now(), withdrawn_reason = 'A mistake.' WHERE id = $1`, [credit]);
    await expect(sql('UPDATE credits SET withdrawn_at = NULL, withdrawn_reason = NULL WHERE id = $1', [credit])).rejects.toThrow('withdrawn, never changed');
  });

  it('wait for an idea that is being moved away from DELIVERED', async () => {
    const { id } = await anIdea(rooms.database, communityId, { status: 'DELIVERED' });
    let giving: Promise<unknown> = Promise.resolve();
    await rooms.transactor.run(async (tx) => {
      await tx.query(`UPDATE ideas SET status = 'IN_PROGRESS' WHERE id = $1`, [id]);
      giving = give(id).catch((error: Error) => error.message);
    });
    expect(await giving).toContain('Only a delivered idea');
  });
});

describe('estimates, by the database itself', () => {
  const estimate = (status: string, from: string | null, precision: string | null) => anIdea(rooms.database, communityId, { status, estimate_from: from, estimate_precision: precision });

  it('are whole months, quarters and years, of what is planned or in progress', async () => {
    await estimate('PLANNED', '2027-04-01', 'QUARTER');
    await estimate('IN_PROGRESS', '2027-01-01', 'YEAR');
    for (const [from, precision] of [['2027-05-01', 'QUARTER'], ['2027-04-01', 'YEAR'], ['2027-04-02', 'MONTH'], ['2027-04-01', null], [null, 'MONTH'], ['2027-04-01', 'WEEK']] as const) {
      await expect(estimate('PLANNED', from, precision)).rejects.toThrow('ideas_estimate_is_period');
    }
    for (const status of ['OPEN', 'DELIVERED', 'DECLINED']) await expect(estimate(status, '2027-04-01', 'MONTH')).rejects.toThrow('ideas_estimate_while_planned');
  });
});

describe('waiting', () => {
  const wait = async (id: string) => {
    const [row] = await sql('SELECT waiting_since, completed_at FROM idea_ranks WHERE idea_id = $1', [id]);
    return { since: row!['waiting_since'] as Date | null, completed: (row!['completed_at'] as Date).getUTCFullYear() < 9999 };
  };
  const respond = (idea: string, at: Date) => sql(`INSERT INTO official_responses (id, idea_id, community_id, status, body, created_at) VALUES ($1, $2, $3, 'OPEN', 'Because.', $4)`, [newId(), idea, communityId, at]);
  const reviewed = async (idea: string, mover: string, at: Date) => {
    await sql(`UPDATE ideas SET status = 'UNDER_REVIEW', deadline = NULL WHERE id = $1`, [idea]);
    await sql(`INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at) VALUES ($1, $2, $3, 'OPEN', 'UNDER_REVIEW', $4, $5)`, [newId(), idea, communityId, mover, at]);
  };
  const at = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * DAY);

  it('follows postings, answers, the ladder and moves, whoever writes them', async () => {
    const { id } = await anIdea(rooms.database, communityId, { created_at: at(0) });
    expect(await wait(id)).toEqual({ since: at(0), completed: false });
    await respond(id, at(3));
    expect(await wait(id)).toEqual({ since: null, completed: false });
    await reviewed(id, 'SYSTEM', at(5));
    expect(await wait(id)).toEqual({ since: at(5), completed: true });
    await sql(`UPDATE ideas SET status = 'PLANNED' WHERE id = $1`, [id]);
    expect((await wait(id)).since).toBeNull();
    await sql(`UPDATE ideas SET status = 'UNDER_REVIEW' WHERE id = $1`, [id]);
    expect(await wait(id)).toEqual({ since: at(5), completed: true });
    await respond(id, at(6));
    expect(await wait(id)).toEqual({ since: null, completed: false });
  });

  it('counts from the posting of what was never answered, ladder completed or not; a move by an import completes nothing', async () => {
    const { id } = await anIdea(rooms.database, communityId, { created_at: at(0) });
    await reviewed(id, 'SYSTEM', at(5));
    expect(await wait(id)).toEqual({ since: at(0), completed: true });
    const imported = await anIdea(rooms.database, communityId, { created_at: at(0) });
    await reviewed(imported.id, 'IMPORT', at(5));
    expect(await wait(imported.id)).toEqual({ since: at(0), completed: false });
  });

  it('ends when its author erases it, and does not begin again: there is nothing to answer', async () => {
    const { id } = await anIdea(rooms.database, communityId, { created_at: at(0) });
    await sql('UPDATE ideas SET author_id = NULL, erased_at = $2 WHERE id = $1', [id, at(1)]);
    expect(await wait(id)).toEqual({ since: null, completed: false });
    await reviewed(id, 'SYSTEM', at(5));
    expect(await wait(id)).toEqual({ since: null, completed: false });
  });

  it('begins when a draft is posted', async () => {
    const draft = await anIdea(rooms.database, communityId, { status: 'DRAFT', author_id: memberId, created_at: at(0) });
    expect(await sql('SELECT 1 FROM idea_ranks WHERE idea_id = $1', [draft.id])).toEqual([]);
    await sql(`UPDATE ideas SET status = 'OPEN', created_at = $2 WHERE id = $1`, [draft.id, at(2)]);
    expect((await wait(draft.id)).since).toEqual(at(2));
  });
});

describe('settling an idea', () => {
  it('reads that idea and no table whole, also with plans made while the tables were small', async () => {
    await sql(
      `INSERT INTO ideas (id, community_id, title, body, status, created_at)
       SELECT gen_random_uuid(), $1, 'Idea number ' || n, 'What it is about, number ' || n, 'OPEN', now() FROM generate_series(1, 2000) n`, [communityId]);
    const [idea] = await sql('SELECT id FROM ideas WHERE community_id = $1 LIMIT 1', [communityId]);
    const read = await rooms.transactor.run(async (tx) => {
      await tx.query('SELECT settle_waits(ARRAY[$1::uuid]), settle_roadmap(ARRAY[$1::uuid])', [idea!['id']]);
      const rows = await tx.query(`SELECT sum(seq_tup_read)::int AS read FROM pg_stat_xact_user_tables WHERE relname IN ('ideas', 'idea_ranks', 'roadmap_places')`);
      return (rows as { read: number }[])[0]!.read;
    });
    expect(read).toBeLessThan(200);
  });
});
