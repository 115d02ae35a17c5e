import { describe, expect, it } from 'vitest';
import type { StaffRole } from '~/graphql/generated/documents';
import { openParts, PARTS } from './settings-rights';

const someone = (isOperator: boolean, ...roles: StaffRole[]) => ({ roles, account: { id: 'x', isOperator } });

describe('the parts of settings one may open', () => {
  it('are all of them for owners', () => expect(openParts(someone(false, 'OWNER', 'BRAND_MANAGER'))).toEqual(PARTS));
  it('are the record for other staff, and the codes for who speaks for the brand', () =>
    expect([openParts(someone(false, 'MODERATOR')), openParts(someone(false, 'BRAND_MANAGER'))]).toEqual([['audit'], ['codes', 'audit']]));
  it('are the team for whoever runs the deployment', () => expect(openParts(someone(true))).toEqual(['team']));
  it('are none for others', () => expect([openParts(someone(false)), openParts(null)]).toEqual([[], []]));
});
