import { type Phase, verdict } from '../verdict.js';

/** Who is read first: whom a decision says so of, and anonymous members where the community wishes it. */
export const holdForReviewPhase: Phase = {
  name: 'HOLD_FOR_REVIEW',
  judge(_text, { isHeld, holdAnonymous, identityLevel, byStaff }) {
    if (isHeld) return verdict('HOLD_FOR_REVIEW', 'HOLD', 'MEMBER_HELD');
    if (byStaff || !holdAnonymous || identityLevel !== 'ANONYMOUS') return null;
    return verdict('HOLD_FOR_REVIEW', 'HOLD', 'ANONYMOUS_MEMBER');
  },
};
