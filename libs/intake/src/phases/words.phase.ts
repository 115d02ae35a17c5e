import { type IntakeText, type Phase, verdict } from '../verdict.js';
import { type FoundWord, wordFoundIn } from '../words/word-lists.js';

const SAID = {
  COARSE: { outcome: 'NUDGE', reason: 'COARSE_WORD' },
  SLUR: { outcome: 'HOLD', reason: 'SLUR' },
  THREAT: { outcome: 'HOLD', reason: 'THREAT' },
  COMMUNITY: { outcome: 'HOLD', reason: 'COMMUNITY_WORD' },
} as const;

/**
 * Words, never opinions: a coarse one is worth a second thought, one that degrades people or threatens them a second pair of
 * eyes, and so are those that the community has listed.
 */
export const wordsPhase: Phase = {
  name: 'WORDS',
  judge(text, { communityWords }) {
    const found = freshWordIn(text, communityWords);
    if (!found) return null;
    const { outcome, reason } = SAID[found.list];
    return verdict('WORDS', outcome, reason, { word: found.word });
  },
};

/** What stood there before stays without a word. */
function freshWordIn({ title, body, before }: IntakeText, communityWords: readonly string[]): FoundWord | null {
  const found = wordFoundIn(`${title ?? ''}\n\n${body}`, communityWords);
  if (!found || before === undefined) return found;
  const known = wordFoundIn(before, communityWords);
  return known?.word === found.word ? null : found;
}
