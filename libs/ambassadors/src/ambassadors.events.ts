import { declareEvent } from '@fanfare/events';
import type { Withholding } from '@fanfare/kernel';
import type { AmbassadorAppealOutcome, AmbassadorAppealSubject, ApplicationOutcome, EntryOutcome, TermState } from './ambassadors.enums.js';

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

/** What intake held, and what a moderator let go on. */
export const ApplicationWithheld = declareEvent<{ kind: Withholding }>('application.withheld');
export const ApplicationReleased = declareEvent<{ kind: Withholding }>('application.released');

export const AgreementWritten = declareEvent<{ version: number }>('agreement.written', { staffAct: true });

export const TermOffered = declareEvent<{ memberId: string }>('term.offered');
export const TermAccepted = declareEvent<{ memberId: string; endsAt: string }>('term.accepted');
/** One side wants to go on; `by`: which. */
export const TermRenewalProposed = declareEvent<{ memberId: string; by: 'BRAND' | 'MEMBER' }>('term.renewalProposed');
export const TermRenewed = declareEvent<{ memberId: string; endsAt: string }>('term.renewed');
/** However it ended: by date, by resignation, taken away, or an offer not accepted. */
export const TermEnded = declareEvent<{ memberId: string; how: Exclude<TermState, 'OFFERED' | 'ACTIVE'> }>('term.ended');
export const TermRevoked = declareEvent<{ memberId: string; revocationId: string }>('term.revoked', { staffAct: true });
/** A revocation was taken back: the decision about its appeal is the act. */
export const TermReinstated = declareEvent<{ memberId: string; revocationId: string }>('term.reinstated');

// Of missions the subject is the mission, of entries the entry, of appeals the appeal.

export const MissionPeriodSaved = declareEvent('mission.periodSaved', { staffAct: true });
export const MissionDrafted = declareEvent('mission.drafted', { staffAct: true });
export const MissionUpdated = declareEvent('mission.updated', { staffAct: true });
export const MissionDiscarded = declareEvent('mission.discarded', { staffAct: true });
export const MissionPublished = declareEvent('mission.published', { staffAct: true });
export const MissionClosed = declareEvent('mission.closed', { staffAct: true });
export const MissionJoined = declareEvent<{ memberId: string }>('mission.joined');
export const MissionLeft = declareEvent<{ memberId: string }>('mission.left');

/** What is told of every entry. */
export interface EntryTold {
  readonly missionId: string;
  readonly memberId: string;
}

export const EntrySubmitted = declareEvent<EntryTold & { revision: number }>('entry.submitted');
export const EntryWithdrawn = declareEvent<EntryTold>('entry.withdrawn');
/** It is time to read a page. */
export const EntryCheckDue = declareEvent<{ evidenceId: string }>('entry.checkDue', { passing: true });
/** A page does not say what it should: the entry is with its author again. */
export const EntryReturned = declareEvent<EntryTold & { evidenceId: string }>('entry.returned');
/** Of an accepted entry: a page that was read again does not say it any more. */
export const EntryDisclosureLost = declareEvent<EntryTold & { evidenceId: string }>('entry.disclosureLost');
export const EntryReviewed = declareEvent<EntryTold & { reviewId: string; outcome: EntryOutcome }>('entry.reviewed', { staffAct: true });
/** And it is paid, in the same transaction. */
export const EntryAccepted = declareEvent<EntryTold & { termId: string; points: number; perkId: string | null; budgetId: string | null }>('entry.accepted');
/** What was accepted is not any more, and what it brought is taken back. */
export const EntryUnaccepted = declareEvent<EntryTold & { termId: string }>('entry.unaccepted');
export const EntryWithheld = declareEvent<{ kind: Withholding }>('entry.withheld');
export const EntryReleased = declareEvent<{ kind: Withholding }>('entry.released');

export const AmbassadorAppealOpened = declareEvent<{ subject: AmbassadorAppealSubject; about: string; memberId: string }>('ambassador.appealed');
export const AmbassadorAppealDecided = declareEvent<{ subject: AmbassadorAppealSubject; about: string; memberId: string; outcome: AmbassadorAppealOutcome }>(
  'ambassador.appealDecided',
  { staffAct: true },
);
