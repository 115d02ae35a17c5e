import { type Actor, type Decision, VISITOR } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { canEditProfile, canJoin, canManageRoles } from './member.policy.js';

const reason = (decision: Decision) => (decision.allowed ? 'yes' : decision.reason);
const fan: Actor = { ...VISITOR, accountId: 'fan' };

describe('joining', () => {
  const community = { termsVersion: 3, minAge: 16 };

  it.each([
    [{ acceptedTerms: 3, ofAge: true }, 'yes'],
    [{}, 'yes'],
    [{ acceptedTerms: null, ofAge: null }, 'yes'],
    [{ acceptedTerms: 2, ofAge: true }, 'TERMS_NOT_ACCEPTED'],
    [{ acceptedTerms: 4, ofAge: true }, 'TERMS_NOT_ACCEPTED'],
    [{ acceptedTerms: 0, ofAge: true }, 'TERMS_NOT_ACCEPTED'],
    [{ acceptedTerms: 3, ofAge: false }, 'UNDER_AGE'],
  ])('with %j: %s', (joining, expected) => expect(reason(canJoin(joining, community))).toBe(expected));

  it('asks no age where anybody may', () => expect(reason(canJoin({ ofAge: false }, { termsVersion: 1, minAge: 0 }))).toBe('yes'));
});

describe('a profile', () => {
  it('is its person’s', () => {
    expect(reason(canEditProfile(fan, { accountId: 'fan' }))).toBe('yes');
    expect(reason(canEditProfile(fan, { accountId: 'other' }))).toBe('NOT_ALLOWED');
    expect(reason(canEditProfile(VISITOR, { accountId: null }))).toBe('SIGN_IN_REQUIRED');
    expect(reason(canEditProfile(fan, { accountId: null }))).toBe('NOT_ALLOWED');
  });
});

describe('roles', () => {
  it('are an owner’s or the operator’s to give', () => {
    const holding = (role: 'OWNER' | 'BRAND_MANAGER' | 'MODERATOR'): Actor => ({ ...fan, grants: [{ communityId: 'c', role }] });
    expect(reason(canManageRoles(holding('OWNER'), 'c'))).toBe('yes');
    expect(reason(canManageRoles({ ...fan, isOperator: true }, 'c'))).toBe('yes');
    expect(reason(canManageRoles(holding('OWNER'), 'd'))).toBe('NOT_ALLOWED');
    expect(reason(canManageRoles(holding('MODERATOR'), 'c'))).toBe('NOT_ALLOWED');
    expect(reason(canManageRoles(holding('BRAND_MANAGER'), 'c'))).toBe('NOT_ALLOWED');
    expect(reason(canManageRoles(VISITOR, 'c'))).toBe('SIGN_IN_REQUIRED');
  });
});
