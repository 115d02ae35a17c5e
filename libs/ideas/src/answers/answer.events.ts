import { declareEvent } from '@fanfare/events';

/** The brand answered; `moveId` is null where the idea stayed where it was. Subject: the idea. */
export const IdeaAnswered = declareEvent<{ responseId: string; moveId: string | null }>('idea.answered', { staffAct: true });

/** Another estimate, or none: `from` is the first day of the period. Subject: the idea. */
export const IdeaEstimated = declareEvent<{ from: string | null; precision: string | null }>('idea.estimated', { staffAct: true });

/** An internal note was written, reworded or removed. What it says stays internal. Subject: the idea. */
export const IdeaNoted = declareEvent<{ noteId: string; change: 'ADDED' | 'EDITED' | 'REMOVED' }>('idea.noted', { staffAct: true });

interface CreditFacts {
  readonly creditId: string;
  /** Who is credited, if a person is. */
  readonly memberId: string | null;
  /** The delivered idea, which is the subject too. */
  readonly ideaId: string;
  /** The idea it came from, if one is named. */
  readonly sourceId: string | null;
}

/** A delivered idea names what it came from. */
export const CreditGiven = declareEvent<CreditFacts>('credit.given', { staffAct: true });

/** A credit was withdrawn, with a reason that stays to be read. */
export const CreditWithdrawn = declareEvent<CreditFacts>('credit.withdrawn', { staffAct: true });
