import { Problem } from '@fanfare/kernel';
import type { VerdictRow } from './verdict.row.js';

/** A text that is not kept, with the verdict that outlives the roll-back. */
export class TextStopped extends Problem {
  constructor(readonly verdict: VerdictRow) {
    const { outcome, phase, reason, params, id } = verdict;
    const said = { ...params, phase, reason };
    super(outcome === 'NUDGE' ? 'REPHRASE' : 'TEXT_REFUSED', outcome === 'NUDGE' ? { ...said, nudge: id } : said);
  }
}
