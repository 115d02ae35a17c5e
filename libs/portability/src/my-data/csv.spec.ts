import { expect, it } from 'vitest';
import { csvRow } from './csv.js';

it('writes what any reader of CSV reads back', () => {
  expect(csvRow(['plain', 'a, b', 'say "hi"', 'two\nlines', null, 7, new Date(0)])).toBe('plain,"a, b","say ""hi""","two\nlines",,7,1970-01-01T00:00:00.000Z\r\n');
});

it('lets no text be taken for a formula, and leaves numbers alone', () => {
  expect(csvRow(['=1+1', '@x', '-2', -2])).toBe("'=1+1,'@x,'-2,-2\r\n");
});
