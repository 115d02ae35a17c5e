import { describe, expect, it } from 'vitest';
import { hasRole, needsRole, VISITOR } from './actor.js';
import { isHeldForReview, isShutOut, mayUse, MEMBER_RIGHTS, type MemberUse, type Restriction } from './restriction.js';

const here = 'community-here';
const one = (more: Partial<Restriction>): Restriction => ({ communityId: here, kind: 'BAN', right: null, endsAt: null, decisionId: 'd1', ...more });
const withThem = (...restrictions: Restriction[]) => ({ ...VISITOR, accountId: 'a1', restrictions });
const USES: readonly MemberUse[] = [...MEMBER_RIGHTS, 'TAKING_PART'];
const refusedUses = (...restrictions: Restriction[]) => USES.filter((use) => !mayUse(withThem(...restrictions), here, use).allowed);

describe('what a restriction keeps somebody from', () => {
  it('nothing without one', () => {
    expect(USES.every((use) => mayUse(VISITOR, here, use).allowed)).toBe(true);
    expect(refusedUses()).toEqual([]);
  });

  it('a mute takes its right and no other', () => {
    for (const right of MEMBER_RIGHTS) expect(refusedUses(one({ kind: 'MUTE', right }))).toEqual([right]);
  });

  it('a suspension and a ban take everything, a hold nothing, a warning what is written', () => {
    expect(refusedUses(one({ kind: 'BAN' }))).toEqual(USES);
    expect(refusedUses(one({ kind: 'SUSPENSION' }))).toEqual(USES);
    expect(refusedUses(one({ kind: 'HOLD' }))).toEqual([]);
    expect(refusedUses(one({ kind: 'WARNING' }))).toEqual(['POSTING', 'COMMENTING']);
  });

  it('binds in its community only', () => {
    expect(mayUse(withThem(one({ communityId: 'elsewhere' })), here, 'POSTING')).toEqual({ allowed: true });
    expect(isShutOut(withThem(one({ communityId: 'elsewhere' })), here)).toBe(false);
  });

  it('tells right, end and decision of the heaviest, and of two alike the one that lasts longer', () => {
    const [soon, late] = [new Date('2030-01-01T00:00:00Z'), new Date('2031-01-01T00:00:00Z')];
    const mute = one({ kind: 'MUTE', right: 'VOTING', endsAt: soon, decisionId: 'd2' });
    expect(mayUse(withThem(mute), here, 'VOTING')).toMatchObject({ reason: 'RESTRICTED', params: { right: 'VOTING', until: soon.toISOString(), decision: 'd2' } });
    const longer = { ...mute, endsAt: late, decisionId: 'd3' };
    expect(mayUse(withThem(mute, longer), here, 'VOTING')).toMatchObject({ params: { decision: 'd3' } });
    expect(mayUse(withThem(longer, { ...mute, endsAt: null, decisionId: 'd4' }), here, 'VOTING')).toMatchObject({ params: { decision: 'd4', until: null } });
    expect(mayUse(withThem(longer, one({ kind: 'SUSPENSION', endsAt: soon, decisionId: 'd5' })), here, 'VOTING')).toMatchObject({ params: { decision: 'd5', right: null } });
    expect(mayUse(withThem(one({ kind: 'WARNING', decisionId: 'd6' })), here, 'POSTING')).toEqual({ allowed: false, reason: 'ACKNOWLEDGE_WARNING', params: { decision: 'd6' } });
  });

  it('tells intake whose words wait', () => {
    expect(isHeldForReview(withThem(one({ kind: 'HOLD' })), here)).toBe(true);
    expect(isHeldForReview(withThem(one({ kind: 'HOLD', communityId: 'elsewhere' })), here)).toBe(false);
    expect(isHeldForReview(VISITOR, here)).toBe(false);
  });

  it('is why an office does not count', () => {
    const banned = withThem(one({ kind: 'BAN' }));
    expect(hasRole(banned, here, 'MODERATOR')).toBe(false);
    expect(needsRole(banned, here, 'MODERATOR')).toMatchObject({ reason: 'RESTRICTED' });
    expect(needsRole(withThem(), here, 'MODERATOR')).toMatchObject({ reason: 'NOT_ALLOWED' });
  });
});
