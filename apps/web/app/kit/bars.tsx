import { Link } from 'react-router';
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
  /** The list behind the number. */
  readonly to?: string;
}

interface Props {
  /** What is drawn, for who hears it. */
  label: string;
  bars: readonly Bar[];
  /** What a full bar is; the longest of them when left out. */
  full?: number;
}

/** Bars labelled directly; one with a list behind it leads there. */
export function Bars({ label, bars, full }: Props) {
  const t = useT();
  const most = full ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul role="list" aria-label={label} className={styles.bars}>
      {bars.map(({ key, label: name, lang, value, shown, muted, to }) => (
        <li key={key} className={styles.bar} data-muted={muted || undefined}>
          <span className={styles.label} lang={lang}>{to ? <Link to={to}>{name}</Link> : name}</span>
          <span className={styles.track} aria-hidden="true"><span className={styles.fill} style={{ inlineSize: `${Math.min(100, Math.max(0, (value / most) * 100))}%` }} /></span>
          <span className={styles.value}>{shown ?? t.number(value)}</span>
        </li>
      ))}
    </ul>
  );
}
