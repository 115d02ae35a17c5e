import { describe, expect, it } from 'vitest';
import type { DemoIdea } from './content/index.js';
import { demoCommunities } from './content/index.js';
import { planMoves } from './demo-moves.js';
import { supportersOf } from './demo-supporters.js';
import { planVotes, type Voter } from './demo-votes.js';

const now = new Date('2026-06-01T12:00:00Z');
const voters: Voter[] = [{ handle: 'author', confirmed: true }, ...supportersOf('bricks', 'en', 470)];

function idea(votes: number, more: Partial<DemoIdea> = {}): DemoIdea {
  return { key: `k${votes}`, title: '', body: '', category: '', author: 'author', daysAgo: 70, status: 'OPEN', votes, heat: 'steady', comments: [], ...more };
}

function verified(votes: ReturnType<typeof planVotes>): number {
  const confirmed = new Set(voters.filter((voter) => voter.confirmed).map(({ handle }) => handle));
  return votes.filter(({ handle }) => confirmed.has(handle)).length;
}

describe('the votes of the demo', () => {
  it.each([0, 1, 7, 60, 95, 99])('are as many as wanted: %i', (wanted) => expect(planVotes(idea(wanted), voters, 100, now)).toHaveLength(wanted));

  it.each([100, 104, 250, 412])('reach the rung that they are meant to reach: %i', (wanted) => {
    const votes = planVotes(idea(wanted), voters, 100, now);
    expect(votes).toHaveLength(wanted);
    expect(verified(votes)).toBeGreaterThanOrEqual(100);
  });

  it('are one for each person, after the idea and before its answer, the same every time', () => {
    const answered = idea(300, { response: { author: 'x', daysAgo: 20, body: '' } });
    const votes = planVotes(answered, voters, 100, now);
    expect(new Set(votes.map(({ handle }) => handle)).size).toBe(300);
    const days = votes.map(({ at }) => (now.getTime() - at.getTime()) / 86_400_000);
    expect(Math.max(...days)).toBeLessThanOrEqual(70);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(20);
    expect(planVotes(answered, voters, 100, now)).toEqual(votes);
  });

  it('have handles that members may have', () => {
    for (const { handle } of [...supportersOf('a', 'en', 470), ...supportersOf('b', 'fr', 470)]) expect(handle).toMatch(/^[a-z0-9][a-z0-9_-]{2,29}$/);
  });
});

describe('the moves of the demo', () => {
  const MOVES: Record<string, string[]> = { OPEN: ['UNDER_REVIEW', 'PLANNED', 'DECLINED', 'EXPIRED'], PLANNED: ['IN_PROGRESS', 'DELIVERED'] };

  it.each(demoCommunities.map((community) => [community.slug, community] as const))('of %s follow the table of the domain, in order', (_slug, community) => {
    for (const one of community.ideas) {
      const moves = planMoves(community, one);
      expect(moves.at(-1)?.to ?? 'OPEN').toBe(one.status);
      let at = one.daysAgo;
      for (const move of moves) {
        expect(MOVES[move.from]).toContain(move.to);
        expect(move.daysAgo).toBeLessThan(at);
        expect(move.daysAgo).toBeGreaterThanOrEqual(0);
        at = move.daysAgo;
      }
    }
  });
});
