import { useT } from '~/i18n/react';
import styles from './inbox-bell.module.css';
import { useReviewsWaiting } from './reviews-waiting';

/** How many items wait for moderators, on the sign of their desk; for the eye. */
export function WaitingMark() {
  const t = useT();
  const waiting = useReviewsWaiting();
  return waiting ? <span className={styles.mark} aria-hidden="true">{waiting > 99 ? '99+' : t.number(waiting)}</span> : null;
}

/** The same in words, behind the name of the desk. */
export function WaitingWords() {
  const t = useT();
  const waiting = useReviewsWaiting();
  return waiting ? <span className="visually-hidden">{t('review.waitingCount', { count: waiting })}</span> : null;
}
