import { describe, expect, it } from 'vitest';
import { filterOf, FIRST_QUEUE, formatQueue, isNarrowed, listOf, parseQueue, type QueueState } from './queue-state';

const ITEM = '0190d5a0-0000-7000-8000-000000000001';
const FULL: QueueState = { tab: 'decided', kind: 'CIRCLE_POST', category: 'UNDISCLOSED_ADVERTISING', mine: true, search: 'cheap & fast', item: ITEM, deciding: true };

describe('the address of the moderators’ desk', () => {
  it('says all of a state, and nothing of the plain one', () => {
    expect(formatQueue(FIRST_QUEUE)).toBe('');
    expect(parseQueue(new URLSearchParams())).toEqual(FIRST_QUEUE);
    expect(formatQueue(FULL)).toContain('kind=circle-post&category=undisclosed-advertising');
    expect(parseQueue(new URLSearchParams(formatQueue(FULL)))).toEqual(FULL);
  });

  it('takes what it does not know for not said', () => {
    expect(parseQueue(new URLSearchParams('tab=all&kind=car&category=rude&mine=yes&item=12&pane=decision'))).toEqual(FIRST_QUEUE);
  });

  it('becomes the filter of the API', () => {
    expect(filterOf(FIRST_QUEUE)).toEqual({});
    expect(filterOf({ ...FULL, tab: 'second' })).toEqual({
      state: ['PROPOSED'], kind: ['CIRCLE_POST'], category: ['UNDISCLOSED_ADVERTISING'], claimedByViewer: true, search: 'cheap & fast',
    });
    expect(filterOf({ ...FIRST_QUEUE, tab: 'appeals' })).toEqual({ appeals: true });
  });

  it('knows when something is hidden', () => {
    expect(isNarrowed(listOf(FULL))).toBe(true);
    expect(isNarrowed({ ...FIRST_QUEUE, tab: 'decided', item: ITEM })).toBe(false);
  });
});
