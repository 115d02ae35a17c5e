import { describe, expect, it } from 'vitest';
import { hasForeignLink, hasForeignPicture } from './foreign-link';

describe('a link that leads away', () => {
  const foreign = (text: string) => hasForeignLink(text, 'https://fans.example');
  it('is found in whatever form', () => {
    for (const text of ['see https://a.example/x', '[this](http://a.example)', 'www.a.example', '<https://a.example>', '[m](mailto:x@a.example)']) expect(foreign(text)).toBe(true);
  });
  it('is none within the site, and no plain text', () => {
    for (const text of ['', 'I say: yes', '[here](/c/x)', 'https://fans.example/c/x', 'https://fans.example', '[a](#b)']) expect(foreign(text)).toBe(false);
    expect(foreign('https://fans.example.evil.example')).toBe(true);
  });
  it('shows a picture where it is one', () => {
    const shows = (text: string) => hasForeignPicture(text, 'https://fans.example');
    for (const text of ['![a stair](https://a.example/x.png)', 'see ![](<https://a.example/x.png> "so")']) expect(shows(text)).toBe(true);
    for (const text of ['[a stair](https://a.example/x.png)', '![ours](/media/x)', '![ours](https://fans.example/media/x)', '! [a](https://a.example)']) expect(shows(text)).toBe(false);
  });
});
