import { declareEvent } from '@fanfare/events';
import type { Withholding } from '@fanfare/kernel';

// The subject of each is the comment. None carries its text.

/** `parent`: the comment of level one above it; `replyTo`: whom it answers. */
export const CommentAdded = declareEvent<{ idea: string; parent: string | null; replyTo: string | null }>('comment.added');
/** `version`: the number of the new wording. */
export const CommentEdited = declareEvent<{ idea: string; version: number }>('comment.edited');
/** By its author: the text is erased. */
export const CommentDeleted = declareEvent<{ idea: string }>('comment.deleted');
/** `by`: the member who finds it helpful, as staff or not; `author`: whose comment it is. */
export const CommentMarkedHelpful = declareEvent<{ idea: string; by: string; author: string | null; byStaff: boolean }>('comment.markedHelpful');
export const CommentUnmarkedHelpful = declareEvent<{ idea: string; by: string; author: string | null; byStaff: boolean }>('comment.unmarkedHelpful');

/** It is no longer shown, and why: see `Withholding`. */
export const CommentWithheld = declareEvent<{ idea: string; kind: Withholding }>('comment.withheld');
/** It is shown again; `kind`: what had kept it from being shown. */
export const CommentReleased = declareEvent<{ idea: string; kind: Withholding }>('comment.released');
