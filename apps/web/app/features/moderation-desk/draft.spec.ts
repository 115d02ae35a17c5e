import { describe, expect, it } from 'vitest';
import { type About, ACTIONS, actionsFor, type Draft, EMPTY_DRAFT, endOf, inputOf, missingFrom } from './draft';

const now = Date.parse('2026-03-04T12:00:00Z');
const comment: About & { id: string } = { id: 'i', subjectKind: 'COMMENT', author: {}, content: { title: null, text: 'You fool.' } };
const whole: Draft = { ...EMPTY_DRAFT, action: 'REMOVE', rule: 3, passage: ' You fool. ', facts: 'An insult.' };

describe('a decision that is being written', () => {
  it('says what it lacks; only keeping needs no reasons', () => {
    expect(missingFrom(EMPTY_DRAFT, comment)).toEqual(['action']);
    expect(missingFrom({ ...EMPTY_DRAFT, action: 'KEEP' }, comment)).toEqual([]);
    expect(missingFrom({ ...EMPTY_DRAFT, action: 'MUTE' }, comment)).toEqual(['right', 'ground', 'passage', 'facts']);
    expect(missingFrom({ ...whole, ground: 'LAW', law: ' ' }, comment)).toEqual(['ground']);
    expect(missingFrom(whole, comment)).toEqual([]);
  });

  it('asks no passage of conduct, nor of a text that is gone', () => {
    for (const about of [{ ...comment, subjectKind: 'MEMBER' as const }, { ...comment, content: null }]) expect(missingFrom({ ...whole, passage: '' }, about)).toEqual([]);
  });

  it('offers what can be done to such a subject', () => {
    expect(actionsFor({ ...comment, subjectKind: 'MERGE' })).toEqual(['KEEP', 'REMOVE']);
    expect(actionsFor({ ...comment, subjectKind: 'MEMBER' })).not.toContain('LABEL');
    expect(actionsFor({ ...comment, viewerDecidesLightlyOnly: true })).toEqual(['KEEP', 'LABEL', 'HOLD', 'WARN']);
    expect(actionsFor({ ...comment, author: null })).toEqual(['KEEP', 'ASK_CHANGE', 'HIDE', 'REMOVE', 'LABEL', 'HOLD']);
  });

  it('lasts as long as is said, else as long as is usual; a hold of a text never over a fortnight', () => {
    expect(endOf({ action: 'MUTE', days: undefined }, comment, now)).toEqual(new Date('2026-03-11T12:00:00Z'));
    expect(endOf({ action: 'HOLD', days: 90 }, comment, now)).toEqual(new Date('2026-03-18T12:00:00Z'));
    expect(endOf({ action: 'HIDE', days: 30 }, comment, now)).toEqual(new Date('2026-04-03T12:00:00Z'));
    expect([endOf({ action: 'BAN', days: null }, comment, now), endOf({ action: 'REMOVE', days: 7 }, comment, now)]).toEqual([null, null]);
  });

  it('has the API say when a fortnight is over, and never holds longer where one moderates alone', () => {
    expect(inputOf({ ...whole, action: 'HOLD' }, comment, 'fr', now, 'key').until).toBeNull();
    expect(inputOf({ ...whole, action: 'HOLD', days: 7 }, comment, 'fr', now, 'key').until).toBe('2026-03-11T12:00:00.000Z');
    const conduct = { ...comment, subjectKind: 'MEMBER' as const };
    expect(inputOf({ ...whole, action: 'HOLD', days: 90 }, conduct, 'fr', now, 'key').until).toBe('2026-06-02T12:00:00.000Z');
    expect(inputOf({ ...whole, action: 'HOLD', days: 90 }, { ...conduct, viewerDecidesLightlyOnly: true }, 'fr', now, 'key').until).toBeNull();
  });

  it('has a letter of its own for each action, and none that claims', () => {
    const letters = ACTIONS.map(([, letter]) => letter);
    expect(new Set([...letters, 'c']).size).toBe(letters.length + 1);
  });

  it('becomes what the API takes', () => {
    const input = inputOf({ ...whole, sanction: { action: 'MUTE', right: 'COMMENTING', days: 1 } }, comment, 'fr', now, 'key');
    expect(input).toEqual({
      item: 'i', action: 'REMOVE', right: null, rule: 3, law: null, passage: 'You fool.', facts: 'An insult.', language: 'fr', until: null, idempotencyKey: 'key',
      sanction: { action: 'MUTE', right: 'COMMENTING', until: '2026-03-05T12:00:00.000Z' },
    });
    const kept = inputOf({ ...whole, action: 'KEEP', facts: '', abusive: ['r'] }, comment, 'fr', now, 'key');
    expect(kept).toMatchObject({ action: 'KEEP', rule: null, passage: null, facts: null, language: null, abusiveReports: ['r'] });
  });
});
