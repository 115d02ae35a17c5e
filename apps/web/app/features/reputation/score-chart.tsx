import { useT } from '~/i18n/react';
import type { Explained } from './reputation.server';
import styles from './reputation.module.css';

type History = NonNullable<Explained['reputation']['history']>;

const [WIDTH, HEIGHT, PAD] = [640, 160, 8];

/** The score over time, as steps; the same numbers stand in a table for who cannot see it. */
export function ScoreChart({ history }: { history: History }) {
  const t = useT();
  const rows = byDay(history);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>{t('reputation.chart')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('reputation.chartSummary', { first: rows[0]!.score, last: rows.at(-1)!.score })}>
        <line x1={PAD} x2={WIDTH - PAD} y1={HEIGHT - PAD} y2={HEIGHT - PAD} className={styles.axis} />
        <path d={`${stepsOf(history)} L${WIDTH - PAD} ${HEIGHT - PAD} L${PAD} ${HEIGHT - PAD} Z`} className={styles.area} />
        <path d={stepsOf(history)} className={styles.line} />
      </svg>
      <details className={styles.numbers}>
        <summary>{t('reputation.chartTable')}</summary>
        <table>
          <thead><tr><th scope="col">{t('reputation.day')}</th><th scope="col">{t('reputation.score')}</th></tr></thead>
          <tbody>
            {rows.map(({ day, score }) => <tr key={day}><td>{t.date(day, { dateStyle: 'medium', timeZone: 'UTC' })}</td><td>{t.number(score)}</td></tr>)}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The last score of each day. */
function byDay(history: History): { day: string; score: number }[] {
  const days = new Map(history.map(({ at, score }) => [String(at).slice(0, 10), score]));
  return [...days].map(([day, score]) => ({ day, score }));
}

/** From one entry to the next the score stays, then jumps. */
function stepsOf(history: History): string {
  const times = history.map(({ at }) => new Date(at).getTime());
  const [first, last] = [times[0]!, times.at(-1)!];
  const top = Math.max(1, ...history.map(({ score }) => score));
  const bottom = Math.min(0, ...history.map(({ score }) => score));
  const x = (time: number) => PAD + ((time - first) / Math.max(1, last - first)) * (WIDTH - 2 * PAD);
  const y = (score: number) => HEIGHT - PAD - ((score - bottom) / (top - bottom)) * (HEIGHT - 2 * PAD);
  const steps = history.map(({ score }, at) => `H${x(times[at]!).toFixed(1)} V${y(score).toFixed(1)}`);
  return `M${PAD} ${y(0).toFixed(1)} ${steps.join(' ')} H${WIDTH - PAD}`;
}
