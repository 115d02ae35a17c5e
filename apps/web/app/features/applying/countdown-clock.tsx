import { useEffect, useEffectEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useT } from '~/i18n/react';
import { useNow } from '~/shell/now';
import { leftUntil } from './countdown';
import styles from './applying.module.css';

/** How long there is left, moving on every second. When it is over, the page is asked again what is so now. */
export function CountdownClock({ at, label }: { at: string; label: string }) {
  const t = useT();
  const left = leftUntil(Date.parse(at), useSecond(Date.parse(at)));
  const words = left?.map(({ unit, value }) => `${t.number(value)} ${t(`applying.${unit}`, { count: value })}`).join(' ') ?? t('applying.momentNow');
  return (
    <div className={styles.clock}>
      <p className={styles.clockLabel}>{label}</p>
      <div role="timer" aria-label={`${label} ${words}`} className={styles.digits}>
        {left ? left.map(({ unit, value }) => (
          <span key={unit} className={styles.digit} aria-hidden="true"><b>{String(value).padStart(unit === 'days' ? 1 : 2, '0')}</b><small>{t(`applying.${unit}`, { count: value })}</small></span>
        )) : <span className={styles.digit}>{t('applying.momentNow')}</span>}
      </div>
    </div>
  );
}

/** Now, to the second; the server's minute while hydrating, so that both render the same. */
function useSecond(until: number): number {
  const minute = useNow();
  const { revalidate } = useRevalidator();
  const [now, setNow] = useState<number | null>(null);
  const tick = useEffectEvent(() => {
    const before = now ?? minute;
    const next = Date.now();
    setNow(next);
    if (before < until && next >= until) void revalidate();
  });
  useEffect(() => {
    const timer = setInterval(() => tick(), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now ?? minute;
}
