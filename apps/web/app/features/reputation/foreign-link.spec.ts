import { describe, expect, it } from 'vitest';
import { hasForeignLink } from './foreign-link';

describe('a link that leads away', () => {
  const foreign = (text: string) => hasForeignLink(text, 'https://fans.example');
  it('is found in whatever form', () => {
    for (const text of ['see https://a.example/x', '[this](http://a.example)', 'www.a.example', '<https://a.example>', '[m](mailto:x@a.example)']) expect(foreign(text)).toBe(true);
  });
  it('is none within the site, and no plain text', () => {
    for (const text of ['', 'I say: yes', '[here](/c/x)', 'https://fans.example/c/x', 'https://fans.example', '[a](#b)']) expect(foreign(text)).toBe(false);
    expect(foreign('https://fans.example.evil.example')).toBe(true);
  });
});
