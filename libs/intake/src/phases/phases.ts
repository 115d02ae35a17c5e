import { type IntakeContext, type IntakeText, PASSED, type Phase, type Verdict } from '../verdict.js';
import { holdForReviewPhase } from './hold-for-review.phase.js';
import { impersonationPhase } from './impersonation.phase.js';
import { lengthPhase } from './length.phase.js';
import { linksPhase } from './links.phase.js';
import { ratePhase } from './rate.phase.js';
import { repeatPhase } from './repeat.phase.js';
import { spamPhase } from './spam.phase.js';
import { wordsPhase } from './words.phase.js';

/** Every text passes all of them in this order, until one speaks. */
export const ALL_PHASES: readonly Phase[] = [
  lengthPhase,
  repeatPhase,
  ratePhase,
  linksPhase,
  wordsPhase,
  impersonationPhase,
  spamPhase,
  holdForReviewPhase,
];

/**
 * What becomes of a text: the first verdict wins. Whoever was nudged over it already is nudged no more; what holds or refuses
 * still does.
 */
export function judge(text: IntakeText, context: IntakeContext, wasNudged = false): Verdict {
  for (const phase of ALL_PHASES) {
    const said = phase.judge(text, context);
    if (said && !(wasNudged && said.outcome === 'NUDGE')) return said;
  }
  return PASSED;
}
