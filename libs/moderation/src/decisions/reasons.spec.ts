import type { Problem } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { type GivenReasons, type Reasoned, wholeReasons } from './reasons.js';

const COMMENT: Reasoned = { kind: 'COMMENT', title: null, text: 'The bricks are **fine**,\n\n but you are an   utter fool.' };
const WHOLE: GivenReasons = { rule: 2, facts: 'It insults another member.', passage: 'you are an utter fool', language: 'en' };

const problem = (work: () => unknown) => {
  try {
    return { made: work() };
  } catch (error) {
    const { code, params } = error as Problem;
    return [code, params];
  }
};
const given = (change: Partial<GivenReasons>, about = COMMENT) => problem(() => wholeReasons('REMOVE', { ...WHOLE, ...change }, about));

describe('reasons', () => {
  it('are kept when they are whole', () => {
    expect(wholeReasons('REMOVE', WHOLE, COMMENT)).toEqual({ ...WHOLE, ground: 'RULE', law: null });
    expect(wholeReasons('REMOVE', { ...WHOLE, rule: null, law: ' Code pénal,\n art. 33 ' }, COMMENT)).toMatchObject({ ground: 'LAW', law: 'Code pénal, art. 33', rule: null });
  });

  it.each([
    ['ground', { rule: null }],
    ['facts', { facts: ' ' }],
    ['passage', { passage: null }],
    ['language', { language: '' }],
    ['ground facts passage language', { rule: null, law: '', facts: null, passage: '\n', language: null }],
  ])('are refused without %s', (missing, change) => {
    expect(given(change)).toEqual(['REASONS_INCOMPLETE', { missing, why: 'MISSING' }]);
  });

  it('quote what really stands there, whatever the white space and the marks', () => {
    for (const passage of ['The bricks are fine, but you', 'are **fine**, but', 'FOOL'.toLowerCase()]) expect(given({ passage })).toHaveProperty('made');
    for (const passage of ['you are a fool', 'The bricks are bad']) expect(given({ passage })).toEqual(['REASONS_INCOMPLETE', { missing: 'passage', why: 'NOT_IN_TEXT' }]);
    expect(given({ passage: 'Title line Body' }, { kind: 'IDEA', title: 'Title line', text: 'Body' })).toHaveProperty('made');
  });

  it('need no passage of conduct, nor of a text that is gone', () => {
    expect(given({ passage: null }, { kind: 'MEMBER', title: null, text: 'My bio' })).toHaveProperty('made');
    expect(given({ passage: null }, { kind: 'COMMENT', title: null, text: '' })).toHaveProperty('made');
  });

  it('name one ground, and a language that is one', () => {
    expect(given({ law: 'Some law' })).toEqual(['INVALID_INPUT', { field: 'law', rule: 'oneGround' }]);
    expect(given({ language: 'no language' })).toEqual(['INVALID_INPUT', { field: 'language' }]);
  });

  it('are not asked of what only keeps', () => {
    expect(wholeReasons('KEEP', {}, COMMENT)).toEqual({ ground: null, rule: null, law: null, facts: null, passage: null, language: null });
    expect(wholeReasons('KEEP', { facts: 'It is sharp, and about the bricks.', language: 'en' }, COMMENT)).toMatchObject({ facts: expect.any(String) });
  });
});
