import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { Button } from './button';
import styles from './dialog.module.css';

/** Below a form that stands in a dialog: the way out, then what sends it. */
export function DialogButtons({ onCancel, children }: { onCancel(): void; children: ReactNode }) {
  const t = useT();
  return <div className={styles.foot}><Button onClick={onCancel}>{t('common.cancel')}</Button>{children}</div>;
}
