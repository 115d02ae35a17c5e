import { describe, expect, it } from 'vitest';
import { BOARD_COLUMNS, changeDesk, columnOf, DESK_TABS, FIRST_DESK, filterOf, formatDesk, isNarrowed, parseDesk, statusesAsked, viewOf } from './desk-state';

const ID = '0199a7c5-1111-7222-8333-444455556666';
const read = (query: string) => parseDesk(new URLSearchParams(query));

describe('the address of the desk', () => {
  it('says nothing for the plain desk', () => {
    expect(formatDesk(FIRST_DESK)).toBe('');
    expect(read('')).toEqual(FIRST_DESK);
  });

  it('reads back what it wrote', () => {
    for (const tab of DESK_TABS) {
      const state = { ...FIRST_DESK, tab, category: 'sets', search: 'a pier & more', answer: ID, to: 'planned' as const };
      expect(parseDesk(new URLSearchParams(formatDesk(state)))).toEqual(state);
    }
    expect(read('order=longest')).toMatchObject({ waitingOrder: 'longest' });
    expect(read('tab=all&order=new&status=expired')).toMatchObject({ allOrder: 'new', status: 'expired' });
  });

  it('takes what it does not know as not said', () => {
    expect(read('tab=secret&order=best&status=merged&category=../x&answer=1&to=removed')).toEqual(FIRST_DESK);
  });

  it('filters what waits only by where it can wait', () => {
    expect(read('status=declined').status).toBeNull();
    expect(read('status=under-review').status).toBe('under-review');
    expect(read('tab=board&status=open').status).toBeNull();
  });

  it('begins every other view at its first page with nothing open', () => {
    expect(changeDesk({ ...FIRST_DESK, after: 'x', answer: ID, to: 'planned' }, { category: 'sets' })).toEqual({ ...FIRST_DESK, category: 'sets' });
  });
});

describe('a saved view', () => {
  it('leads to the desk only, with nothing open', () => {
    expect(viewOf('?tab=board&category=sets')).toBe('?tab=board&category=sets');
    expect(viewOf(`https://elsewhere.test/?tab=all`)).toBe('');
    expect(viewOf(`?tab=all&answer=${ID}&after=abc`)).toBe('?tab=all');
    expect(viewOf(null)).toBe('');
  });
});

describe('what the API is asked for', () => {
  it('never asks for duplicates or what was removed', () => {
    expect(statusesAsked({ ...FIRST_DESK, tab: 'all' })).toHaveLength(BOARD_COLUMNS.length);
    expect(statusesAsked({ ...FIRST_DESK, status: 'open' })).toEqual(['OPEN']);
    expect(statusesAsked(FIRST_DESK)).toBeNull();
  });

  it('leaves out what was not said', () => {
    expect(filterOf(FIRST_DESK, null, null)).toEqual({});
    expect(filterOf({ ...FIRST_DESK, search: 'pier' }, 'c1', ['OPEN'])).toEqual({ status: ['OPEN'], category: 'c1', search: 'pier' });
    expect(isNarrowed(FIRST_DESK)).toBe(false);
    expect(isNarrowed({ ...FIRST_DESK, search: 'pier' })).toBe(true);
  });

  it('knows which statuses have a column', () => {
    expect([columnOf('UNDER_REVIEW'), columnOf('MERGED'), columnOf('DRAFT')]).toEqual(['under-review', null, null]);
  });
});
