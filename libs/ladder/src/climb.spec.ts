import { DAY } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { climb, type Climber, type RungAhead } from './climb.js';

const START = new Date('2026-01-01T00:00:00Z');
const day = (number: number) => new Date(START.getTime() + number * DAY);
const LADDER = [
  { position: 1, support: 100, days: 60 },
  { position: 2, support: 1_000, days: 365 },
  { position: 3, support: 5_000, days: 182 },
];
const posted: Climber = { status: 'OPEN', rung: 0, deadline: day(60), clockDays: 60, wasSentToReview: false };

/** The rungs above, of which those were reached on these days. */
function ahead(...days: readonly (number | null)[]): RungAhead[] {
  return LADDER.slice(-days.length).map((rung, at) => ({ ...rung, reachedAt: days[at] == null ? null : day(days[at]!) }));
}

describe('a rung', () => {
  it('adds the days of the next one to the deadline', () => {
    const { grants, deadline, clockDays, outcome } = climb(posted, ahead(10, null, null), day(11));
    expect(grants).toEqual([{ position: 1, support: 100, reachedAt: day(10), addsDays: 365 }]);
    expect([deadline, clockDays, outcome]).toEqual([day(425), 365, 'STAYS']);
  });

  it('counts by the moment of the vote, not of the look', () => {
    expect(climb(posted, ahead(59, null, null), day(300))).toMatchObject({ deadline: day(425), outcome: 'STAYS' });
    expect(climb(posted, ahead(60, null, null), day(300))).toMatchObject({ grants: [], deadline: day(60), outcome: 'EXPIRED' });
  });

  it('that was reached in time lets a later one count too, and expires from its own deadline', () => {
    const late = climb(posted, ahead(30, 400, null), day(2000));
    expect(late.grants.map(({ position }) => position)).toEqual([1, 2]);
    expect([late.deadline, late.outcome]).toEqual([day(607), 'EXPIRED']);
  });

  it('is not skipped: what was reached above a missed one is missed too', () => {
    expect(climb(posted, ahead(61, 61, null), day(62))).toMatchObject({ grants: [], outcome: 'EXPIRED' });
  });

  it('at the top completes the ladder, and adds nothing', () => {
    const step = climb(posted, ahead(1, 2, 3), day(4));
    expect(step.grants.map(({ addsDays }) => addsDays)).toEqual([365, 182, 0]);
    expect(step.outcome).toBe('COMPLETED');
  });

  it('is granted under review too, where no clock runs', () => {
    const step = climb({ ...posted, status: 'UNDER_REVIEW', deadline: null }, ahead(90, null, null), day(91));
    expect([step.grants.length, step.deadline, step.outcome]).toEqual([1, null, 'STAYS']);
  });
});

describe('a deadline', () => {
  it('expires at its very moment', () => {
    expect(climb(posted, ahead(null, null, null), new Date(day(60).getTime() - 1)).outcome).toBe('STAYS');
    expect(climb(posted, ahead(null, null, null), day(60)).outcome).toBe('EXPIRED');
  });

  it('grows with the days of its rung and never shrinks with them', () => {
    expect(climb({ ...posted, clockDays: 50 }, ahead(null, null, null), day(1))).toMatchObject({ longerByDays: 10, clockDays: 60, deadline: day(70) });
    expect(climb({ ...posted, clockDays: 90 }, ahead(null, null, null), day(1))).toMatchObject({ longerByDays: 0, clockDays: 90, deadline: day(60) });
  });

  it('that was missed is not revived by more days', () => {
    expect(climb({ ...posted, clockDays: 1 }, ahead(null, null, null), day(61)).outcome).toBe('EXPIRED');
  });

  it('is none where nobody promised one', () => {
    const clockless = { ...posted, deadline: null, clockDays: null };
    expect(climb(clockless, ahead(null, null, null), day(9_999)).outcome).toBe('STAYS');
    expect(climb(clockless, ahead(9_000, null, null), day(9_999))).toMatchObject({ deadline: null, outcome: 'STAYS' });
  });
});

describe('an idea at the top', () => {
  const top: Climber = { ...posted, rung: 3, deadline: day(100), clockDays: 182 };

  it('goes to review once, also when the ladder came down to it', () => {
    expect(climb(top, [], day(1)).outcome).toBe('COMPLETED');
    expect(climb({ ...top, deadline: null }, [], day(1)).outcome).toBe('COMPLETED');
  });

  it('that staff reopened stays open, without a clock', () => {
    expect(climb({ ...top, wasSentToReview: true }, [], day(200)).outcome).toBe('STANDS_STILL');
    expect(climb({ ...top, wasSentToReview: true, deadline: null }, [], day(200)).outcome).toBe('STAYS');
  });

  it('climbs on when the ladder grew, and goes to review again at its new top', () => {
    const step = climb({ ...top, rung: 2, wasSentToReview: true, deadline: null }, ahead(5), day(6));
    expect(step.outcome).toBe('COMPLETED');
  });

  it('of a community without a ladder is not at the top: it never climbed', () => {
    expect(climb({ ...posted, rung: 0 }, [], day(1)).outcome).toBe('STAYS');
    expect(climb({ ...posted, rung: 0 }, [], day(61)).outcome).toBe('EXPIRED');
  });
});
