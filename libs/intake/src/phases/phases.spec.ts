import { describe, expect, it } from 'vitest';
import { PHASES, type IntakeContext, type IntakeText, type Phase } from '../verdict.js';
import { aComment, aContext } from './context.fixture.js';
import { holdForReviewPhase } from './hold-for-review.phase.js';
import { impersonationPhase } from './impersonation.phase.js';
import { lengthPhase, LONGEST_TEXT } from './length.phase.js';
import { linksPhase } from './links.phase.js';
import { ALL_PHASES, judge } from './phases.js';
import { ratePhase } from './rate.phase.js';
import { repeatPhase } from './repeat.phase.js';

const said = (phase: Phase, text: Partial<IntakeText>, context: Partial<IntakeContext> = {}) => {
  const verdict = phase.judge({ ...aComment('Words.'), ...text }, aContext(context));
  return verdict ? `${verdict.outcome} ${verdict.reason}` : null;
};
const links = (count: number) => Array.from({ length: count }, (_, at) => `https://shop-${at}.example/page`).join(' ');

describe('every phase', () => {
  it('has its place in the order, and lets an ordinary text pass', () => {
    expect(ALL_PHASES.map(({ name }) => name)).toEqual(PHASES);
    expect(judge(aComment('A third colour would be lovely.'), aContext())).toMatchObject({ outcome: 'PASS', phase: null });
  });

  it('speaks alone: the first verdict wins, and after a nudge only what is graver', () => {
    const text = aComment(`Buy here: ${links(7)}`);
    const anonymous = aContext({ identityLevel: 'ANONYMOUS', holdAnonymous: true });
    expect(judge(text, anonymous)).toMatchObject({ outcome: 'NUDGE', phase: 'LINKS' });
    expect(judge(aComment('Nice.'), anonymous, true)).toMatchObject({ outcome: 'HOLD', phase: 'HOLD_FOR_REVIEW' });
  });
});

describe('length', () => {
  it.each([
    [{ body: 'x'.repeat(LONGEST_TEXT + 1) }, 'REFUSE TOO_LONG'],
    [{ body: '𝒳'.repeat(LONGEST_TEXT) }, null],
    [{ body: '...' }, 'NUDGE NO_WORDS'],
    [{ body: '👍' }, null],
    [{ body: '+1' }, null],
    [{ kind: 'MEMBER', title: 'Ana', body: '' } as const, null],
  ])('%#', (text, expected) => expect(said(lengthPhase, text)).toBe(expected));
});

describe('repeat', () => {
  const copies = (places: number, texts = places, similarPlaces = places) => ({ copies: { places, texts, similarPlaces } });
  it.each([
    ['the first', copies(0), null],
    ['the second', copies(1), 'NUDGE SAME_TEXT'],
    ['the third place', copies(2), 'HOLD SAME_TEXT'],
    ['three times in one place', copies(0, 2, 0), 'NUDGE SAME_TEXT'],
    ['six times in one place', copies(0, 5, 0), 'HOLD SAME_TEXT'],
    ['a second much like it', copies(0, 0, 1), null],
    ['a third much like it', copies(0, 0, 2), 'NUDGE SIMILAR_TEXT'],
    ['a sixth much like it', copies(0, 0, 5), 'HOLD SIMILAR_TEXT'],
    ['staff, who answer many with one text', { ...copies(9), byStaff: true }, null],
  ])('%s', (_name, context, expected) => expect(said(repeatPhase, {}, context)).toBe(expected));
});

describe('rate', () => {
  it.each([
    ['NEWCOMER', 39, null],
    ['NEWCOMER', 40, 'NUDGE TOO_MANY_TEXTS'],
    ['NEWCOMER', 160, 'REFUSE TOO_MANY_TEXTS'],
    ['CHAMPION', 120, null],
  ] as const)('of a %s after %i texts', (level, textsOfHour, expected) => expect(said(ratePhase, {}, { level, textsOfHour })).toBe(expected));

  it('leaves staff alone', () => expect(said(ratePhase, {}, { textsOfHour: 5_000, byStaff: true })).toBeNull());
});

describe('links', () => {
  it.each([
    [3, 'NEWCOMER', null],
    [4, 'NEWCOMER', 'NUDGE TOO_MANY_LINKS'],
    [6, 'FAN', null],
    [7, 'FAN', 'NUDGE TOO_MANY_LINKS'],
    [25, 'FAN', 'HOLD TOO_MANY_LINKS'],
    [20, 'CHAMPION', null],
  ] as const)('%i by a %s', (count, level, expected) => expect(said(linksPhase, { body: links(count) }, { level })).toBe(expected));

  it('counts each once, and neither links within this site nor those that stood there before', () => {
    expect(said(linksPhase, { body: `${links(6)} ${links(6)} https://fans.example/ideas /ideas` })).toBeNull();
    expect(said(linksPhase, { body: `${links(8)} https://fans.example.evil.example/` })).toBe('NUDGE TOO_MANY_LINKS');
    expect(said(linksPhase, { body: links(9), before: links(7) })).toBeNull();
  });
});

describe('impersonation', () => {
  const names = [{ name: 'Brindlebrick', of: 'BRAND' }, { name: 'Marta Okonjo', of: 'STAFF' }] as const;
  const named = (title: string, context: Partial<IntakeContext> = {}) => said(impersonationPhase, { kind: 'MEMBER', title, body: '' }, { names, ...context });

  it.each(['Brindlebrick', 'BRINDLEBR1CK', 'Brindle brick', 'Вrindlеbrick', 'Brindlebrlck', 'Brindelbrick', 'Brindlebrick Official', 'Équipe Brindlebrick', 'Brindlebrick Customer Support'])(
    'refuses %s',
    (title) => expect(named(title)).toBe('REFUSE NAME_LIKE_BRAND'),
  );
  it.each(['Moderator', 'L’équipe officielle', 'Support Team', 'Modérateur', 'Service client'])('refuses %s, which nobody is called', (title) => {
    expect(named(title)).toBe('REFUSE NAME_LIKE_ROLE');
  });
  it.each(['Marta Okonjo', 'Marta 0konjo', 'Marta Okonj0', 'Marta Okojo'])('holds %s, who may be called so', (title) => expect(named(title)).toBe('HOLD NAME_LIKE_STAFF'));
  it.each(['Brindlebrick fan since 1998', 'Marta', 'Marta Oliveira', 'Officer Dibble', 'Theo Moderato', 'Brick Lover', 'Aide Diallo', 'Bo'])('lets %s pass', (title) => {
    expect(named(title)).toBeNull();
  });
  it('is about the names of others: staff bear theirs, and texts may name whom they like', () => {
    expect(named('Brindlebrick', { byStaff: true })).toBeNull();
    expect(said(impersonationPhase, { kind: 'IDEA', title: 'Brindlebrick', body: 'Brindlebrick Official' }, { names })).toBeNull();
  });
});

describe('hold for review', () => {
  it.each([
    [{ identityLevel: 'ANONYMOUS', holdAnonymous: true }, 'HOLD ANONYMOUS_MEMBER'],
    [{ identityLevel: 'ANONYMOUS', holdAnonymous: false }, null],
    [{ identityLevel: 'CONFIRMED', holdAnonymous: true }, null],
    [{ isHeld: true }, 'HOLD MEMBER_HELD'],
  ] as const)('%#', (context, expected) => expect(said(holdForReviewPhase, {}, context)).toBe(expected));
});
