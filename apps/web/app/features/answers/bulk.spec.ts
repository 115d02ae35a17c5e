import { describe, expect, it } from 'vitest';
import { commonStatuses, howMany } from './bulk';

const open = { status: 'OPEN', answerStatuses: ['OPEN', 'UNDER_REVIEW', 'PLANNED', 'DECLINED'] } as const;
const planned = { status: 'PLANNED', answerStatuses: ['PLANNED', 'IN_PROGRESS', 'DELIVERED', 'UNDER_REVIEW', 'DECLINED'] } as const;
const expired = { status: 'EXPIRED', answerStatuses: ['UNDER_REVIEW'] } as const;

describe('one answer for several ideas', () => {
  it('offers first what takes all of them, and nothing that takes none', () => {
    expect(commonStatuses([open, planned, expired])).toEqual(['UNDER_REVIEW', 'PLANNED', 'DECLINED', 'OPEN', 'IN_PROGRESS', 'DELIVERED']);
    expect(commonStatuses([expired])).toEqual(['UNDER_REVIEW']);
    expect(howMany([open, planned, expired], 'PLANNED')).toBe(2);
  });
});
