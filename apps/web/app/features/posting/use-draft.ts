import { useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { DiscardDraftDocument, SaveDraftDocument, type DraftFactsFragment, type InterestKind } from '~/graphql/generated/documents';
import { draftReducer, EMPTY_TEXT, sameText, startDraft, wantsSaving, type DraftState, type DraftText } from './draft-state';
import { keptDraft } from './kept-draft';

/** A pause in typing this long is a good moment to save. */
const PAUSE_MS = 1_200;
/** How long to wait before trying again when the connection is gone. */
const RETRY_MS = 8_000;

/**
 * What is being written, saved as it is written: in the browser at once, on the server (when `onServer`) at every pause.
 * Something new starts with `title`, e.g. with what a search did not find.
 */
export function useDraft(community: string, start: DraftFactsFragment | null, { onServer, title }: { onServer: boolean; title: string }) {
  const kept = useMemo(() => keptDraft(community, start?.id ?? null), [community, start?.id]);
  const [untouched] = useState(() => (start ? textOf(start) : { ...EMPTY_TEXT, title }));
  const [state, dispatch] = useReducer(draftReducer, start, (draft) => startDraft(untouched, draft?.id ?? null, draft && untouched));
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const stopped = useRef(false);

  const restore = useEffectEvent(() => {
    const copy = kept.read();
    if (!copy || title || sameText(copy.text, state.text) || (start && copy.at < Date.parse(start.editedAt ?? start.createdAt))) return;
    dispatch({ type: 'restored', id: copy.id, text: copy.text });
    setRestoredAt(copy.at);
  });
  useEffect(() => restore(), [kept]);

  const due = onServer && wantsSaving(state, untouched);
  const save = useEffectEvent(() => (stopped.current ? undefined : sendDraft(community, state, dispatch)));
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [due, state.text]);
  useReconnecting(state.phase === 'offline', () => dispatch({ type: 'online' }));

  const change = (text: Partial<DraftText>) => {
    dispatch({ type: 'typed', change: text });
    kept.write({ id: state.id, text: { ...state.text, ...text }, at: Date.now() });
  };
  /** No save may cross the posting of the same text. */
  const hold = (on: boolean) => {
    stopped.current = on;
  };
  /** Nothing is saved any more; the browser's copy goes. */
  const finish = () => {
    hold(true);
    kept.drop();
  };
  /** Starts again from nothing. */
  const discard = async () => {
    kept.drop();
    dispatch({ type: 'cleared' });
    setRestoredAt(null);
    if (state.id && onServer) await mutate(DiscardDraftDocument, { input: { draft: state.id } }).catch(() => {});
  };
  return { state, change, hold, finish, discard, restoredAt };
}

async function sendDraft(community: string, { id, text }: DraftState, dispatch: (event: Parameters<typeof draftReducer>[1]) => void): Promise<void> {
  dispatch({ type: 'sent' });
  try {
    const { saveDraft } = await mutate(SaveDraftDocument, { input: { community, draft: id, ...text, interest: interestOf(text) } });
    dispatch({ type: 'saved', id: saveDraft.draft.id, text, at: Date.now() });
  } catch (error) {
    const { code } = asProblem(error);
    dispatch(code === 'OFFLINE' ? { type: 'lost' } : { type: 'refused', problem: code });
  }
}

/** The declared interest as the API takes it. */
export function interestOf({ interest }: DraftText): { kind: InterestKind; note: string } | null {
  return interest && { kind: interest.kind as InterestKind, note: interest.note };
}

function textOf(draft: DraftFactsFragment): DraftText {
  return { title: draft.title, body: draft.body, category: draft.category?.id ?? null, interest: draft.interest };
}

function useReconnecting(offline: boolean, again: () => void) {
  const retry = useEffectEvent(again);
  useEffect(() => {
    if (!offline) return;
    const back = () => retry();
    const timer = setInterval(back, RETRY_MS);
    addEventListener('online', back);
    return () => {
      clearInterval(timer);
      removeEventListener('online', back);
    };
  }, [offline]);
}
