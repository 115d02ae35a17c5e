import { useEffect, useRef, useState } from 'react';
import styles from './hint.module.css';

interface Shown {
  text: string;
  x: number;
  y: number;
  below: boolean;
}

/**
 * One hint for the whole page: any element with `data-hint="…"` shows it on hover, focus or a long press. It repeats for the
 * eyes what the element's label says to screen readers, so it is hidden from them. Escape puts it away.
 */
export function HintLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const hide = () => {
      clearTimeout(timer.current);
      setShown(null);
    };
    const leave = () => setShown(null);
    const over = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-hint]') : null;
      if (!target) return hide();
      if (event.type === 'focusin' && !target.matches(':focus-visible')) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setShown(place(target)), event.type === 'focusin' ? 0 : 250);
    };
    const key = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', over);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', key);
    addEventListener('scroll', leave, true);
    return () => {
      hide();
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', over);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', key);
      removeEventListener('scroll', leave, true);
    };
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.hint} style={{ left: shown.x, top: shown.y }} data-below={shown.below || undefined} aria-hidden="true">
      {shown.text}
    </div>
  );
}

function place(target: Element): Shown {
  const box = target.getBoundingClientRect();
  const below = box.top < 56;
  const x = Math.min(Math.max(box.left + box.width / 2, 90), innerWidth - 90);
  return { text: target.getAttribute('data-hint') ?? '', x, y: below ? box.bottom + 6 : box.top - 6, below };
}
