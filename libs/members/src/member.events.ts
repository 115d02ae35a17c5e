import { declareEvent } from '@fanfare/events';
import type { IdentityLevel, Level, Withholding } from '@fanfare/kernel';

/** Subject: the member. `terms`: the version they accepted; `identity`: the level they joined with. */
export const MemberJoined = declareEvent<{ terms: number; identity: IdentityLevel }>('member.joined');

/** Subject: the member, whose effective identity level in this community moved. */
export const MemberIdentityChanged = declareEvent<{ from: IdentityLevel; to: IdentityLevel }>('member.identityChanged');

/** Subject: the member, whose level moved with their reputation. */
export const MemberLevelChanged = declareEvent<{ from: Level; to: Level }>('member.levelChanged');

/** Whoever runs the deployment made so many members to try things out with, until that time; or ended them. Subject: the community. */
export const TestMembersMade = declareEvent<{ count: number; until: string }>('staff.testMembersMade', { staffAct: true });
export const TestMembersEnded = declareEvent<{ count: number }>('staff.testMembersEnded', { staffAct: true });

export const MemberUpdated = declareEvent('member.updated');

/** What their profile says about them is no longer shown, and why: see `Withholding`. */
export const MemberWithheld = declareEvent<{ kind: Withholding }>('member.withheld');
/** It is shown again; `kind`: what had kept it from being shown. */
export const MemberReleased = declareEvent<{ kind: Withholding }>('member.released');
