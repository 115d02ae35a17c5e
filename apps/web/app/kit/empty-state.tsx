import type { ReactNode } from 'react';
import { FanShape } from './marks';
import styles from './empty-state.module.css';

/** What this place is for, and the next step. */
export function EmptyState({ title, text, action, art, level = 2 }: { title: string; text?: ReactNode; action?: ReactNode; art?: ReactNode; level?: 1 | 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.empty}>
      <div className={styles.art}>{art ?? <FanShape size={72} open={0} />}</div>
      <Heading className={styles.title}>{title}</Heading>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
