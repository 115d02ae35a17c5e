import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import type { ReviewItem } from './moderation-desk.server';
import styles from './item.module.css';

/** Says that a text criticises the brand: an opinion is no reason, and what goes must break a rule in a passage of its own. */
export function CriticismNote({ criticism }: { criticism: ReviewItem['criticism'] }) {
  const t = useT();
  if (!criticism?.critical) return null;
  const list = new Intl.ListFormat(t.locale).format(criticism.words.map((word) => t('review.quoted', { words: word })));
  return (
    <aside className={styles.criticism} aria-label={t('review.criticism')}>
      <Icon name="info" size={20} />
      <div>
        <p><strong>{t('review.criticism')}</strong></p>
        <p>{t('review.criticismText')}</p>
        {criticism.words.length > 0 && <p className={styles.aside}>{t('review.criticismWords', { words: list })}</p>}
      </div>
    </aside>
  );
}
