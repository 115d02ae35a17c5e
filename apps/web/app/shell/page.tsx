import type { ReactNode } from 'react';
import { classes } from '~/kit/classes';
import styles from './page.module.css';

interface PageProps {
  children: ReactNode;
  side?: ReactNode;
  after?: ReactNode;
  width?: 'wide' | 'text' | 'form';
  className?: string;
}

/**
 * The space of a page below the header. `width`: 'wide' for columns, 'text' for reading, 'form' for one question.
 * With `side` there are two columns on a desktop: what is read, and what is beside it. `after` goes on below what is read; on a
 * phone, what is beside stands between the two.
 */
export function Page({ children, side, after, width = 'wide', className }: PageProps) {
  return (
    <div className={classes(styles.page, styles[width], className)}>
      {side ? (
        <div className={styles.columns}>
          <div className={styles.reading}>{children}</div>
          <aside className={styles.side}>{side}</aside>
          {after && <div className={styles.after}>{after}</div>}
        </div>
      ) : <>{children}{after}</>}
    </div>
  );
}

/** The title of a page with one sentence and its actions. */
export function PageTitle({ title, lead, actions }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.title}>
      <div>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
