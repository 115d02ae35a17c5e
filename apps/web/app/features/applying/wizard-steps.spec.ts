import { describe, expect, it } from 'vitest';
import { completed, fits, isProvedBy, stepAt, stepsOf, unanswered } from './wizard-steps';

const question = (id: string, more: object = {}) => ({ id, kind: 'TEXT', text: id, help: '', choices: [], required: true, maxLength: 100, audience: 'PANEL', ...more }) as Parameters<typeof stepsOf>[0][number];

describe('the pages of an application', () => {
  it('spread the questions evenly, three at most', () => {
    const shape = (count: number) => stepsOf(Array.from({ length: count }, (_, at) => question(`q${at}`))).map((step) => (step.kind === 'questions' ? step.questions.length : step.kind));
    expect(shape(0)).toEqual(['you', 'reach', 'review']);
    expect(shape(3)).toEqual(['you', 3, 'reach', 'review']);
    expect(shape(4)).toEqual(['you', 2, 2, 'reach', 'review']);
    expect(shape(7)).toEqual(['you', 3, 3, 1, 'reach', 'review']);
  });

  it('are taken from the address, then from where one left off', () => {
    expect(stepAt('2', 0, 4)).toBe(1);
    expect(stepAt(null, 2, 4)).toBe(2);
    expect(stepAt('99', 0, 4)).toBe(3);
    expect(stepAt('-1', 9, 4)).toBe(3);
  });
});

describe('answers', () => {
  it('that are addresses are completed, and kept only as such', () => {
    expect(completed(' example.org/me ')).toBe('https://example.org/me');
    expect(completed('http://example.org')).toBe('http://example.org');
    expect(completed('soon')).toBe('soon');
    const link = question('a', { kind: 'LINK' });
    expect(['', 'https://example.org', 'soon', 'javascript:alert(1)'].map((text) => fits(link, text))).toEqual([true, true, false, false]);
    expect(unanswered([question('a'), question('b', { required: false }), question('c', { kind: 'LINK', required: false })], { a: ' ', c: 'soon' }).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('about reach are proved by the site and the path, not by its like', () => {
    expect(isProvedBy('https://www.example.org/blog/', ['example.org/blog'])).toBe(true);
    expect(isProvedBy('https://example.org/blog/1', ['https://example.org/blog'])).toBe(true);
    expect(isProvedBy('https://example.org/blogger', ['example.org/blog'])).toBe(false);
    expect(isProvedBy('https://example.org.evil.test/blog', ['example.org/blog'])).toBe(false);
  });
});
