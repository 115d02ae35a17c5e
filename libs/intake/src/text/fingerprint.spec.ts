import { expect, it } from 'vitest';
import { fingerprintOf, likeness, MUCH_ALIKE } from './fingerprint.js';

const TEXT = 'We ask the city to plant trees along the whole avenue, to widen the pavements and to slow the cars down before somebody is hurt again.';

it('knows a text again by its words, whatever its case and spacing, from 40 characters on', () => {
  expect(fingerprintOf(TEXT.toUpperCase().replaceAll(' ', ' \n ')).same).toBe(fingerprintOf(TEXT).same);
  expect(fingerprintOf(`${TEXT}!`).same).not.toBe(fingerprintOf(TEXT).same);
  expect([39, 40].map((length) => fingerprintOf('x'.repeat(length)).same === null)).toEqual([true, false]);
});

it('finds texts alike of which a word or two are others, and only those', () => {
  const alike = (other: string) => likeness(fingerprintOf(TEXT).sketch, fingerprintOf(other).sketch) >= MUCH_ALIKE;
  expect(alike(`${TEXT} Thank you.`)).toBe(true);
  expect(alike(TEXT.replace('avenue', 'boulevard'))).toBe(true);
  expect(alike('We ask the city to plant more flowers in the park, to open it at night and to slow the cars down.')).toBe(false);
  expect(likeness([], [])).toBe(0);
});
