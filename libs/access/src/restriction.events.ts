import { declareEvent } from '@fanfare/events';
import type { MemberRight, RestrictionKind } from '@fanfare/kernel';

// The subject of each is the member. Why, and by whom, is told by the decision.

export const RestrictionImposed = declareEvent<{ kind: RestrictionKind; right: MemberRight | null; decision: string }>('restriction.imposed');
/** Taken away before its time, by an appeal say, or a warning that was acknowledged. What runs out is told by nothing. */
export const RestrictionLifted = declareEvent<{ kind: RestrictionKind; right: MemberRight | null; decision: string }>('restriction.lifted');
