import { describe, expect, it } from 'vitest';
import { contrastFacts } from './contrast-facts';

describe('what becomes of a brand’s colour', () => {
  it.each(['#ffcc00', '#ffffff', '#000000', '#5b3df5', '#00ff88', '#777777'])('%s can be read on light and dark', (accent) => {
    const { light, dark } = contrastFacts(accent)!;
    for (const facts of [light, dark]) {
      expect(facts.onFill).toBeGreaterThanOrEqual(4.5);
      expect(facts.asText).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('says whether it was kept', () => {
    expect(contrastFacts('#b3261e')!.light.kept).toBe(true);
    expect(contrastFacts('#ffffff')!.light.kept).toBe(false);
    expect(contrastFacts('#000000')!.dark.kept).toBe(false);
  });

  it('knows nothing of what is no colour', () => expect(contrastFacts('red')).toBeUndefined());
});
