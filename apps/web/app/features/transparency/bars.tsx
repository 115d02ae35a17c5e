import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import styles from './bars.module.css';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Of the label, where it is not the reader's. */
  readonly lang?: string;
  readonly value: number;
  /** In words beside the bar; the number itself when left out. */
  readonly shown?: string;
  readonly muted?: boolean;
}

interface Props {
  bars: readonly Bar[];
  /** Heads of the table behind the drawing: what is counted, how many. */
  heads: readonly [string, string];
  /** What a full bar is; the longest of them when left out. */
  full?: number;
  note?: ReactNode;
}

/** Bars labelled directly, with the same numbers in a table behind them. */
export function Bars({ bars, heads, full, note }: Props) {
  const t = useT();
  const most = full ?? Math.max(1, ...bars.map(({ value }) => value));
  const shown = ({ value, shown: words }: Bar) => words ?? t.number(value);
  return (
    <figure className={styles.chart}>
      <div className={styles.bars} aria-hidden="true">
        {bars.map((bar) => (
          <div key={bar.key} className={styles.bar} data-muted={bar.muted || undefined}>
            <span className={styles.label} lang={bar.lang}>{bar.label}</span>
            <span className={styles.track}><span className={styles.fill} style={{ inlineSize: `${Math.min(100, (bar.value / most) * 100)}%` }} /></span>
            <span className={styles.value}>{shown(bar)}</span>
          </div>
        ))}
      </div>
      <details className={styles.numbers}>
        <summary>{t('transparency.table')}</summary>
        <table>
          <thead><tr><th scope="col">{heads[0]}</th><th scope="col">{heads[1]}</th></tr></thead>
          <tbody>{bars.map((bar) => <tr key={bar.key}><th scope="row" lang={bar.lang}>{bar.label}</th><td>{shown(bar)}</td></tr>)}</tbody>
        </table>
      </details>
      {note && <figcaption className={styles.note}>{note}</figcaption>}
    </figure>
  );
}
