import { describe, expect, it } from 'vitest';
import { MadeUp } from '../eval/made-up.js';
import { type VoteRow, readCommunity } from './reading.js';

const DAY = 86_400_000;
const source = new MadeUp(3_000, 30_000);
const ALL = source.time.length;

describe('a community read page by page', () => {
  it('has every vote once, whatever the size of pages, and its people as they are', async () => {
    const read = await readCommunity(source, Infinity, source.now);
    expect(read).toMatchObject({ whole: true });
    expect(read.account).toHaveLength(ALL);
    const votes = new Set([...read.account].map((account, row) => `${read.memberIds[account]} ${read.ideaIds[read.idea[row]!]} ${read.time[row]}`));
    expect(votes.size).toBe(ALL);
    expect([...read.time]).toEqual([...read.time].sort((a, b) => b - a));
    const linked = read.memberIds.filter((_, account) => read.identity[account]! >= 2).length;
    expect(read.vouched!.reduce((sum, one) => sum + one, 0)).toBe(linked);
    expect(read.seeds.length).toBeGreaterThan(5);
    expect(read.author.filter((author) => author >= 0).length).toBeGreaterThan(0);
  });

  it('is whole where the last page is just full, and of nobody where nobody voted', async () => {
    expect(await readCommunity(source, ALL + 1, source.now)).toMatchObject({ whole: true });
    const nobody = { votesBefore: () => Promise.resolve([]), members: () => Promise.resolve([]), authors: () => Promise.resolve([]) };
    expect(await readCommunity(nobody, 10, source.now)).toMatchObject({ whole: true, accounts: 0, ideas: 0 });
  });

  it('takes, of its latest votes only, those who came earlier for no ring that comes now', async () => {
    const read = await readCommunity(source, 2_000, source.now);
    expect(read.whole).toBe(false);
    expect(read.account).toHaveLength(2_000);
    const since = Math.min(...read.time) * 1000;
    const members = await source.members(read.memberIds);
    members.forEach(({ joinedAt, level }, account) => expect(read.vouched![account]).toBe(level >= 2 || joinedAt.getTime() < since ? 1 : 0));
    expect(members.some(({ joinedAt, level }) => level < 2 && joinedAt.getTime() < since - DAY)).toBe(true);
  });

  it('asks for no more than it needs', async () => {
    const asked: number[] = [];
    const counting = { members: source.members.bind(source), authors: source.authors.bind(source), votesBefore: (vote: VoteRow, most: number) => (asked.push(most), source.votesBefore(vote, most)) };
    await readCommunity(counting, 25_000, source.now);
    expect(asked).toEqual([20_000, 5_000]);
  });
});
