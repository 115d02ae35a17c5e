import type { InterestKind } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Checkbox, Select, TextField } from '~/kit/field';
import { LONGEST_INTEREST_NOTE } from '../posting/limits';
import styles from './interest-field.module.css';

export interface DeclaredInterest {
  readonly kind: InterestKind;
  readonly note: string;
}

const KINDS: readonly InterestKind[] = ['PROFESSIONAL', 'EMPLOYEE', 'COMPETITOR', 'PAID'];

/** Lets an author say what ties them to the matter. */
export function InterestField({ value, onChange }: { value: DeclaredInterest | null; onChange(value: DeclaredInterest | null): void }) {
  const t = useT();
  return (
    <div className={styles.interest}>
      <Checkbox
        label={t('idea.interestDeclare')}
        hint={t('idea.interestDeclareHint')}
        checked={value !== null}
        onChange={(event) => onChange(event.target.checked ? { kind: 'PROFESSIONAL', note: '' } : null)}
      />
      {value && (
        <div className={styles.details}>
          <Select
            label={t('idea.interestKind')}
            value={value.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t(`domain.interest.${kind}`) }))}
            onChange={(event) => onChange({ ...value, kind: event.target.value as InterestKind })}
          />
          <TextField
            label={t('idea.interestNote')}
            value={value.note}
            maxLength={LONGEST_INTEREST_NOTE}
            onChange={(event) => onChange({ ...value, note: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}
