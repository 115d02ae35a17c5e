import { type Phase, verdict } from '../verdict.js';

/**
 * Twice happens to honest people: a reply that fits two ideas, a button pressed again. Under a third subject the same text is a
 * campaign. A text that was only much alike may be a form that people fill in, so it takes twice as many.
 */
const HELD_FROM = { places: 3, texts: 6, similarPlaces: 6 } as const;
const NUDGED_FROM = { texts: 2, similarPlaces: 3 } as const;

/** Counts include the text at hand: the third place is where it would be posted a third time. */
export const repeatPhase: Phase = {
  name: 'REPEAT',
  judge(_text, { copies, byStaff }) {
    if (byStaff) return null;
    const [places, texts, similarPlaces] = [copies.places + 1, copies.texts + 1, copies.similarPlaces + 1];
    if (places >= HELD_FROM.places || texts >= HELD_FROM.texts) return verdict('REPEAT', 'HOLD', 'SAME_TEXT', { times: texts });
    if (similarPlaces >= HELD_FROM.similarPlaces) return verdict('REPEAT', 'HOLD', 'SIMILAR_TEXT', { times: similarPlaces });
    if (texts >= NUDGED_FROM.texts) return verdict('REPEAT', 'NUDGE', 'SAME_TEXT', { times: texts });
    return similarPlaces >= NUDGED_FROM.similarPlaces ? verdict('REPEAT', 'NUDGE', 'SIMILAR_TEXT', { times: similarPlaces }) : null;
  },
};
