import { Skeleton } from '~/kit/skeleton';
import card from './idea-card.module.css';
import styles from './idea-skeleton.module.css';

/** Cards before their words arrive. */
export function IdeaSkeletons({ count }: { count: number }) {
  return (
    <div className={styles.list} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={card.card}>
          <Skeleton width="3.5rem" height="4rem" />
          <div className={card.words}>
            <Skeleton width="8rem" height="0.8rem" />
            <Skeleton width={`${70 - (index % 3) * 12}%`} height="1.4rem" />
            <Skeleton width="100%" height="0.9rem" />
            <Skeleton width="62%" height="0.9rem" />
          </div>
        </div>
      ))}
    </div>
  );
}
