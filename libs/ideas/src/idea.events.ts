import { declareEvent } from '@fanfare/events';
import type { Withholding } from '@fanfare/kernel';
import type { IdeaStatus } from './idea.status.js';

/** An idea was posted: it is open, or held for review. */
export const IdeaSubmitted = declareEvent<{ status: IdeaStatus }>('idea.submitted');

/** Its author changed it. `version` counts texts; it stays when only the category or the interest changed. */
export const IdeaEdited = declareEvent<{ version: number; changed: readonly string[] }>('idea.edited');

/** It moved to another status. */
export const IdeaMoved = declareEvent<{ from: IdeaStatus; to: IdeaStatus; moveId: string }>('idea.moved');

/** It is no longer shown, and why: see `Withholding`. */
export const IdeaWithheld = declareEvent<{ kind: Withholding }>('idea.withheld');

/** It is shown again; `kind`: what had kept it from being shown. */
export const IdeaReleased = declareEvent<{ kind: Withholding }>('idea.released');
