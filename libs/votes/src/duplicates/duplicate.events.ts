import { declareEvent } from '@fanfare/events';

/** Subject: the idea. The brand found that it does not ask for the same as the other one. */
export const DuplicateDismissed = declareEvent<{ otherId: string }>('duplicate.dismissed', { staffAct: true });
