import type { IntakeContext, IntakeText } from '../verdict.js';

/** A fan like many, in a community without wishes of its own. */
export function aContext(change: Partial<IntakeContext> = {}): IntakeContext {
  return {
    level: 'FAN',
    identityLevel: 'CONFIRMED',
    byStaff: false,
    isHeld: false,
    copies: { places: 0, texts: 0, similarPlaces: 0 },
    textsOfHour: 0,
    ownSite: 'https://fans.example',
    names: [],
    communityWords: [],
    holdAnonymous: false,
    ...change,
  };
}

export function aComment(body: string, more: Partial<IntakeText> = {}): IntakeText {
  return { kind: 'COMMENT', body, ...more };
}
