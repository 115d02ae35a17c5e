import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, decodeCursor, encodeCursor, excerptOf, isId, loadConfig, newId, Problem, renderMarkdown } from './index.js';
import { cleanLine, cleanText } from './text.js';

const code = (run: () => unknown): string => {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
};

describe('ids', () => {
  it('are UUIDv7 and sort by birth', () => {
    const early = newId(1_700_000_000_000);
    const late = newId(1_700_000_000_001);
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
    expect(early < late).toBe(true);
    expect([isId(early), isId('nothing'), isId(`${early}x`)]).toEqual([true, false, false]);
  });

  it('sort by birth within a millisecond too', () => {
    const born = Array.from({ length: 2_000 }, () => newId(1_700_000_000_002));
    expect(born.toSorted()).toEqual(born);
    expect(new Set(born).size).toBe(born.length);
  });
});

describe('cursors', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)), { maxLength: 5 }), (tuple) => {
        fc.pre(tuple.every((value) => typeof value !== 'string' || !value.includes('\0')));
        const kinds = tuple.map((value) => (typeof value === 'string' ? 's' : 'n') as 's' | 'n');
        const back = decodeCursor('TOP', encodeCursor('TOP', tuple), kinds);
        return JSON.stringify(back) === JSON.stringify(tuple);
      }),
    );
  });

  it.each([
    ['another order', encodeCursor('NEWEST', ['a'])],
    ['too few values', encodeCursor('TOP', [])],
    ['another kind', encodeCursor('TOP', [1])],
    ['no base64', '***'],
    ['no JSON', Buffer.from('[oops').toString('base64url')],
    ['a NUL', encodeCursor('TOP', ['a\0b'])],
    ['a flood', 'A'.repeat(5000)],
  ])('refuse %s', (_what, cursor) => expect(code(() => decodeCursor('TOP', cursor, ['s']))).toBe('INVALID_CURSOR'));

  it('hold ids and times to their shape', () => {
    expect(code(() => decodeCursor('TOP', encodeCursor('TOP', ['x']), ['id']))).toBe('INVALID_CURSOR');
    expect(code(() => decodeCursor('TOP', encodeCursor('TOP', ['2026-13-45T00:00:00Z']), ['time']))).toBe('INVALID_CURSOR');
    expect(code(() => decodeCursor('TOP', encodeCursor('TOP', ['2024-02-30T00:00:00Z']), ['time']))).toBe('INVALID_CURSOR');
    expect(code(() => decodeCursor('TOP', encodeCursor('TOP', ['0000-01-01T00:00:00Z']), ['time']))).toBe('INVALID_CURSOR');
    for (const value of [1.5, 1e300, 2 ** 31]) expect(code(() => decodeCursor('TOP', encodeCursor('TOP', [value]), ['int']))).toBe('INVALID_CURSOR');
    expect(decodeCursor('TOP', encodeCursor('TOP', ['2026-01-02T03:04:05.678Z', null]), ['time', 's?'])).toEqual(['2026-01-02T03:04:05.678Z', null]);
  });
});

describe('texts', () => {
  it('are trimmed, composed and freed of what hides', () => {
    expect(cleanText('body', '  e\u0301te\u0301\r\nA\u202eB\u0000 ', { max: 10 })).toBe('été\nAB');
    expect(cleanLine('title', ' one \n two ', { max: 10 })).toBe('one two');
  });

  it('are counted in characters, not in code units', () => {
    expect(cleanText('body', '👋🏽'.repeat(2), { max: 4 })).toHaveLength(8);
    expect(code(() => cleanText('body', 'abc', { max: 2 }))).toBe('TOO_LONG');
    expect(code(() => cleanText('body', ' \u0000 ', { max: 2 }))).toBe('EMPTY_TEXT');
  });
});

describe('Markdown', () => {
  it('shows what people mean', () => {
    expect(renderMarkdown('# Title\n\n**bold** <b>raw</b> https://example.org')).toBe(
      '<h3>Title</h3>\n<p><strong>bold</strong> &lt;b&gt;raw&lt;/b&gt; <a href="https://example.org" rel="nofollow ugc noopener">https://example.org</a></p>\n',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<img src=x onerror=alert(1)>',
    '![x](https://example.org/pixel.png)',
    '[x](//evil.example)',
    '<a href="x" onclick="y">z</a>',
    '`<svg onload=alert(1)>`',
    '[a](<javascript:alert(1)>)',
    '&#x6A;avascript:alert(1)',
  ])('makes %s harmless', (text) => {
    const html = renderMarkdown(text);
    expect(html).not.toMatch(/<(script|img|svg|iframe|style)|<[^>]*\son\w+\s*=|href="(javascript|data|\/\/)/i);
  });

  it('never lets a text write a tag of its own', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => !/<(script|img|svg|iframe|object|style|form|input)/i.test(renderMarkdown(text))),
      { numRuns: 300 },
    );
  });

  it('makes excerpts of plain words', () => {
    expect(excerptOf('# Hello\n\n- **one** [two](https://example.org)\n> three', 100)).toBe('Hello one two three');
    expect(excerptOf('word '.repeat(50), 22)).toBe('word word word word…');
  });
});

describe('configuration', () => {
  const base = { DATABASE_URL: 'postgres://u:secret@localhost/db' };

  it('has defaults for a developer', () => {
    expect(loadConfig(base)).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://localhost:3000', seedDemo: true, production: false, workerInside: true });
  });

  it.each([
    ['a missing database', {}, 'DATABASE_URL'],
    ['another database', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    ['a port that is none', { ...base, PORT: '80x' }, 'PORT'],
    ['a flag that is none', { ...base, SEED_DEMO: 'maybe' }, 'SEED_DEMO'],
    ['production without a public address', { ...base, NODE_ENV: 'production' }, 'PUBLIC_URL'],
    ['production with a well-known password', { DATABASE_URL: 'postgres://u:postgres@h/db', NODE_ENV: 'production', PUBLIC_URL: 'https://x.example' }, 'DATABASE_URL'],
    ['production with demo accounts', { ...base, NODE_ENV: 'production', PUBLIC_URL: 'https://x.example', DEMO_PASSWORD: 'x' }, 'DEMO_PASSWORD'],
  ])('refuses %s in one line that names the setting', (_what, env, name) => {
    expect(() => loadConfig(env)).toThrow(ConfigError);
    expect(() => loadConfig(env)).toThrow(new RegExp(`^${name} [^\\n]+[.:][^\\n]*$`));
  });

  it('never seeds a demo in production', () => {
    expect(loadConfig({ ...base, NODE_ENV: 'production', PUBLIC_URL: 'https://x.example', SEED_DEMO: '1' }).seedDemo).toBe(false);
  });
});
