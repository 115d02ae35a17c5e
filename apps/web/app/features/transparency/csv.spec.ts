import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';

describe('a line of CSV', () => {
  it('quotes what would end a cell or a line', () => {
    expect(csvLine(['plain', 'a, b', 'say "yes"', 'two\nlines', '', null, 3, -0.5])).toBe('plain,"a, b","say ""yes""","two\nlines",,,3,-0.5\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('runs nothing in a spreadsheet: %s', (text) => expect(csvLine([text])).toBe(`'${text}\r\n`));
});
