import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';

const PREFIX = 'fanfare-mission ';

/**
 * What is typed into a form, kept for as long as the tab is open: a wrong key or a lost connection costs nothing. What it begins
 * with is not kept.
 *
 * @returns the draft, how to change it, and how to forget it once it was sent
 */
export function useKeptDraft<Draft>(name: string, first: Draft): [Draft, Dispatch<SetStateAction<Draft>>, () => void] {
  const key = PREFIX + name;
  const [begun] = useState(() => JSON.stringify(first));
  const [draft, setDraft] = useState(first);
  useEffect(() => {
    const kept = read<Draft>(key);
    if (kept) setDraft(kept);
  }, [key]);
  useEffect(() => write(key, JSON.stringify(draft), begun), [key, draft, begun]);
  return [draft, setDraft, () => write(key, begun, begun)];
}

function read<Draft>(key: string): Draft | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Draft);
  } catch {
    return null; // a browser may forbid it
  }
}

function write(key: string, text: string, begun: string): void {
  try {
    if (text === begun) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // then it lives as long as the page
  }
}
