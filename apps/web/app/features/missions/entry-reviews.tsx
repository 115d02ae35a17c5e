import type { EntryProgressFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import styles from './missions.module.css';

/** What the brand said, from the first. */
export function Reviews({ entry }: { entry: EntryProgressFragment }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  if (!entry.reviews?.length) return null;
  return (
    <div className={styles.stack}>
      <h3 className={styles.small}>{t('missions.reviewsName')}</h3>
      <ol role="list" className={styles.reviews}>
        {entry.reviews.map((review) => (
          <li key={review.id} data-outcome={review.outcome}>
            <p><strong>{t(`missions.outcome.${review.outcome}`)}</strong> <span className={styles.quiet}>{review.by?.displayName ?? t('missions.byAppeal')} · <RelativeTime at={review.reviewedAt} /></span></p>
            {review.reason && <p dir="auto">{review.reason}</p>}
            {review.scores.length > 0 && <ul role="list" className={styles.criteria} lang={locale}>{review.scores.map(({ criterion, score, of }) => <li key={criterion}><span>{criterion}</span> <span className={styles.quiet}>{t.number(score)} / {t.number(of)}</span></li>)}</ul>}
          </li>
        ))}
      </ol>
    </div>
  );
}
