import { useT } from '~/i18n/react';
import styles from './numbers.module.css';
import type { Spans } from './spans';

/** Visitors over time, with the highest point in a sentence. */
export function Columns({ spans: { by, spans } }: { spans: Spans }) {
  const t = useT();
  const peak = spans.reduce((best, span) => (span.visitors > best.visitors ? span : best), spans[0]!);
  const [first, last] = [spans[0]!, spans.at(-1)!];
  return (
    <figure className={styles.figure}>
      <div className={styles.columns} aria-hidden="true">
        {spans.map(({ from, visitors }) => <span key={from} style={{ blockSize: `${(visitors / Math.max(1, peak.visitors)) * 100}%` }} />)}
      </div>
      <div className={styles.ends} aria-hidden="true"><span>{t.date(first.from, { dateStyle: 'medium', timeZone: 'UTC' })}</span><span>{t.date(last.from, { dateStyle: 'medium', timeZone: 'UTC' })}</span></div>
      <figcaption className={styles.quiet}>{t(by === 'DAY' ? 'numbers.columnsByDay' : 'numbers.columnsByWeek', { most: peak.visitors, date: t.date(peak.from) })}</figcaption>
    </figure>
  );
}
