import { spamOdds } from '../spam/classifier.js';
import { featuresOf } from '../spam/features.js';
import { unpacked } from '../spam/packed-model.js';
import { SPAM_MODEL } from '../spam/spam-model.data.js';
import { type IntakeText, type Phase, verdict } from '../verdict.js';

const model = unpacked(SPAM_MODEL);

/** How sure the shipped model is, as log-odds. */
export function shippedSpamOdds(text: string): number {
  return spamOdds(model, featuresOf(text));
}

/** Holds, never refuses: a classifier errs, and whoever it errs about is read by a person. */
export const spamPhase: Phase = {
  name: 'SPAM',
  judge({ kind, title, body, before }, { byStaff, ownSite }) {
    if (byStaff) return null;
    const odds = shippedSpamOdds(withoutLinksTo(ownSite, textOf({ kind, title, body })));
    if (odds < SPAM_MODEL.threshold) return null;
    if (before !== undefined && shippedSpamOdds(before) >= SPAM_MODEL.threshold) return null; // what stood there was let stand
    return verdict('SPAM', 'HOLD', 'LOOKS_LIKE_SPAM', { percent: Math.min(99, Math.round(100 / (1 + Math.exp(-odds)))) });
  },
};

/** Whoever points at another idea of this site advertises nothing. */
function withoutLinksTo(site: string, text: string): string {
  return text.split(/(\s+)/).filter((word) => !word.includes(`${site}/`)).join('');
}

/** A display name is no sentence: of a profile only the bio is looked at. */
function textOf({ kind, title, body }: Pick<IntakeText, 'kind' | 'title' | 'body'>): string {
  return title === undefined || kind === 'MEMBER' ? body : `${title}\n${body}`;
}
