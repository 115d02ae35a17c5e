import { declareEvent } from '@fanfare/events';
import type { FollowKind } from './follow.row.js';

// The subject of each is what is followed.

/** `follower`: the member. */
export const FollowStarted = declareEvent<{ follower: string; kind: FollowKind }>('follow.started');
export const FollowEnded = declareEvent<{ follower: string; kind: FollowKind }>('follow.ended');
