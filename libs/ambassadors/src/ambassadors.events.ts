import { declareEvent } from '@fanfare/events';
import type { ApplicationOutcome, TermState } from './ambassadors.enums.js';

// Of calls the subject is the call, of applications the application, of terms the term. None carries a text or a name.

export const CallDrafted = declareEvent('call.drafted', { staffAct: true });
/** `fields`: which changed. */
export const CallUpdated = declareEvent<{ fields: string[] }>('call.updated', { staffAct: true });
export const CallPublished = declareEvent('call.published', { staffAct: true });
export const CallExtended = declareEvent<{ closesAt: string }>('call.extended', { staffAct: true });
export const CallClosedEarly = declareEvent('call.closedEarly', { staffAct: true });
/** By the worker, when the window opens; once. */
export const CallOpened = declareEvent('call.opened');
/** By the worker, when the window is over, for whatever reason; once. */
export const CallClosed = declareEvent('call.closed');
export const CallReviewersNamed = declareEvent<{ memberIds: string[] }>('call.reviewersNamed', { staffAct: true });

export const ApplicationSubmitted = declareEvent<{ callId: string }>('application.submitted');
export const ApplicationWithdrawn = declareEvent<{ callId: string }>('application.withdrawn');
/** `reverses`: the decision that this one takes back. No actor where a free seat went to the next of the waiting list. */
export const ApplicationDecided = declareEvent<{ callId: string; decisionId: string; state: ApplicationOutcome; reverses: string | null }>('application.decided', { staffAct: true });
export const ApplicationReviewAsked = declareEvent<{ callId: string; decisionId: string }>('application.reviewAsked');
export const ApplicationReviewAnswered = declareEvent<{ callId: string; decisionId: string; outcome: 'KEPT' | 'CHANGED' }>('application.reviewAnswered', { staffAct: true });

export const AgreementWritten = declareEvent<{ version: number }>('agreement.written', { staffAct: true });

export const TermOffered = declareEvent<{ memberId: string }>('term.offered');
export const TermAccepted = declareEvent<{ memberId: string; endsAt: string }>('term.accepted');
/** One side wants to go on; `by`: which. */
export const TermRenewalProposed = declareEvent<{ memberId: string; by: 'BRAND' | 'MEMBER' }>('term.renewalProposed');
export const TermRenewed = declareEvent<{ memberId: string; endsAt: string }>('term.renewed');
/** However it ended: by date, by resignation, taken away, or an offer not accepted. */
export const TermEnded = declareEvent<{ memberId: string; how: Exclude<TermState, 'OFFERED' | 'ACTIVE'> }>('term.ended');
export const TermRevoked = declareEvent<{ memberId: string; revocationId: string }>('term.revoked', { staffAct: true });
/** A moderator took a revocation back. */
export const TermReinstated = declareEvent<{ memberId: string; revocationId: string }>('term.reinstated', { staffAct: true });
