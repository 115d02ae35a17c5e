import { describe, expect, it } from 'vitest';
import { COLUMN_STATUSES, columnState, neighbour, placesFor } from './board-moves';

const planned = { id: '1', title: 'A pier', status: 'PLANNED', answerStatuses: ['PLANNED', 'IN_PROGRESS', 'DELIVERED', 'UNDER_REVIEW', 'DECLINED'] } as const;

describe('carrying a card', () => {
  it('lights up only where an answer may take it', () => {
    const seen = Object.fromEntries(COLUMN_STATUSES.map((column) => [column, columnState(planned, column)]));
    expect(seen).toEqual({
      OPEN: 'refused', UNDER_REVIEW: 'allowed', PLANNED: 'home', IN_PROGRESS: 'allowed', DELIVERED: 'allowed', DECLINED: 'allowed', EXPIRED: 'refused',
    });
    expect(columnState(null, 'OPEN')).toBe('idle');
    expect(placesFor(planned)).not.toContain('PLANNED');
  });

  it('goes from column to column and stops at the ends', () => {
    expect(neighbour('PLANNED', 1)).toBe('IN_PROGRESS');
    expect(neighbour('PLANNED', -1)).toBe('UNDER_REVIEW');
    expect(neighbour('OPEN', -1)).toBe('OPEN');
    expect(neighbour('EXPIRED', 1)).toBe('EXPIRED');
  });
});
