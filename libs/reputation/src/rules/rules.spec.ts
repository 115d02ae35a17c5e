import { DEFAULT_LEVEL_RIGHTS } from '@fanfare/communities';
import { IDENTITY_LEVELS } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { entryId, scoreOf, writtenAt } from '../ledger/score.js';
import { levelOf, missingFor } from '../levels/level.js';
import { RULE_CODES } from './rule.js';
import { CURRENT_RULES, RULES } from './rules.js';

describe('rules', () => {
  it('are there for every code, each version once and in a row, in two languages', () => {
    expect(CURRENT_RULES.map(({ code }) => code).sort()).toEqual([...RULE_CODES].sort());
    for (const code of RULE_CODES) {
      const versions = RULES.filter((rule) => rule.code === code).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_, at) => at + 1));
    }
    for (const { sentence, condition } of RULES) for (const text of [sentence, condition]) expect(text.en && text.fr && text.en !== text.fr).toBeTruthy();
  });

  it('give a pair less each time, beginning with the points, and never more than the day’s cap', () => {
    for (const { perPair, points, dailyCap } of RULES) {
      if (perPair) expect(perPair[0]).toBe(points);
      if (perPair) expect([...perPair].sort((a, b) => b - a)).toEqual(perPair);
      if (dailyCap !== undefined) expect(dailyCap).toBeGreaterThanOrEqual(points);
    }
  });
});

it('a score rounds halves up, below nothing too', () => {
  expect([1, 3, -1, -3, 0].map((base) => scoreOf(base, 'CONFIRMED'))).toEqual([1, 2, 0, -1, 0]);
  expect(IDENTITY_LEVELS.map((level) => scoreOf(74, level))).toEqual([0, 37, 59, 74]);
});

it('an entry’s id follows from rule, event and member, and is a UUIDv7 of the event’s moment', () => {
  const event = '01a20208-4d2e-7e6c-a35d-91c0c237d972';
  const id = entryId('VOTE_RECEIVED', event, 'a');
  expect(id).toMatch(/^01a20208-4d2e-7[0-9a-f]{3}-[89ab]/);
  expect([entryId('VOTE_RECEIVED', event, 'a'), entryId('VOTE_RECEIVED', event, 'b') === id]).toEqual([id, false]);
  expect(writtenAt(id)).toBe(writtenAt(event));
});

it('a level asks for score and identity, and what is missing is said in numbers', () => {
  expect(levelOf({ score: 1_000, identity: 'ANONYMOUS' }, DEFAULT_LEVEL_RIGHTS)).toBe('NEWCOMER');
  expect(levelOf({ score: 1_000, identity: 'CONFIRMED' }, DEFAULT_LEVEL_RIGHTS)).toBe('REGULAR');
  expect(missingFor({ score: 150, identity: 'CONFIRMED' }, DEFAULT_LEVEL_RIGHTS)).toEqual({ level: 'ADVOCATE', points: 50, identity: 'LINKED' });
  expect(missingFor({ score: 700, identity: 'VERIFIED' }, DEFAULT_LEVEL_RIGHTS)).toBeNull();
});
