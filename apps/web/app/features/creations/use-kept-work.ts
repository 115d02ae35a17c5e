import { useEffect, useEffectEvent, useState } from 'react';
import { EMPTY_WORK, formatKeptWork, isEmpty, keptWork, type Work } from './work-draft';

/**
 * What is being written about a work, kept in this browser as it is written.
 *
 * @param name of the copy in the browser; null keeps nothing
 */
export function useKeptWork(name: string | null, start: Work = EMPTY_WORK) {
  const key = name && `fanfare.work.${name}`;
  const [work, setWork] = useState(start);
  const [restored, setRestored] = useState(false);
  const restore = useEffectEvent(() => {
    const kept = key && keptWork(read(key), Date.now());
    if (!kept) return;
    setWork(kept);
    setRestored(true);
  });
  useEffect(() => restore(), [key]);
  /** What is there is asked when it is used: uploads end when they will. */
  const change = (how: (work: Work) => Partial<Work>) =>
    setWork((now) => {
      const next = { ...now, ...how(now) };
      if (key) write(key, isEmpty(next) ? null : formatKeptWork(next, Date.now()));
      return next;
    });
  const drop = () => key && write(key, null);
  const discard = () => {
    drop();
    setWork(start);
    setRestored(false);
  };
  return { work, change, restored, drop, discard };
}

export type KeptWork = ReturnType<typeof useKeptWork>;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing still sends what stands on the screen.
  }
}
