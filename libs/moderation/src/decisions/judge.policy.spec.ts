import { DAY, type Problem } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { type Bench, isLight, needsSecond, officeOf, requireLightEnough, requireOffice } from './judge.policy.js';

const NOBODY: Bench = {
  isModerator: false, isOnPanel: false, isOperator: false, isBrand: false, isAffected: false, isReporter: false, tookPart: false,
  moderators: 2, freshModerators: 2, freshPanel: 0,
};
const bench = (facts: Partial<Bench>): Bench => ({ ...NOBODY, ...facts });
const refusal = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return [(error as Problem).code, (error as Problem).params['why']];
  }
};
const now = new Date('2026-05-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * DAY);

describe('who judges', () => {
  it('is a moderator; with fewer than two the panel; without one the operator', () => {
    expect(officeOf(bench({ isModerator: true }))).toBe('MODERATOR');
    expect(officeOf(bench({ isOnPanel: true }))).toBeNull();
    expect(officeOf(bench({ isOnPanel: true, moderators: 1 }))).toBe('PANEL');
    expect(officeOf(bench({ isOperator: true, moderators: 1, freshPanel: 1 }))).toBeNull();
    expect(officeOf(bench({ isOperator: true, moderators: 0 }))).toBe('OPERATOR');
    expect(officeOf(bench({ isOperator: true }))).toBeNull();
  });

  it('of an appeal is somebody else: when each moderator took part, the panel, then the operator', () => {
    const judged = { moderators: 2, freshModerators: 0 };
    expect(officeOf(bench({ ...judged, isOnPanel: true }), true)).toBe('PANEL');
    expect(officeOf(bench({ ...judged, isOperator: true }), true)).toBe('OPERATOR');
    expect(officeOf(bench({ ...judged, isOperator: true, freshPanel: 1 }), true)).toBeNull();
    expect(officeOf(bench({ freshModerators: 1, isOnPanel: true }), true)).toBeNull();
  });

  it('is impartial', () => {
    expect(refusal(() => requireOffice(bench({ isBrand: true })))).toEqual(['NOT_IMPARTIAL', 'BRAND']);
    expect(refusal(() => requireOffice(bench({ isModerator: true, isAffected: true })))).toEqual(['NOT_IMPARTIAL', 'OWN_CONTENT']);
    expect(refusal(() => requireOffice(bench({ isModerator: true, isReporter: true })))).toEqual(['NOT_IMPARTIAL', 'OWN_REPORT']);
    expect(refusal(() => requireOffice(bench({ isModerator: true, tookPart: true }), true))).toEqual(['NOT_IMPARTIAL', 'TOOK_PART']);
    expect(requireOffice(bench({ isModerator: true, tookPart: true }))).toBe('MODERATOR');
    expect(requireOffice(bench({ isModerator: true }), true)).toBe('MODERATOR');
  });

  it('tells whoever has no office nothing, their own report or not', () => {
    for (const facts of [{}, { isReporter: true }, { isAffected: true }, { isOperator: true }]) expect(refusal(() => requireOffice(bench(facts)))).toEqual(['NOT_FOUND', undefined]);
  });
});

describe('how heavily', () => {
  it('alone: no heavier than a hold of a fortnight', () => {
    const alone = bench({ isModerator: true, moderators: 1, freshModerators: 1 });
    const decide = (action: 'KEEP' | 'REMOVE' | 'HOLD', endsAt: Date | null) => refusal(() => requireLightEnough('MODERATOR', alone, { action, scope: 'TEXT', endsAt }, now));
    expect(decide('REMOVE', null)).toEqual(['NEEDS_SECOND', 'TOO_FEW_MODERATORS']);
    expect(decide('HOLD', inDays(15))).toEqual(['NEEDS_SECOND', 'TOO_FEW_MODERATORS']);
    expect(decide('HOLD', inDays(14))).toBeUndefined();
    expect(decide('KEEP', null)).toBeUndefined();
    expect(refusal(() => requireLightEnough('PANEL', alone, { action: 'REMOVE', scope: 'TEXT', endsAt: null }, now))).toBeUndefined();
    expect(isLight({ action: 'HIDE', scope: 'TEXT', endsAt: inDays(1) }, now)).toBe(false);
  });

  it('by two: a ban for good, and the removal of what many stand behind', () => {
    expect(needsSecond({ action: 'BAN', scope: 'MEMBER', endsAt: null }, 0)).toBe(true);
    expect(needsSecond({ action: 'BAN', scope: 'MEMBER', endsAt: inDays(30) }, 0)).toBe(false);
    expect(needsSecond({ action: 'REMOVE', scope: 'TEXT', endsAt: null }, 1)).toBe(false);
    expect(needsSecond({ action: 'REMOVE', scope: 'TEXT', endsAt: null }, 2)).toBe(true);
    expect(needsSecond({ action: 'HIDE', scope: 'TEXT', endsAt: null }, 4)).toBe(false);
  });
});
