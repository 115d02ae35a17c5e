import { describe, expect, it } from 'vitest';
import { formatSearch, parseSearch, tidyQuery } from './search-state';

describe('the address of a search', () => {
  it('reads back what it wrote', () => {
    for (const query of ['', 'castle', 'pièces détachées', 'a & b = c? #1', '日本']) {
      const state = { query, after: query ? 'x+/=' : null };
      expect(parseSearch(new URLSearchParams(formatSearch(state)))).toEqual(state);
    }
  });

  it('tidies what people paste', () => {
    expect(tidyQuery('  spare\n\tparts  ')).toBe('spare parts');
    expect([...tidyQuery('🧱'.repeat(300))]).toHaveLength(200);
  });
});
