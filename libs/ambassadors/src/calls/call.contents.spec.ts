import { describe, expect, it } from 'vitest';
import { type CallContents, cleanCall } from './call.contents.js';

const CALL: CallContents = {
  title: 'Two people for one lamp', story: 'A month in the dark.', perks: 'The lamp, yours to keep\n\n  Two hours with whoever designed it \n', seats: 2,
  opensAt: new Date('2026-03-01T00:00:00Z'), closesAt: new Date('2026-04-01T00:00:00Z'), selection: 'PANEL',
};

describe('what a call says an ambassador receives', () => {
  it('is its perks in one line, told apart, where it says nothing shorter', () => {
    expect(cleanCall(CALL).receives).toBe('The lamp, yours to keep · Two hours with whoever designed it');
    expect(cleanCall({ ...CALL, receives: 'A lamp' }).receives).toBe('A lamp');
  });
});
