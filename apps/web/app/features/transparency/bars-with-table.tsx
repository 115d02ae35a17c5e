import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { type Bar, Bars } from '~/kit/bars';
import styles from './bars-with-table.module.css';

interface Props {
  bars: readonly Bar[];
  /** Heads of the table behind the drawing: what is counted, how many. */
  heads: readonly [string, string];
  /** What a full bar is; the longest of them when left out. */
  full?: number;
  note?: ReactNode;
}

/** Bars, with the same numbers in a table behind them, which is what a screen reader reads. */
export function BarsWithTable({ bars, heads, full, note }: Props) {
  const t = useT();
  return (
    <figure className={styles.chart}>
      <div aria-hidden="true"><Bars label={heads[0]} bars={bars} full={full} /></div>
      <details className={styles.numbers}>
        <summary>{t('transparency.table')}</summary>
        <table>
          <thead><tr><th scope="col">{heads[0]}</th><th scope="col">{heads[1]}</th></tr></thead>
          <tbody>{bars.map(({ key, lang, label, shown, value }) => <tr key={key}><th scope="row" lang={lang}>{label}</th><td>{shown ?? t.number(value)}</td></tr>)}</tbody>
        </table>
      </details>
      {note && <figcaption className={styles.note}>{note}</figcaption>}
    </figure>
  );
}
