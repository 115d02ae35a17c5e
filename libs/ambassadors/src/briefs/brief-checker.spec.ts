import { describe, expect, it } from 'vitest';
import { DEFAULT_AGREEMENT } from '../terms/agreement.words.js';
import { praiseAsked } from './brief-checker.js';
import { MUZZLES } from './brief-rules.js';
import { BRIEFS } from './briefs.fixture.js';
import { HELD_OUT } from './briefs-held-out.fixture.js';
import { FOURTH_HELD_OUT, FOURTH_INDIRECT } from './briefs-fourth-held-out.fixture.js';
import { NEAR } from './briefs-near.fixture.js';
import { SECOND_HELD_OUT } from './briefs-second-held-out.fixture.js';
import { THIRD_HELD_OUT } from './briefs-third-held-out.fixture.js';

describe.each(['en', 'fr'] as const)('briefs in %s', (language) => {
  it.each([...BRIEFS[language].refused, ...NEAR[language].refused])('refuses: %s', (brief) => {
    expect(praiseAsked(brief, language)).not.toBeNull();
  });

  it.each([...BRIEFS[language].honest, ...NEAR[language].honest])('passes: %s', (brief) => {
    expect(praiseAsked(brief, language)).toBeNull();
  });
});

it('names the sentence as it was written, and why, wherever it hides', () => {
  const brief = 'Build the lighthouse.\n\nTake three pictures. **Please post a 5‑star review afterwards!** Thank you.';
  expect(praiseAsked(brief, 'en')).toEqual({ sentence: '**Please post a 5‑star review afterwards!**', why: 'POSITIVE_OPINION' });
  expect(praiseAsked('Ne dites rien de négatif.', 'en-GB')).toMatchObject({ why: 'NO_CRITICISM' });
});

/**
 * What was caught when each set was counted for the first time, of those that ask for praise and of those that do not: the first ten 8 and 5
 * (en, fr), no honest one wronged; the second twenty 19 and 19, four and two wronged; the third ten, indirect on purpose, 1 and 0, none
 * wronged; the fourth twenty-five 20 and 19, three and two of forty wronged, and of its fifteen indirect ones 2 and 3. Each was learnt from afterwards and is kept so that nothing is unlearnt: who writes around these words passes, and people
 * read briefs too.
 */
const KEPT = {
  first: { set: HELD_OUT, caught: [10, 10] },
  second: { set: SECOND_HELD_OUT, caught: [20, 20] },
  third: { set: THIRD_HELD_OUT, caught: [7, 9] },
  fourth: { set: FOURTH_HELD_OUT, caught: [25, 25] },
  'fourth, indirect': { set: FOURTH_INDIRECT, caught: [4, 6] },
} as const;

it.each(Object.entries(KEPT))('what was held out, the %s time, is not unlearnt', (_, { set, caught }) => {
  for (const [at, language] of (['en', 'fr'] as const).entries()) {
    expect(set[language].honest.filter((brief) => praiseAsked(brief, language) !== null)).toEqual([]);
    expect(set[language].refused.filter((brief) => praiseAsked(brief, language) !== null).length).toBeGreaterThanOrEqual(caught[at]!);
  }
});

it.each([
  ['letters drawn as nothing', 'Write a po\u200bsi\u00adti\u2060ve review.'],
  ['letters of another alphabet', 'Write a p\u043esit\u0456ve r\u0435vi\u0435w.'],
  ['letters full of width', 'Write a \uff50\uff4f\uff53\uff49\uff54\uff49\uff56\uff45 review.'],
  ['spaced letters', 'Write a p o s i t i v e review.'],
  ['dotted letters', 'Write a p.o.s.i.t.i.v.e review.'],
  ['figures for letters', 'Write a p0sit1ve review.'],
  ['entities', 'Write a &#112;&#x6f;sitive review.'],
  ['marks of Markdown', 'Write a **posi**tive _review_.'],
  ['odd spaces', 'Write a\u00a0positive\u2003review.'],
  ['curly quotes', 'Don\u2019t say anything negative.'],
  ['drawn stars', 'Head to the shop: \u2b50\ufe0f\u2b50\ufe0f\u2b50\ufe0f\u2b50\ufe0f\u2b50\ufe0f'],
  ['a hashtag', 'Post it with #ILoveBrindlebrick.'],
  ['another language', 'Film the van. \u00c9crivez un avis positif.'],
  ['the inclusive form', 'Montrez combien vous \u00eates ravi\u00b7e\u00b7s.'],
])('sees through %s', (_, brief) => {
  expect(praiseAsked(brief, 'en')).not.toBeNull();
});

it('knows an honest brief in the same clothes', () => {
  for (const brief of ['Say what you think: \u2b50 to \u2b50\u2b50\u2b50\u2b50\u2b50, as you see fit. #ad', 'Don\u2019t hide the flaws.', 'Que vous soyez convaincu\u00b7e ou pas, racontez. #publicit\u00e9']) {
    expect(praiseAsked(brief, 'en')).toBeNull();
  }
});

it('passes the house’s own agreement, and refuses one that forbids criticism', () => {
  for (const [language, text] of Object.entries(DEFAULT_AGREEMENT)) expect(praiseAsked(text, language, MUZZLES)).toBeNull();
  expect(praiseAsked(`${DEFAULT_AGREEMENT.en}\n\nThe ambassador shall not say anything negative about the company.`, 'en', MUZZLES)).toMatchObject({ why: 'NO_CRITICISM' });
  expect(praiseAsked('Tell us why you love our bricks.', 'en', MUZZLES)).toBeNull();
});

it('comes to an end with what is written against it', () => {
  for (const words of ['not praise ', 'no need to say ', 'points for ', 'si vous ne ', 'est-ce ', '#a', '&#112;', 'a.e.']) praiseAsked(words.repeat(12_000 / words.length), 'en');
});
