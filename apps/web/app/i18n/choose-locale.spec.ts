import { describe, expect, it } from 'vitest';
import { chooseLocale } from './choose-locale';

const choose = (facts: Parameters<typeof chooseLocale>[0]) => chooseLocale(facts, ['en', 'fr']);

describe('chooseLocale', () => {
  it('prefers the address, then the cookie, the account, the browser', () => {
    expect(choose({ asked: 'fr', cookie: 'en', account: 'en', acceptLanguage: 'en' })).toBe('fr');
    expect(choose({ cookie: 'fr', account: 'en', acceptLanguage: 'en' })).toBe('fr');
    expect(choose({ account: 'fr', acceptLanguage: 'en' })).toBe('fr');
    expect(choose({ acceptLanguage: 'fr-CA,fr;q=0.9,en;q=0.8' })).toBe('fr');
  });

  it('reads quality values and skips languages it does not have', () => {
    expect(choose({ acceptLanguage: 'de, en;q=0.3, fr;q=0.7' })).toBe('fr');
    expect(choose({ acceptLanguage: 'fr;q=0, en;q=0.1' })).toBe('en');
  });

  it('answers in the first language when no wish can be met', () => {
    expect(choose({ asked: 'xx', cookie: '<script>', acceptLanguage: '*' })).toBe('en');
    expect(choose({})).toBe('en');
  });
});
