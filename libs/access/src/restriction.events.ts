import { declareEvent } from '@fanfare/events';
import type { MemberRight, RestrictionKind } from '@fanfare/kernel';

// The subject of each is the member, whose account is told beside it. Why, and by whom, is told by the decision.

export const RestrictionImposed = declareEvent<{ kind: RestrictionKind; right: MemberRight | null; decision: string; account: string | null }>('restriction.imposed');
/** Taken away before its time, by an appeal say, or a warning that was acknowledged. What runs out is told by nothing. */
export const RestrictionLifted = declareEvent<{ kind: RestrictionKind; right: MemberRight | null; decision: string; account: string | null }>('restriction.lifted');
