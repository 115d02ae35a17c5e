import { describe, expect, it } from 'vitest';
import { closingLine, exitCode, tallyOf } from './tally.mjs';

const file = (status, ...statuses) => ({ status, assertionResults: statuses.map((one) => ({ status: one })) });
const report = (...testResults) => ({ testResults });

describe('the closing line', () => {
  it('counts tests by their end', () => {
    const tally = tallyOf(report(file('passed', 'passed', 'skipped', 'todo'), file('failed', 'passed', 'failed')), false);
    expect(tally).toEqual({ passed: 2, failed: 1, skipped: 2 });
    expect(closingLine(tally)).toBe('2 passed, 1 failed, 2 skipped');
  });

  it('says nothing of skipped tests when there are none', () => {
    expect(closingLine(tallyOf(report(file('passed', 'passed')), true))).toBe('1 passed, 0 failed');
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(tallyOf(report(file('passed', 'passed'), file('failed')), false)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts an error outside of tests as a failure, and a run without a report', () => {
    expect(tallyOf(report(file('passed', 'passed')), false)).toMatchObject({ passed: 1, failed: 1 });
    expect(tallyOf(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it.each([
  [{ passed: 3, failed: 0, skipped: 1 }, 0],
  [{ passed: 3, failed: 1, skipped: 0 }, 1],
  [{ passed: 0, failed: 0, skipped: 0 }, 1],
  [{ passed: 0, failed: 0, skipped: 4 }, 1],
])('%j ends with code %i', (tally, code) => expect(exitCode(tally)).toBe(code));
