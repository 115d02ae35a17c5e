import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { FanShape } from '~/kit/marks';
import styles from './account-page.module.css';

/** A question about the account, with Fanfare's promises beside it where there is room. */
export function AccountPage({ title, lead, children, below }: { title: string; lead?: ReactNode; children: ReactNode; below?: ReactNode }) {
  const t = useT();
  return (
    <div className={styles.page}>
      <section className={styles.form}>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        <div className={styles.body}>{children}</div>
        {below && <div className={styles.below}>{below}</div>}
      </section>
      <aside className={styles.panel} aria-hidden="true">
        <div className={styles.fan}><FanShape size={620} /></div>
        <ul role="list" className={styles.promises}>
          <li>{t('account.promise1')}</li>
          <li>{t('account.promise2')}</li>
          <li>{t('account.promise3')}</li>
        </ul>
      </aside>
    </div>
  );
}
