import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import styles from './tabs.module.css';

export interface TabLink {
  to: string;
  label: string;
  current: boolean;
  /** Shown small beside the label. */
  count?: number;
}

/** Views of one page, each with its own address. Scrolls sideways on a phone, with the current one in sight. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const t = useT();
  const row = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.to;
  useEffect(() => showCurrent(row.current!), [current]);
  return (
    <nav ref={row} aria-label={label} className={styles.tabs}>
      <ul role="list">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} className={styles.tab} aria-current={tab.current ? 'page' : undefined} preventScrollReset>
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}>{t.compact(tab.count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The row alone is scrolled, never the page. */
function showCurrent(row: HTMLElement): void {
  const [all, tab] = [row.getBoundingClientRect(), row.querySelector('[aria-current]')?.getBoundingClientRect()];
  if (tab) row.scrollLeft += tab.left + tab.width / 2 - (all.left + all.width / 2);
}
