import { ContestedMerges } from './contested-merges.js';
import { HeldTexts } from './held-texts.js';

/** What brings items before moderators beside reports. Rooms above bring their own. */
export const SOURCES = [HeldTexts, ContestedMerges];
