import { describe, expect, it } from 'vitest';
import { ideaPath, memberPath, titleSlug } from './paths';

describe('the addresses of pages', () => {
  it('make a title readable', () => {
    expect(titleSlug('Un été à la mer !')).toBe('un-ete-a-la-mer');
    expect(titleSlug('  A 4×4 plate, please  ')).toBe('a-4-4-plate-please');
    expect(titleSlug('日本の城')).toBe('');
  });

  it('cut long titles between words', () => {
    const slug = titleSlug('word '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(60);
    expect(slug.endsWith('word')).toBe(true);
  });

  it('stand without a title', () => {
    expect(ideaPath('bricks', { id: 'x1', title: '日本' })).toBe('/c/bricks/ideas/x1');
    expect(ideaPath('bricks', { id: 'x1', title: 'A pier' })).toBe('/c/bricks/ideas/x1/a-pier');
  });

  it('carry any handle', () => {
    expect(memberPath('bricks', 'zoë')).toBe('/c/bricks/members/zo%C3%AB');
  });
});
