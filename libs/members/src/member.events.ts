import { declareEvent } from '@fanfare/events';
import type { IdentityLevel } from '@fanfare/kernel';

/** Subject: the member. `terms`: the version they accepted. */
export const MemberJoined = declareEvent<{ terms: number }>('member.joined');

/** Subject: the member, whose effective identity level in this community moved. */
export const MemberIdentityChanged = declareEvent<{ from: IdentityLevel; to: IdentityLevel }>('member.identityChanged');

export const MemberUpdated = declareEvent('member.updated');
