/**
 * A text that saves itself: what is typed, what the server has, and what is going on between them. Every change is kept
 * in the browser first, so that a lost connection or a closed tab loses nothing.
 */

export interface DraftText {
  readonly title: string;
  readonly body: string;
  /** Id of a category, or null. */
  readonly category: string | null;
  readonly interest: DraftInterest | null;
}

export interface DraftInterest {
  readonly kind: string;
  readonly note: string;
}

export interface DraftState {
  /** The server's id once it has a copy. */
  readonly id: string | null;
  readonly text: DraftText;
  /** The server's copy. */
  readonly saved: DraftText | null;
  /** When the server said so, in ms since 1970. */
  readonly savedAt: number | null;
  readonly phase: 'resting' | 'saving' | 'offline' | 'refused';
  /** A problem's code when refused. */
  readonly problem: string | null;
}

export type DraftEvent =
  | { readonly type: 'typed'; readonly change: Partial<DraftText> }
  /** What the browser had kept takes the place of what the page brought. */
  | { readonly type: 'restored'; readonly id: string | null; readonly text: DraftText }
  | { readonly type: 'sent' }
  | { readonly type: 'saved'; readonly id: string; readonly text: DraftText; readonly at: number }
  | { readonly type: 'lost' }
  | { readonly type: 'refused'; readonly problem: string }
  | { readonly type: 'online' }
  | { readonly type: 'cleared' };

export const EMPTY_TEXT: DraftText = { title: '', body: '', category: null, interest: null };

export function startDraft(text: DraftText, id: string | null = null, saved: DraftText | null = null): DraftState {
  return { id, text, saved, savedAt: null, phase: 'resting', problem: null };
}

export function draftReducer(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'typed': {
      const text = { ...state.text, ...event.change };
      return { ...state, text, phase: state.phase === 'refused' ? 'resting' : state.phase, problem: null };
    }
    case 'restored':
      return { ...state, id: state.id ?? event.id, text: event.text };
    case 'sent':
      return { ...state, phase: 'saving' };
    case 'saved':
      return { ...state, id: event.id, saved: event.text, savedAt: event.at, phase: 'resting', problem: null };
    case 'lost':
      return { ...state, phase: 'offline' };
    case 'refused':
      return { ...state, phase: 'refused', problem: event.problem };
    case 'cleared':
      return startDraft(EMPTY_TEXT);
    case 'online':
      return state.phase === 'offline' ? { ...state, phase: 'resting' } : state;
  }
}

/** True when the server lacks what is on the screen. */
export function isUnsaved(state: DraftState, untouched: DraftText = EMPTY_TEXT): boolean {
  return !sameText(state.text, state.saved ?? untouched);
}

/** True when a save should be sent once the typing pauses. An empty title alone is no draft yet. */
export function wantsSaving(state: DraftState, untouched: DraftText = EMPTY_TEXT): boolean {
  if (state.phase !== 'resting') return false;
  const worthIt = state.id !== null || state.text.title.trim() !== untouched.title.trim() || state.text.body.trim() !== untouched.body.trim();
  return worthIt && isUnsaved(state, untouched);
}

export function sameText(a: DraftText, b: DraftText): boolean {
  return (
    a.title === b.title &&
    a.body === b.body &&
    a.category === b.category &&
    a.interest?.kind === b.interest?.kind &&
    (a.interest?.note ?? '') === (b.interest?.note ?? '')
  );
}

/** A copy kept in the browser. */
export interface KeptDraft {
  readonly id: string | null;
  readonly text: DraftText;
  /** ms since 1970 */
  readonly at: number;
}

/** Writes a copy as the browser's storage keeps it. */
export function formatKept(kept: KeptDraft): string {
  return JSON.stringify(kept);
}

/** Reads it back; null for nothing, for what another version wrote, and for what is damaged. */
export function parseKept(value: string | null): KeptDraft | null {
  if (!value) return null;
  try {
    const { id, text, at } = JSON.parse(value) as KeptDraft;
    if (typeof text?.title !== 'string' || typeof text.body !== 'string' || typeof at !== 'number') return null;
    const interest = typeof text.interest?.kind === 'string' ? { kind: text.interest.kind, note: String(text.interest.note ?? '') } : null;
    return { id: typeof id === 'string' ? id : null, text: { ...EMPTY_TEXT, ...text, interest }, at };
  } catch {
    return null;
  }
}
