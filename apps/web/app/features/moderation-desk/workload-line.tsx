import { useT } from '~/i18n/react';
import { useNow } from '~/shell/now';
import type { Workload } from './moderation-desk.server';
import { waitedFor } from './waiting';
import styles from './workload-line.module.css';

/** How much waits, how long, and how much is done: what a shift looks like in one line. */
export function WorkloadLine({ workload, community }: { workload: Workload; community: string }) {
  const t = useT();
  const now = useNow();
  const { open, claimed, oldest, decidedThisWeek } = workload;
  return (
    <dl className={styles.line} aria-label={t('review.workload', { community })}>
      <div><dt>{t('review.workloadOpen')}</dt><dd>{t.number(open)}</dd></div>
      {claimed > 0 && <div><dt>{t('review.workloadClaimed')}</dt><dd>{t.number(claimed)}</dd></div>}
      {oldest && <div><dt>{t('review.workloadOldest')}</dt><dd>{waitedFor(t, oldest, now)}</dd></div>}
      <div><dt>{t('review.workloadWeek')}</dt><dd>{t.number(decidedThisWeek)}</dd></div>
    </dl>
  );
}
