import { useNavigation } from 'react-router';
import { useT } from '~/i18n/react';
import styles from './navigation-bar.module.css';

/** A thin line at the top while the next page is on its way; appears after 150 ms. */
export function NavigationBar() {
  const t = useT();
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return <div className={styles.bar} role="progressbar" aria-label={t('shell.navigating')} />;
}
