import { describe, expect, it } from 'vitest';
import { EMPTY_WORK, formatKeptWork, keptWork, moved } from './work-draft';

const HOUR = 3_600_000;
const work = { ...EMPTY_WORK, title: 'A tower', pictures: [{ id: 'p', url: '/media/p/400.webp', alt: 'Front' }] };

describe('what the browser kept of a work', () => {
  it('comes back as it was', () => expect(keptWork(formatKeptWork(work, 0), HOUR)).toEqual(work));
  it('comes back without pictures that the server forgot', () => expect(keptWork(formatKeptWork(work, 0), 23 * HOUR)).toEqual({ ...work, pictures: [] }));
  it.each([null, '', 'nonsense', '{}', '{"at":1}', formatKeptWork(EMPTY_WORK, 0)])('is nothing: %s', (text) => expect(keptWork(text, HOUR)).toBeNull());
  it('is nothing when only forgotten pictures are left', () => expect(keptWork(formatKeptWork({ ...work, title: '' }, 0), 23 * HOUR)).toBeNull());
});

describe('moving a picture', () => {
  it.each([
    [0, 1, 'bac'],
    [2, -1, 'acb'],
    [0, -1, 'abc'],
    [2, 1, 'abc'],
    [2, -9, 'cab'],
  ])('from %i by %i', (from, by, expected) => expect(moved([...'abc'], from, by).join('')).toBe(expected));
});
