import { useEffect, useState } from 'react';

/** What is quicker than this needs no sign that something is going on. */
const WORTH_SHOWING_MS = 150;

/** True once `active` has lasted long enough to be worth showing. */
export function useDelayed(active: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return setLate(false);
    const timer = setTimeout(() => setLate(true), WORTH_SHOWING_MS);
    return () => clearTimeout(timer);
  }, [active]);
  return active && late;
}
