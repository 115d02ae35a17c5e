import { useEffect, useRef, type ReactNode } from 'react';

/** How far below what is seen more is fetched. */
const AHEAD = '800px';
/** So often by itself; then whoever reads on says so, and whoever wants the foot of the page gets there. */
const MOST_ALONE = 5;

/** A list whose "show more" presses itself when it comes near. Without a script it is the link it was. */
export function Endless({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let left = MOST_ALONE;
    const seen = new IntersectionObserver(([entry]) => {
      const link = list.current?.querySelector<HTMLElement>('a[rel=next]:not([aria-busy])');
      if (!entry?.isIntersecting || !link || left === 0) return;
      left -= 1;
      link.click();
    }, { rootMargin: `0px 0px ${AHEAD}` });
    const look = () => {
      seen.unobserve(foot.current!);
      seen.observe(foot.current!);
    };
    look();
    // A page that is short leaves the foot in sight: it is looked at anew whenever something was added.
    const grown = new MutationObserver(look);
    grown.observe(list.current!, { childList: true, subtree: true });
    return () => {
      seen.disconnect();
      grown.disconnect();
    };
  }, []);
  return <div ref={list}>{children}<div ref={foot} /></div>;
}
