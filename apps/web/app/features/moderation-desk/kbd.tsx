import { useT } from '~/i18n/react';
import styles from './keys-dialog.module.css';

/** One key of the keyboard, as it is printed on it. */
export function Kbd({ children }: { children: string }) {
  const t = useT();
  return <kbd className={styles.key}>{nameOf(children, t('review.keyEnter'), t('review.keyEscape'))}</kbd>;
}

function nameOf(key: string, enter: string, escape: string): string {
  return { Enter: enter, Escape: escape }[key] ?? key;
}
