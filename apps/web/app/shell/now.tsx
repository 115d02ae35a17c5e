import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';

const NowContext = createContext(0);
const never = () => () => {};

/** False on the server and during hydration, true afterwards. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

/**
 * The time that "3 hours ago" is relative to: the server's while hydrating, so that both render the same words, then the
 * browser's, moving on every minute.
 */
export function NowProvider({ initial, children }: { initial: number; children: ReactNode }) {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return <NowContext value={now}>{children}</NowContext>;
}

/** Milliseconds since 1970. */
export function useNow(): number {
  return useContext(NowContext);
}
