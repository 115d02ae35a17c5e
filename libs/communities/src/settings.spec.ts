import type { Problem } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { canCreateCommunity, canUpdateCommunity } from './community.policy.js';
import { DEFAULT_LADDER, ladderFrom } from './ladder.js';
import { changedSettings, firstSettings } from './settings.js';
import { communitySlug, slugFrom } from './slug.js';
import { changedTheme, DEFAULT_THEME } from './theme.js';

const problemOf = (work: () => unknown): string => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    const { code, params } = error as Problem;
    return params['field'] ? `${code} ${params['field']}` : code;
  }
};

describe('a theme', () => {
  it('keeps what is left out and takes pictures away', () => {
    const theme = changedTheme(DEFAULT_THEME, { accent: '#FFCC00', hero: '/themes/brick/hero.svg' });
    expect(theme).toEqual({ ...DEFAULT_THEME, accent: '#ffcc00', hero: '/themes/brick/hero.svg' });
    expect(changedTheme(theme, { hero: null })).toEqual({ ...DEFAULT_THEME, accent: '#ffcc00' });
  });

  it.each([
    ['accent', 'red'],
    ['accent', '#fff'],
    ['accent', '#12345g'],
    ['accent', '#112233;}body{display:none'],
    ['accent', null],
    ['headingFace', 'comic'],
    ['corners', 'wavy'],
    ['hero', 'https://elsewhere.example/x.png'],
    ['hero', '//elsewhere.example/x.png'],
    ['hero', '/a/../secret.png'],
    ['logo', '/logo.png?x=1'],
    ['logo', '/lo"go.png'],
    ['favicon', '/icon.html'],
    ['favicon', `/${'x'.repeat(200)}.png`],
  ])('refuses %s %j', (field, value) => {
    expect(problemOf(() => changedTheme(DEFAULT_THEME, { [field]: value }))).toBe(`INVALID_INPUT theme.${field}`);
  });
});

describe('a ladder', () => {
  it('is numbered from the lowest rung', () => {
    expect(ladderFrom(DEFAULT_LADDER).map((rung) => Object.values(rung))).toEqual([
      [1, 100, 60],
      [2, 1_000, 365],
      [3, 5_000, 182],
      [4, 10_000, 182],
    ]);
  });

  it.each([
    [[]],
    [Array.from({ length: 11 }, (_, at) => ({ support: at + 1, days: 1 }))],
    [[{ support: 10, days: 1 }, { support: 10, days: 1 }]],
    [[{ support: 0, days: 1 }]],
    [[{ support: 1.5, days: 1 }]],
    [[{ support: 1, days: 0 }]],
    [[{ support: 1, days: 3651 }]],
  ])('refuses %j', (steps) => expect(problemOf(() => ladderFrom(steps))).toMatch('INVALID_INPUT'));
});

describe('a slug', () => {
  it.each([
    ['Brindle-Brick', 'brindle-brick'],
    [' polis-2021 ', 'polis-2021'],
  ])('%j becomes %s', (text, slug) => expect(communitySlug(text)).toBe(slug));

  it.each(['', 'a b', '-a', 'a-', 'a--b', 'é', 'a/b', 'x'.repeat(61)])('refuses %j', (text) =>
    expect(problemOf(() => communitySlug(text))).toBe('INVALID_INPUT slug'),
  );

  it('leaves the site its own addresses', () => expect(problemOf(() => communitySlug('GraphQL'))).toBe('SLUG_TAKEN'));

  it('is made from a name', () => expect(slugFrom('Intérieur & confort !')).toBe('interieur-confort'));
});

describe('settings', () => {
  const NEW = { name: 'Brindle', terms: 'Yours.' };

  it('have defaults', () => {
    expect(firstSettings(NEW)).toMatchObject({ locale: 'en', minAge: 0, tagline: '', theme: DEFAULT_THEME, categories: null });
    expect(firstSettings(NEW).ladder).toHaveLength(4);
  });

  it('stay when they are left out or null', () => {
    const now = firstSettings({ ...NEW, tagline: 'Bricks', minAge: 13 });
    expect(changedSettings(now, { name: null, tagline: undefined })).toMatchObject({ name: 'Brindle', tagline: 'Bricks', minAge: 13, terms: null, ladder: null });
    expect(changedSettings(now, { tagline: '' }).tagline).toBe('');
  });

  it.each([
    [{ name: '' }, 'EMPTY_TEXT name'],
    [{ name: 'x'.repeat(81) }, 'TOO_LONG name'],
    [{ terms: ' ' }, 'EMPTY_TEXT terms'],
    [{ guidelines: 'x'.repeat(20_001) }, 'TOO_LONG guidelines'],
    [{ locale: 'EN' }, 'INVALID_INPUT locale'],
    [{ minAge: -1 }, 'INVALID_INPUT minAge'],
    [{ minAge: 100 }, 'INVALID_INPUT minAge'],
    [{ categories: [{ name: 'A' }, { name: 'a!' }] }, 'INVALID_INPUT categories.slug'],
    [{ categories: [{ name: '!' }] }, 'INVALID_INPUT categories.slug'],
  ])('refuse %j', (change, problem) => expect(problemOf(() => firstSettings({ ...NEW, ...change }))).toBe(problem));
});

describe('who may', () => {
  const actor = { accountId: 'a', sessionId: null, isOperator: false, grants: [] };
  const visitor = { ...actor, accountId: null };
  const owner = { ...actor, grants: [{ communityId: 'c', role: 'OWNER' as const }] };
  const manager = { ...actor, grants: [{ communityId: 'c', role: 'BRAND_MANAGER' as const }] };
  const operator = { ...actor, isOperator: true };

  it('create a community: the operator', () => {
    expect(canCreateCommunity(operator).allowed).toBe(true);
    expect(canCreateCommunity(owner)).toEqual({ allowed: false, reason: 'NOT_ALLOWED' });
    expect(canCreateCommunity(visitor)).toEqual({ allowed: false, reason: 'SIGN_IN_REQUIRED' });
  });

  it('change its settings: its owner', () => {
    expect(canUpdateCommunity(owner, 'c').allowed).toBe(true);
    for (const [one, community] of [[owner, 'd'], [manager, 'c'], [operator, 'c']] as const) {
      expect(canUpdateCommunity(one, community)).toEqual({ allowed: false, reason: 'NOT_ALLOWED' });
    }
    expect(canUpdateCommunity(visitor, 'c')).toEqual({ allowed: false, reason: 'SIGN_IN_REQUIRED' });
  });
});
