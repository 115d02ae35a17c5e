import { expect, it } from 'vitest';
import { fileParts } from './file-parts';

it('leaves a small file whole', () => expect(fileParts('code\nA\nB')).toEqual([{ csv: 'code\nA\nB', before: 0 }]));

it.each(['serial;code', 'CODE'])('cuts a large one between lines, each part with the header %j, and knows the lines', (header) => {
  const lines = [header, ...Array.from({ length: 9_000 }, (_, at) => `x;LAMP-${at}`)];
  const parts = fileParts(lines.join('\r\n'));
  expect(parts.length).toBeGreaterThan(1);
  for (const { csv, before } of parts) {
    const rows = csv.split('\n');
    expect(csv.length).toBeLessThan(60_000);
    expect(rows[0]).toBe(header);
    expect(lines[before + 1]).toBe(rows[1]); // the second row of a part is that line of the file
  }
  expect(parts.flatMap(({ csv }) => csv.split('\n').slice(1))).toEqual(lines.slice(1));
});

it('cuts one without a header too', () => {
  const lines = Array.from({ length: 9_000 }, (_, at) => `LAMPLAMP-${at}`);
  const parts = fileParts(lines.join('\n'));
  expect(parts.flatMap(({ csv }) => csv.split('\n'))).toEqual(lines);
  for (const { csv, before } of parts) expect(lines[before]).toBe(csv.split('\n')[0]);
});
