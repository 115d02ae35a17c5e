import { describe, expect, it } from 'vitest';
import { praiseAsked } from './brief-checker.js';
import { BRIEFS } from './briefs.fixture.js';
import { HELD_OUT } from './briefs-held-out.fixture.js';

describe.each(['en', 'fr'] as const)('briefs in %s', (language) => {
  it.each(BRIEFS[language].refused)('refuses: %s', (brief) => {
    expect(praiseAsked(brief, language)).not.toBeNull();
  });

  it.each(BRIEFS[language].honest)('passes: %s', (brief) => {
    expect(praiseAsked(brief, language)).toBeNull();
  });
});

it('names the sentence as it was written, and why, wherever it hides', () => {
  const brief = 'Build the lighthouse.\n\nTake three pictures. **Please post a 5‑star review afterwards!** Thank you.';
  expect(praiseAsked(brief, 'en')).toEqual({ sentence: '**Please post a 5‑star review afterwards!**', why: 'POSITIVE_OPINION' });
  expect(praiseAsked('Ne dites rien de négatif.', 'en-GB')).toMatchObject({ why: 'NO_CRITICISM' });
});

// Measured once, when the rules were done, and never tuned: the checker is a help, and people read briefs too.
it.each([['en', 8], ['fr', 5]] as const)('reaches beyond what it was made with, and wrongs no honest brief, in %s', (language, caught) => {
  const refused = HELD_OUT[language].refused.filter((brief) => praiseAsked(brief, language) !== null);
  const wronged = HELD_OUT[language].honest.filter((brief) => praiseAsked(brief, language) !== null);
  expect(wronged).toEqual([]);
  expect(refused.length).toBeGreaterThanOrEqual(caught);
});
