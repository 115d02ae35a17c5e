import { describe, expect, it } from 'vitest';
import { changeFeed, FEED_STATUSES, FEED_TABS, FIRST_FEED, formatFeed, isFiltered, LISTED_STATUSES, orderOf, parseFeed, statusOf, statusWord } from './feed-state';

const parse = (query: string) => parseFeed(new URLSearchParams(query));

describe('the address of a feed', () => {
  it('says nothing for the plain feed', () => {
    expect(formatFeed(FIRST_FEED)).toBe('');
    expect(parse('')).toEqual(FIRST_FEED);
  });

  it('reads back what it wrote, for every tab and status', () => {
    for (const tab of FEED_TABS) {
      for (const status of [null, ...FEED_STATUSES]) {
        const state = { tab, status, category: 'new-sets', after: 'YWJj+/=' };
        expect(parse(formatFeed(state))).toEqual(state);
      }
    }
  });

  it('takes what it does not know as not said', () => {
    expect(parse('tab=hot&status=gone&category=<script>&after=')).toEqual(FIRST_FEED);
  });

  it('starts at the first page when a tab or filter changes', () => {
    const deep = { ...FIRST_FEED, after: 'cursor', category: 'pieces' };
    expect(changeFeed(deep, { tab: 'top' })).toEqual({ ...FIRST_FEED, tab: 'top', category: 'pieces' });
  });

  it('knows a filter from an order', () => {
    expect(isFiltered({ ...FIRST_FEED, tab: 'new' })).toBe(false);
    expect(isFiltered({ ...FIRST_FEED, status: 'planned' })).toBe(true);
    expect(isFiltered({ ...FIRST_FEED, category: 'pieces' })).toBe(true);
  });

  it('lists no duplicate unless somebody asks for them', () => {
    expect(LISTED_STATUSES).toEqual(['OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED']);
    expect(parse('status=merged').status).toBe('merged');
    expect(statusOf('merged')).toBe('MERGED');
  });

  it("speaks the API's words", () => {
    expect(orderOf('closing')).toBe('CLOSING_SOON');
    for (const status of FEED_STATUSES) expect(statusWord(statusOf(status))).toBe(status);
    expect(statusOf('under-review')).toBe('UNDER_REVIEW');
  });
});
