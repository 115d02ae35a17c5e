import { describe, expect, it } from 'vitest';
import { safePath, withTo } from './safe-path';

describe('safePath', () => {
  it('keeps paths of this site with their question', () => {
    for (const path of ['/', '/c/brick?order=TOP', '/c/brick/ideas/1#comments']) expect(safePath(path)).toBe(path);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '\\/evil', 'javascript:alert(1)', '/a\nb', '/\t/evil.example', '', null, undefined])('refuses %j', (path) => {
    expect(safePath(path)).toBe('/');
  });

  it('does not lead back into signing in', () => {
    expect(safePath('/sign-in?to=/x')).toBe('/');
    expect(safePath('/sign-up', '/c/brick')).toBe('/c/brick');
    expect(safePath('/confirm-something')).toBe('/confirm-something');
  });
});

describe('withTo', () => {
  it('hands on where to go and what for, and nothing else', () => {
    expect(withTo('/sign-up', new URLSearchParams('to=/c/x&then=vote:1&code=SECRET'))).toBe('/sign-up?to=%2Fc%2Fx&then=vote%3A1');
    expect(withTo('/sign-up', new URLSearchParams())).toBe('/sign-up');
  });
});
