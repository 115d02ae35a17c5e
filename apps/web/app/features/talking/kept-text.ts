import { useEffect, useState } from 'react';

/**
 * A text that survives reloads, signing in and lost connections: kept in this browser under a name until it is sent. Starts
 * with `initial` on the server and while hydrating, then with what was kept.
 */
export function useKeptText(name: string, initial = ''): [text: string, setText: (text: string) => void] {
  const key = `fanfare.text.${name}`;
  const [text, setText] = useState(initial);
  useEffect(() => {
    const kept = read(key);
    if (kept) setText(kept);
  }, [key]);
  const change = (next: string) => {
    setText(next);
    write(key, next);
  };
  return [text, change];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    if (text.trim() === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing still sends what stands on the screen.
  }
}
