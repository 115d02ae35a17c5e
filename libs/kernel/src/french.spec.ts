import { expect, it } from 'vitest';
import { de } from './french.js';

it.each([['Élivane', 'd’Élivane'], ['Inès', 'd’Inès'], ['Brindlebrick', 'de Brindlebrick'], ['Yanis', 'de Yanis'], ['Hugo', 'de Hugo']])('of %s is %s', (name, read) => {
  expect(de(name)).toBe(read);
});
