import { declareEvent } from '@fanfare/events';

/** Subject: the idea. `isLast`: it completed the ladder, and goes to review. Once for each idea and position. */
export const RungReached = declareEvent<{ position: number; support: number; isLast: boolean }>('rung.reached');
