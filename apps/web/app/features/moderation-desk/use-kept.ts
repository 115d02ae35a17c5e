import { useEffect, useState } from 'react';

const PREFIX = 'fanfare-review ';

/**
 * A state that outlives leaving and coming back, for as long as the tab is open: nothing typed here is lost to a wrong key.
 * What it begins with stays out of the store.
 */
export function useKept<T>(name: string, first: T): [T, (value: T) => void] {
  const key = PREFIX + name;
  const [value, setValue] = useState(first);
  useEffect(() => setValue(read<T>(key) ?? first), [key]);
  const keep = (next: T) => {
    setValue(next);
    write(key, next, first);
  };
  return [value, keep];
}

function read<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null; // a browser may forbid it
  }
}

function write<T>(key: string, value: T, first: T): void {
  try {
    const text = JSON.stringify(value);
    if (text === JSON.stringify(first)) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // then it lives as long as the page
  }
}
