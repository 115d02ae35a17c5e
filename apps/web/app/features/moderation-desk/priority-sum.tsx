import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import type { ReviewItem } from './moderation-desk.server';
import { inLanguage } from './subject-words';
import styles from './item.module.css';

/** Where an item stands in the queue, and the sum that puts it there, one press away. */
export function PrioritySum({ priority: { value, factors } }: { priority: ReviewItem['full'] }) {
  const t = useT();
  const number = (one: number) => t.number(one, { maximumFractionDigits: 2 });
  return (
    <details className={styles.priority}>
      <summary><Icon name="chevronRight" size={16} />{t('review.priority', { value: number(value) })}</summary>
      <p className={styles.sum}>{factors.map((factor) => number(factor.value)).join(' × ')} = <strong>{number(value)}</strong></p>
      <dl className={styles.factors}>
        {factors.map((factor) => (
          <div key={factor.kind}>
            <dt>{t(`review.factor.${factor.kind}`)}</dt>
            <dd><strong>{number(factor.value)}</strong><span>{inLanguage(factor, t.locale)}</span></dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
