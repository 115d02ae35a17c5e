import { describe, expect, it } from 'vitest';
import { byMonth } from './by-month';
import { structuredRoadmap } from './structured';

describe('a changelog', () => {
  it('stands under its months, in the order given', () => {
    const entries = ['2026-11-02T00:00:00Z', '2026-10-31T23:59:59Z', '2026-10-01T00:00:00Z'].map((at) => ({ at }));
    expect(byMonth(entries).map(({ month, entries: all }) => [month, all.length])).toEqual([['2026-11', 1], ['2026-10', 2]]);
  });
});

describe('a roadmap for search engines', () => {
  it('lists its ideas with their addresses', () => {
    const idea = { id: 'i1', title: 'A pier' };
    const parts = [{ status: 'PLANNED', page: { nodes: [idea], pageInfo: { hasNextPage: false, endCursor: null } } }] as unknown as Parameters<typeof structuredRoadmap>[0];
    const { itemListElement } = structuredRoadmap(parts, { origin: 'https://x.test', slug: 'b', name: 'B' });
    expect(itemListElement).toEqual([{ '@type': 'ListItem', position: 1, name: 'A pier', url: 'https://x.test/c/b/ideas/i1/a-pier' }]);
  });
});
