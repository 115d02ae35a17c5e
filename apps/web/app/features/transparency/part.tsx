import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import styles from './transparency-page.module.css';

interface Props {
  id: string;
  title: ReactNode;
  /** What the numbers show, in a sentence. */
  says: ReactNode;
  /** What is counted, and what is not. */
  definition: string;
  children?: ReactNode;
}

/** One part of the report: a sentence, its drawing, and what is counted a click away. */
export function Part({ id, title, says, definition, children }: Props) {
  const t = useT();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 id={id}>{title}</h3>
      <p className={styles.says}>{says}</p>
      {children}
      <details className={styles.definition}>
        <summary>{t('transparency.counted')}</summary>
        <p>{definition}</p>
      </details>
    </section>
  );
}
