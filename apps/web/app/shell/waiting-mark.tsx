import { useT } from '~/i18n/react';
import styles from './inbox-bell.module.css';
import { useReviewsWaiting } from './reviews-waiting';

/** How many items wait for moderators, on the sign of their desk. */
export function WaitingMark() {
  const t = useT();
  const waiting = useReviewsWaiting();
  if (waiting === null || waiting === 0) return null;
  return (
    <span className={styles.mark}>
      <span className="visually-hidden">{t('review.waitingCount', { count: waiting })}</span>
      <span aria-hidden="true">{waiting > 99 ? '99+' : t.number(waiting)}</span>
    </span>
  );
}
