import { declareEvent } from '@fanfare/events';

/** Subject: the duplicate. `targetId`: what it points at from now on. `idea.moved` tells of the same move. */
export const IdeaMerged = declareEvent<{ targetId: string; mergeId: string; moveId: string }>('idea.merged', { staffAct: true });

/** Subject: the idea that is no duplicate any more. `targetId`: what it pointed at. */
export const IdeaUnmerged = declareEvent<{ targetId: string; mergeId: string; moveId: string }>('idea.unmerged', { staffAct: true });

/** Subject: the duplicate, whose author does not agree. */
export const MergeContested = declareEvent<{ targetId: string; mergeId: string }>('merge.contested');

/** Subject: the duplicate. Upheld: the merge is undone. */
export const MergeContestDecided = declareEvent<{ targetId: string; mergeId: string; upheld: boolean }>('merge.contestDecided', { staffAct: true });
