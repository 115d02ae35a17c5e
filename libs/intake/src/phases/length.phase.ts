import { type Phase, verdict } from '../verdict.js';

/** No text of any kind is longer, in characters; each kind's own limit is kept by its room. */
export const LONGEST_TEXT = 20_000;

const LETTER = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** An idea or creation needs something to read; a comment may be a thumb. */
export const lengthPhase: Phase = {
  name: 'LENGTH',
  judge({ kind, title, body }) {
    const length = [...body].length;
    if (length > LONGEST_TEXT) return verdict('LENGTH', 'REFUSE', 'TOO_LONG', { length, most: LONGEST_TEXT });
    const isSilent = kind !== 'MEMBER' && !LETTER.test(`${title ?? ''}${body}`);
    return isSilent ? verdict('LENGTH', 'NUDGE', 'NO_WORDS') : null;
  },
};
