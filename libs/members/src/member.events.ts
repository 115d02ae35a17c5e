import { declareEvent } from '@fanfare/events';
import type { IdentityLevel, Level } from '@fanfare/kernel';

/** Subject: the member. `terms`: the version they accepted; `identity`: the level they joined with. */
export const MemberJoined = declareEvent<{ terms: number; identity: IdentityLevel }>('member.joined');

/** Subject: the member, whose effective identity level in this community moved. */
export const MemberIdentityChanged = declareEvent<{ from: IdentityLevel; to: IdentityLevel }>('member.identityChanged');

/** Subject: the member, whose level moved with their reputation. */
export const MemberLevelChanged = declareEvent<{ from: Level; to: Level }>('member.levelChanged');

export const MemberUpdated = declareEvent('member.updated');
