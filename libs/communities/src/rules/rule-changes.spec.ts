import { describe, expect, it } from 'vitest';
import { changesBetween } from './rule-changes.js';

const rule = (number: number, title = `Rule ${number}`, body = 'Be kind.') => ({ number, title, body });

describe('other rules', () => {
  it('are only what is other', () => {
    expect(changesBetween([rule(1), rule(2)], [rule(2), rule(1)])).toEqual({ added: [], reworded: [], retired: [] });
    expect(changesBetween([rule(1), rule(2)], [rule(1), rule(2, 'Rule 2', 'Be brief.'), rule(4)])).toEqual({ added: [rule(4)], reworded: [rule(2, 'Rule 2', 'Be brief.')], retired: [] });
    expect(changesBetween([rule(1), rule(2)], [rule(2)])).toEqual({ added: [], reworded: [], retired: [1] });
  });

  it('that change places are other wordings of both numbers', () => {
    const [first, second] = [rule(1, 'A'), rule(2, 'B')];
    expect(changesBetween([first, second], [rule(1, 'B'), rule(2, 'A')])).toEqual({ added: [], reworded: [rule(1, 'B'), rule(2, 'A')], retired: [] });
  });
});
