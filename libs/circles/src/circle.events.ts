import { declareEvent } from '@fanfare/events';
import type { Withholding } from '@fanfare/kernel';

// The subject is the circle where nothing else is said. None carries a text, and none says how anybody voted.

export const CircleCreated = declareEvent('circle.created');
/** `fields`: which settings changed. */
export const CircleUpdated = declareEvent<{ fields: string[] }>('circle.updated');
export const CircleJoined = declareEvent<{ memberId: string }>('circle.joined');
export const CircleLeft = declareEvent<{ memberId: string }>('circle.left');
/** Sent away by who looks after it. */
export const CircleMemberRemoved = declareEvent<{ memberId: string }>('circle.memberRemoved');
export const CircleRequested = declareEvent<{ requestId: string; memberId: string }>('circle.requested');
export const CircleRequestDecided = declareEvent<{ requestId: string; memberId: string; accepted: boolean }>('circle.requestDecided');

/** By the brand. */
export const CircleRecognised = declareEvent('circle.recognised', { staffAct: true });
/** The brand took it back. */
export const CircleUnrecognised = declareEvent('circle.unrecognised', { staffAct: true });

/** Subject: the post. `parent`: what it answers; `idea`: what it shares. */
export const CirclePosted = declareEvent<{ circle: string; parent: string | null; idea: string | null }>('circle.posted');
/** Subject: the post. */
export const CirclePostEdited = declareEvent<{ circle: string }>('circle.postEdited');
/** By its author: the text is erased. Subject: the post. */
export const CirclePostRemoved = declareEvent<{ circle: string }>('circle.postRemoved');

export const ElectionCalled = declareEvent<{ memberId: string }>('circle.electionCalled');
export const ElectionStarted = declareEvent<{ electionId: string }>('circle.electionStarted');
export const CandidateStood = declareEvent<{ electionId: string; memberId: string }>('circle.candidateStood');
export const CandidateWithdrew = declareEvent<{ electionId: string; memberId: string }>('circle.candidateWithdrew');
/** Once for each election. `winner`: the member who speaks for the circle from now on. */
export const ElectionClosed = declareEvent<{ electionId: string; outcome: string; winner: string | null; turnout: number }>('circle.electionClosed');

/** Subject: the post, which is no longer shown; why: see `Withholding`. */
export const CirclePostWithheld = declareEvent<{ kind: Withholding }>('circle.postWithheld');
/** Subject: the post, which is shown again; `kind`: what had kept it from being shown. */
export const CirclePostReleased = declareEvent<{ kind: Withholding }>('circle.postReleased');
