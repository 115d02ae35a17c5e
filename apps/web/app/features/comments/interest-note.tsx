import type { InterestKind } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import styles from './interest-note.module.css';

/** A tie that the author declared, beside the text it colours. */
export function InterestNote({ interest }: { interest: { kind: InterestKind; note: string } }) {
  const t = useT();
  return (
    <p className={styles.note}>
      <Icon name="info" size={16} />
      <span><strong>{t(`domain.interest.${interest.kind}`)}</strong>{interest.note && ` · ${interest.note}`}</span>
      <span className="visually-hidden">({t('idea.interestHint')})</span>
    </p>
  );
}
