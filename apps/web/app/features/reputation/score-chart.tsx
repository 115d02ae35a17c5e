import { useT } from '~/i18n/react';
import type { Explained, WhyCommunity } from './reputation.server';
import styles from './score-chart.module.css';

type History = NonNullable<Explained['reputation']['history']>;

const [WIDTH, HEIGHT, TOP, BOTTOM, RIGHT] = [640, 200, 18, 24, 56];
/** Between two names, in units of the drawing: a phone writes them larger. */
const APART = 24;

/** The score over time, as steps, with the levels it passed; the same numbers stand in a table. */
export function ScoreChart({ history, levels }: { history: History; levels: WhyCommunity['levels'] }) {
  const t = useT();
  const rows = byDay(history);
  const plot = plotOf(history);
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const lines = legible(levels.filter(({ score }) => score > 0 && score <= plot.top), plot.y);
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time" className={styles.heading}>{t('reputation.chart')}</h2>
      <p className={styles.quiet}>{t('reputation.chartSummary', { from: t.date(first.day), until: t.date(last.day), score: last.score })}</p>
      <figure className={styles.chart}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
          <line x1={0} x2={WIDTH - RIGHT} y1={plot.y(0)} y2={plot.y(0)} className={styles.axis} />
          {lines.map(({ level, score }) => <line key={level} x1={0} x2={WIDTH - RIGHT} y1={plot.y(score)} y2={plot.y(score)} className={styles.level} />)}
          <path d={`${plot.path} V${plot.y(0)} H0 Z`} className={styles.area} />
          <path d={plot.path} className={styles.line} />
          {lines.map(({ level, score }) => <text key={level} x={2} y={plot.y(score) - 4} className={styles.label}>{t(`domain.level.${level}`)} {t.number(score)}</text>)}
          <circle cx={WIDTH - RIGHT} cy={plot.y(last.score)} r={4.5} className={styles.dot} />
          <text x={WIDTH - RIGHT + 10} y={plot.y(last.score) + 5} className={styles.now}>{t.number(last.score)}</text>
          <text x={0} y={HEIGHT - 4} className={styles.label}>{t.date(first.day, SHORT)}</text>
          <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end" className={styles.label}>{t.date(last.day, SHORT)}</text>
        </svg>
        <details className={styles.numbers}>
          <summary>{t('reputation.chartTable')}</summary>
          <table>
            <thead><tr><th scope="col">{t('reputation.day')}</th><th scope="col">{t('reputation.score')}</th></tr></thead>
            <tbody>
              {rows.map(({ day, score }) => <tr key={day}><td>{t.date(day, MEDIUM)}</td><td>{t.number(score)}</td></tr>)}
            </tbody>
          </table>
        </details>
      </figure>
    </section>
  );
}

const SHORT = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const MEDIUM = { dateStyle: 'medium', timeZone: 'UTC' } as const;

/** From the top down, those whose names do not stand in each other's way. */
function legible(levels: WhyCommunity['levels'], y: (score: number) => number) {
  const kept: (typeof levels)[number][] = [];
  for (const level of levels.toReversed()) if (kept.length === 0 || y(level.score) - y(kept.at(-1)!.score) >= APART) kept.push(level);
  return kept;
}

/** The last score of each day. */
function byDay(history: History): { day: string; score: number }[] {
  const days = new Map(history.map(({ at, score }) => [at.slice(0, 10), score]));
  return [...days].map(([day, score]) => ({ day, score }));
}

/** From one entry to the next the score stays, then jumps. */
function plotOf(history: History) {
  const times = history.map(({ at }) => new Date(at).getTime());
  const [first, last] = [times[0]!, times.at(-1)!];
  const scores = history.map(({ score }) => score);
  const [top, bottom] = [Math.max(1, ...scores) * 1.08, Math.min(0, ...scores)];
  const x = (time: number) => ((time - first) / Math.max(1, last - first)) * (WIDTH - RIGHT);
  const y = (score: number) => HEIGHT - BOTTOM - ((score - bottom) / (top - bottom)) * (HEIGHT - BOTTOM - TOP);
  const steps = history.map(({ score }, at) => `H${x(times[at]!).toFixed(1)} V${y(score).toFixed(1)}`);
  return { top, y, path: `M0 ${y(0).toFixed(1)} ${steps.join(' ')} H${WIDTH - RIGHT}` };
}
