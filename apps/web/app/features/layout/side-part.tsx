import type { ReactNode } from 'react';
import styles from './side-part.module.css';

/** A titled part of the side column. */
export function SidePart({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
