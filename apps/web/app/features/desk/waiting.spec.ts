import { describe, expect, it } from 'vitest';
import { waitOf } from './waiting';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const idea = { status: 'OPEN', waitingSince: '2026-11-20T13:00:00Z', rung: null, nextRung: {} } as const;

describe('why an idea waits', () => {
  it('counts whole days', () => {
    expect(waitOf(idea, NOW)).toEqual({ kind: 'open', days: 1 });
    expect(waitOf({ ...idea, status: 'UNDER_REVIEW' }, NOW)).toEqual({ kind: 'review', days: 1 });
  });

  it('says first that it completed the ladder', () => {
    expect(waitOf({ ...idea, status: 'UNDER_REVIEW', rung: {}, nextRung: null }, NOW)?.kind).toBe('ladder');
    expect(waitOf({ ...idea, nextRung: null }, NOW)?.kind).toBe('open');
  });

  it('says nothing of an idea that has its answer', () => {
    expect(waitOf({ ...idea, waitingSince: null }, NOW)).toBeNull();
  });
});
