import { describe, expect, it } from 'vitest';
import { panelQuery, panelState, panelVariables, toggled } from './panel-state';

const ID = (n: number) => `0000000${n}-0000-7000-8000-000000000000`;
const of = (query: string) => panelState(new URLSearchParams(query));

describe('the address of the panel’s desk', () => {
  it('says the state and is said by it; what is usual is left out', () => {
    for (const query of ['', '?state=SELECTED', `?state=REVIEWS&order=SUBMITTED&unmarked=1&open=${ID(1)},${ID(2)}`, `?open=${ID(1)}`]) expect(panelQuery(of(query))).toBe(query);
  });

  it('takes nothing it does not know, and no more than fits', () => {
    expect(of('?state=DRAFT&order=x&open=abc')).toEqual({ tab: 'ALL', order: 'RANKING', unmarked: false, open: [], after: null });
    expect(of(`?open=${[1, 2, 2, 3, 4].map(ID).join(',')}`).open).toEqual([1, 2, 3].map(ID));
  });

  it('asks for the waiting list in its own order, and for reviews whatever the answer was', () => {
    expect(panelVariables(of('?state=WAITING'))).toMatchObject({ orderBy: 'WAITING_LIST', state: ['WAITING'], reviewAsked: null });
    expect(panelVariables(of('?state=REVIEWS'))).toMatchObject({ state: null, reviewAsked: true });
  });

  it('puts one beside the others; with all places taken the last gives way', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['a', 'b', 'c'], 'd')).toEqual(['a', 'b', 'd']);
  });
});
