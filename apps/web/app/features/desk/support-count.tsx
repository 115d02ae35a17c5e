import type { DeskIdeaFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import styles from './support-count.module.css';

/** Verified support large, all of it beside: what the team decides by. */
export function SupportCount({ support: { verified, raw, imported } }: Pick<DeskIdeaFragment, 'support'>) {
  const t = useT();
  const all = raw + imported;
  const label = t('desk.supportLabel', { verified, all });
  return (
    <span className={styles.count} data-hint={label}>
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true" className={styles.verified}><Icon name="arrowUp" size={16} strokeWidth={2.2} />{t.compact(verified || imported)}</span>
      {all !== (verified || imported) && <span aria-hidden="true" className={styles.all}>{t('desk.supportAll', { all: t.compact(all) })}</span>}
    </span>
  );
}
