import type { ReportCategory } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { CATEGORIES } from './categories';
import styles from './reports.module.css';

/** What is wrong, in plain words, each with what it means. */
export function CategoryChoice({ value, onChange }: { value: ReportCategory | null; onChange(category: ReportCategory): void }) {
  const t = useT();
  return (
    <fieldset className={styles.choices}>
      <legend>{t('reports.what')}</legend>
      {CATEGORIES.map((category) => (
        <label key={category} className={styles.choice}>
          <input type="radio" name="category" value={category} checked={value === category} onChange={() => onChange(category)} required />
          <span>
            <strong>{t(`moderation.category_${category}`)}</strong>
            <span className={styles.meaning}>{t(`reports.means_${category}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
