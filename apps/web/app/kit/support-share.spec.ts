import { describe, expect, it } from 'vitest';
import { daysUntil, placeOnLadder, shareToNext, unverifiedOf } from './support-share';

const RUNGS = [
  { position: 1, support: 100, days: 60 },
  { position: 2, support: 1000, days: 365 },
];

describe('shareToNext', () => {
  it('measures from the last rung to the next', () => {
    expect(shareToNext(50, RUNGS[0])).toBe(0.5);
    expect(shareToNext(550, RUNGS[1], RUNGS[0])).toBe(0.5);
    expect(shareToNext(2000, RUNGS[1], RUNGS[0])).toBe(1);
    expect(shareToNext(80, RUNGS[1], RUNGS[0])).toBe(0);
    expect(shareToNext(2000, null)).toBeNull();
  });
});

describe('placeOnLadder', () => {
  it('counts in rungs', () => {
    expect(placeOnLadder(0, RUNGS)).toBe(0);
    expect(placeOnLadder(25, RUNGS)).toBe(0.25);
    expect(placeOnLadder(100, RUNGS)).toBe(1);
    expect(placeOnLadder(550, RUNGS)).toBe(1.5);
    expect(placeOnLadder(99_999, RUNGS)).toBe(2);
  });
});

describe('daysUntil', () => {
  it('counts whole days and never below zero', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(daysUntil('2026-01-03T12:00:00Z', now)).toBe(2);
    expect(daysUntil('2026-01-01T23:00:00Z', now)).toBe(0);
    expect(daysUntil('2025-12-01T00:00:00Z', now)).toBe(0);
    expect(daysUntil(null, now)).toBeNull();
  });
});

it('takes verified and set-aside votes from all votes', () => {
  expect(unverifiedOf({ raw: 10, verified: 6, quarantined: 3, imported: 5 })).toBe(1);
  expect(unverifiedOf({ raw: 1, verified: 2, quarantined: 0, imported: 0 })).toBe(0);
});
