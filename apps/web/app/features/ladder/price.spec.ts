import { describe, expect, it } from 'vitest';
import { currenciesFor, priceIn } from './price';

describe('a price', () => {
  it('is read with a comma or a point, and spaces between thousands', () => {
    expect(['19', '19.99', '19,9', '1 200', '1\u202f200,50', '0'].map(priceIn)).toEqual([19, 19.99, 19.9, 1200, 1200.5, 0]);
  });

  it('may be left out, and is refused when it is none', () => {
    expect([priceIn(''), priceIn('  ')]).toEqual([null, null]);
    expect(['a lot', '-3', '1.999', '1.2.3', '2000000'].map(priceIn)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('is in a currency that is near first, and the chosen one before all', () => {
    expect(currenciesFor('fr').slice(0, 2)).toEqual(['EUR', 'CHF']);
    expect(currenciesFor('en', 'SEK')[0]).toBe('SEK');
    expect(new Set(currenciesFor('en', 'SEK')).size).toBe(currenciesFor('en', 'SEK').length);
  });
});
