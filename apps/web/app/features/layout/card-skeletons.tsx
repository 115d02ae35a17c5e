import { Card } from '~/kit/card';
import { Skeleton } from '~/kit/skeleton';
import styles from './skeletons.module.css';

/** Cards of a few lines before their words arrive. */
export function CardSkeletons({ count }: { count: number }) {
  return (
    <div className={styles.cards} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <Card key={index} snug className={styles.card}>
          <Skeleton width={`${45 + (index % 3) * 12}%`} height="1rem" />
          <Skeleton width="70%" height="0.8rem" />
          <Skeleton width="12rem" height="0.7rem" />
        </Card>
      ))}
    </div>
  );
}

/** Parts of a report before their numbers arrive: a heading, a sentence, bars. */
export function ChartSkeletons({ count }: { count: number }) {
  return (
    <div className={styles.charts} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.chart}>
          <Skeleton width="14rem" height="1.3rem" />
          <Skeleton width="65%" height="0.9rem" />
          {[90, 55, 30].map((width) => <Skeleton key={width} width={`${width}%`} height="0.75rem" />)}
        </div>
      ))}
    </div>
  );
}
