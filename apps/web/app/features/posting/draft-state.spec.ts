import { describe, expect, it } from 'vitest';
import { draftReducer, EMPTY_TEXT, formatKept, isUnsaved, parseKept, startDraft, wantsSaving, type DraftEvent, type DraftState } from './draft-state';

const after = (start: DraftState, ...events: DraftEvent[]) => events.reduce(draftReducer, start);
const title = (text: string): DraftEvent => ({ type: 'typed', change: { title: text } });

describe('a draft that saves itself', () => {
  it('is not worth saving while nothing was written', () => {
    expect(wantsSaving(startDraft(EMPTY_TEXT))).toBe(false);
    expect(wantsSaving(after(startDraft(EMPTY_TEXT), title('  ')))).toBe(false);
  });

  it("is not worth saving while only the brand's template stands there", () => {
    const template = { ...EMPTY_TEXT, body: '**What is it?**' };
    expect(wantsSaving(startDraft(template), template)).toBe(false);
    expect(wantsSaving(after(startDraft(template), title('A pier')), template)).toBe(true);
  });

  it('saves what was typed and rests', () => {
    const typed = after(startDraft(EMPTY_TEXT), title('A pier'));
    expect(wantsSaving(typed)).toBe(true);
    const saved = after(typed, { type: 'sent' }, { type: 'saved', id: 'd1', text: typed.text, at: 5 });
    expect(saved).toMatchObject({ id: 'd1', savedAt: 5, phase: 'resting' });
    expect(isUnsaved(saved)).toBe(false);
    expect(wantsSaving(saved)).toBe(false);
  });

  it('saves again what was typed while a save was under way', () => {
    const typed = after(startDraft(EMPTY_TEXT), title('A'), { type: 'sent' }, title('A pier'));
    expect(wantsSaving(typed)).toBe(false);
    const answered = after(typed, { type: 'saved', id: 'd1', text: { ...EMPTY_TEXT, title: 'A' }, at: 1 });
    expect(wantsSaving(answered)).toBe(true);
    expect(answered.text.title).toBe('A pier');
  });

  it('waits while the connection is lost and goes on when it is back', () => {
    const lost = after(startDraft(EMPTY_TEXT), title('A pier'), { type: 'sent' }, { type: 'lost' }, title('A pier!'));
    expect(lost.phase).toBe('offline');
    expect(wantsSaving(lost)).toBe(false);
    expect(wantsSaving(after(lost, { type: 'online' }))).toBe(true);
  });

  it('says why it was refused and tries again after the next change', () => {
    const refused = after(startDraft(EMPTY_TEXT), title('x'), { type: 'sent' }, { type: 'refused', problem: 'TOO_LONG' });
    expect(refused.problem).toBe('TOO_LONG');
    expect(wantsSaving(refused)).toBe(false);
    expect(wantsSaving(after(refused, title('y')))).toBe(true);
  });

  it('goes on from what the browser had kept, and saves it', () => {
    const text = { ...EMPTY_TEXT, title: 'A pier' };
    const restored = after(startDraft(EMPTY_TEXT), { type: 'restored', id: 'd1', text });
    expect(restored).toMatchObject({ id: 'd1', text });
    expect(wantsSaving(restored)).toBe(true);
  });

  it('a draft emptied again is saved as empty', () => {
    const saved = startDraft({ ...EMPTY_TEXT, title: 'A' }, 'd1', { ...EMPTY_TEXT, title: 'A' });
    expect(wantsSaving(after(saved, title('')))).toBe(true);
  });
});

describe("the browser's copy", () => {
  const kept = { id: 'd1', text: { title: 'A', body: 'b', category: 'c', interest: { kind: 'PAID', note: 'n' } }, at: 7 };

  it('reads back what was kept', () => {
    expect(parseKept(formatKept(kept))).toEqual(kept);
    expect(parseKept(formatKept({ id: null, text: EMPTY_TEXT, at: 1 }))).toEqual({ id: null, text: EMPTY_TEXT, at: 1 });
  });

  it('takes damage for nothing', () => {
    for (const bad of [null, '', '{', '{}', '[]', 'null', '{"text":{"title":1,"body":""},"at":1}']) expect(parseKept(bad)).toBeNull();
  });
});
