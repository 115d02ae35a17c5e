import { declareEvent } from '@fanfare/events';
import type { IdeaStatus } from './idea.status.js';

/** An idea was posted: it is open, or held for review. */
export const IdeaSubmitted = declareEvent<{ status: IdeaStatus }>('idea.submitted');

/** Its author changed it. `version` counts texts; it stays when only the category or the interest changed. */
export const IdeaEdited = declareEvent<{ version: number; changed: readonly string[] }>('idea.edited');

/** It moved to another status. */
export const IdeaMoved = declareEvent<{ from: IdeaStatus; to: IdeaStatus; moveId: string }>('idea.moved');
