import { type Actor, type StaffRole, VISITOR } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { canAttest, canManagePurchases, canRevokeEvidence } from './evidence.policy.js';
import type { EvidenceKind } from './evidence.kinds.js';

const HERE = 'here';
const person = (accountId: string, role?: StaffRole, communityId = HERE): Actor => ({ ...VISITOR, accountId, grants: role ? [{ communityId, role }] : [] });
const waiting = (accountId: string, role: StaffRole): Actor => ({ ...VISITOR, accountId, held: { isOperator: false, grants: [{ communityId: HERE, role }] } });
const answer = (decision: ReturnType<typeof canAttest>) => (decision.allowed ? 'yes' : decision.reason);
const evidence = (kind: EvidenceKind, communityId: string | null = null) => ({ accountId: 'ana', kind, communityId, attestedBy: communityId && 'max' });

describe('evidence', () => {
  it.each<[string, Actor, ReturnType<typeof evidence>, string]>([
    ['its person drops anything', person('ana'), evidence('EMAIL'), 'yes'],
    ['its person drops an attested name', person('ana'), evidence('REAL_NAME', HERE), 'yes'],
    ['a visitor signs in first', VISITOR, evidence('EMAIL'), 'SIGN_IN_REQUIRED'],
    ['others know nothing of it', person('bob'), evidence('EMAIL'), 'NOT_FOUND'],
    ['an owner has no say over what is not the brand’s', person('bob', 'OWNER'), evidence('WEBSITE'), 'NOT_FOUND'],
    ['a purchase is taken back with its batch only', person('bob', 'OWNER'), evidence('PURCHASE', HERE), 'NOT_FOUND'],
    ['an owner takes a name back', person('bob', 'OWNER'), evidence('REAL_NAME', HERE), 'yes'],
    ['an owner elsewhere does not', person('bob', 'OWNER', 'there'), evidence('REAL_NAME', HERE), 'NOT_FOUND'],
    ['who attested it does', person('max', 'MODERATOR'), evidence('REAL_NAME', HERE), 'yes'],
    ['who attested it and left the staff does not', person('max'), evidence('REAL_NAME', HERE), 'NOT_FOUND'],
    ['another moderator does not', person('bob', 'MODERATOR'), evidence('REAL_NAME', HERE), 'NOT_FOUND'],
    ['an owner without a second factor is told so', waiting('bob', 'OWNER'), evidence('REAL_NAME', HERE), 'SECOND_FACTOR_NEEDED'],
  ])('%s', (_what, actor, row, expected) => expect(answer(canRevokeEvidence(actor, row))).toBe(expected));
});

describe('attesting and codes', () => {
  it('are staff’s and the brand’s team’s, and never for oneself', () => {
    const ana = { accountId: 'ana', communityId: HERE };
    expect([person('max', 'MODERATOR'), person('ana', 'OWNER'), person('bob'), person('bob', 'OWNER', 'there'), waiting('max', 'OWNER')].map((actor) => answer(canAttest(actor, ana)))).toEqual([
      'yes', 'NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED', 'SECOND_FACTOR_NEEDED',
    ]);
    expect([person('mia', 'BRAND_MANAGER'), person('ada', 'OWNER'), person('max', 'MODERATOR')].map((actor) => answer(canManagePurchases(actor, HERE)))).toEqual(['yes', 'yes', 'NOT_ALLOWED']);
  });
});
