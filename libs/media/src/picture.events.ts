import { declareEvent } from '@fanfare/events';

/** Pictures that nothing used any more are gone; `files` are their names in the store. */
export const PicturesCollected = declareEvent<{ files: string[] }>('pictures.collected');
