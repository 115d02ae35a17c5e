import { describe, expect, it } from 'vitest';
import { consequences, moved, ruleDrafts, rulesInput } from './rule-drafts';

const rule = (number: number, title = `Rule ${number}`) => ({ __typename: 'CommunityRule' as const, number, version: 1, title, body: 'Be kind.', since: '2026-01-01T00:00:00Z' });

describe('rules as they are worded', () => {
  it('are numbered by their places', () => {
    const drafts = ruleDrafts([rule(1), rule(2)]);
    expect(rulesInput(moved(drafts, 0, 1))).toEqual([{ number: 1, title: 'Rule 2', body: 'Be kind.' }, { number: 2, title: 'Rule 1', body: 'Be kind.' }]);
    expect(rulesInput([])).toBeNull();
    expect(rulesInput([...drafts, { key: 'new', title: 'A', body: ' ', was: null }])).toBeNull();
  });

  it('say what they change and retire', () => {
    const rules = [rule(1), rule(2), rule(3)];
    const drafts = ruleDrafts(rules);
    expect(consequences(rules, drafts)).toEqual({ changed: [], retired: [] });
    expect(consequences(rules, drafts.filter(({ was }) => was !== 1))).toEqual({ changed: [1, 2], retired: [3] });
    expect(consequences(rules, [...drafts, { key: 'new', title: 'A', body: 'B', was: null }])).toEqual({ changed: [], retired: [] });
  });
});
