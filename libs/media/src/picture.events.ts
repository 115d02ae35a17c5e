import { declareEvent } from '@fanfare/events';

/** A moderator took a member's picture down. Subject: the member. */
export const AvatarRemoved = declareEvent<{ removalId: string }>('avatar.removed', { staffAct: true });

/** Pictures that nothing used any more are gone; `files` are their names in the store. */
export const PicturesCollected = declareEvent<{ files: string[] }>('pictures.collected', { passing: true });
