import { describe, expect, it } from 'vitest';
import { lookAtPages } from '../browser/look.js';
import { readers } from '../browser/pages.js';

const look = lookAtPages();

/** Every page, in both languages, light and dark, on a phone and on a desktop, signed in and not. */
describe.each(readers())('WCAG 2.2 AA on every page, $name', (reader) => {
  it('holds', async () => {
    expect(await look.faultsFor(reader)).toEqual({});
  });
});
