import { describe, expect, it } from 'vitest';
import type { ProblemFacts } from '~/data/problem';
import en from './generated/words.en.json';
import fr from './generated/words.fr.json';
import { problemText } from './problems';
import { registerWords, translatorFor } from './translator';

registerWords('en', en);
registerWords('fr', fr);

const said = (code: ProblemFacts['code'], params: ProblemFacts['params'] = {}) => ['en', 'fr'].map((locale) => problemText(translatorFor(locale), { code, params }).replace(/[\u00a0\u202f]/g, ' '));

describe('what a restricted member is told', () => {
  const until = '2026-12-24T10:00:00.000Z';

  it('names the right and the day it comes back', () => {
    expect(said('RESTRICTED', { right: 'COMMENTING', until, decision: 'd1' })).toEqual([
      'You may not comment here until December 24, 2026: the moderators decided so. The reasons, and how to appeal, are under Me, Decisions.',
      'Vous ne pouvez pas commenter ici jusqu’au 24 décembre 2026 : ainsi en a décidé la modération. Les raisons, et comment faire appel, sont sous Moi, Décisions.',
    ]);
    for (const right of ['POSTING', 'VOTING', 'REPORTING']) expect(new Set([...said('RESTRICTED', { right, until }), ...said('RESTRICTED', { right: null, until })]).size).toBe(4);
  });

  it('says of a suspension or a ban that it is everything, and of one for good no day', () => {
    for (const params of [{ right: null, until: null, decision: 'd1' }, {}] as ProblemFacts['params'][]) {
      const [english, french] = said('RESTRICTED', params);
      expect(english).toMatch(/^You may not take part here: the moderators/);
      expect(french).toMatch(/^Vous ne pouvez pas participer ici : ainsi/);
    }
  });
});

describe('a problem of a newer api', () => {
  it('reads as one that nobody explains', () => {
    expect(said('FROM_THE_FUTURE' as 'INTERNAL')).toEqual(said('INTERNAL'));
  });
});
