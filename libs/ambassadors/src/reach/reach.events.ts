import { declareEvent } from '@fanfare/events';

/** Subject: the mission. */
export const TrackingTargetSet = declareEvent('tracking.targetSet', { staffAct: true });
/** Subject: the link. */
export const TrackingLinkCreated = declareEvent<{ missionId: string; memberId: string }>('tracking.linkCreated');
/** It is time to read a feed. Subject: the feed. */
export const FeedReadDue = declareEvent('feed.readDue', { passing: true });
