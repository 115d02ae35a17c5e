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

/** Views of one page, each with its own address. Scrolls sideways on a phone. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const t = useT();
  return (
    <nav aria-label={label} className={styles.tabs}>
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
