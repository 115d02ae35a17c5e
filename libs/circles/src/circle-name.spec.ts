import type { Problem } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { circleName, circleSlug } from './circle-name.js';

const home = { slug: 'brindlebrick', name: 'Brindlebrick Studio' };
const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as Problem).code;
  }
};

describe('a circle’s name', () => {
  it('is one line, and makes an address unless one is given', () => {
    expect(circleName('  Castle \n builders ', home)).toBe('Castle builders');
    expect(circleSlug(null, 'Bâtisseurs de châteaux', home)).toBe('batisseurs-de-chateaux');
    expect(circleSlug('Night-Builders', 'Les noctambules', home)).toBe('night-builders');
    expect(codeOf(() => circleSlug(null, '城の人', home))).toBe('INVALID_INPUT');
    expect(codeOf(() => circleName('ab', home))).toBe('EMPTY_TEXT');
    expect(codeOf(() => circleName('x'.repeat(61), home))).toBe('TOO_LONG');
  });

  it.each(['New', 'Staff', '5taff?'.replace('5', 'S'), 'Brindlebrick', 'Br1ndlebrick', 'brindle-brick', 'Brindlebrick studio', 'The official castle circle', 'Les châteaux officiels'])(
    '“%s” would pass for the brand or the site', (name) => {
      expect(codeOf(() => circleName(name, home))).toBe('CIRCLE_NAME_RESERVED');
    });

  it.each(['New castles', 'Brindlebrick castles', 'Officer training'])('“%s” is fine', (name) => {
    expect(circleName(name, home)).toBe(name);
  });
});
