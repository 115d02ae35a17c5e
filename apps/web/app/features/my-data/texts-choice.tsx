import { useT } from '~/i18n/react';
import styles from './my-data.module.css';

const CHOICES = [
  { value: 'KEEP', label: 'myData.keep', text: 'myData.keepText' },
  { value: 'ERASE', label: 'myData.erase', text: 'myData.eraseText' },
] as const;

/** What becomes of what somebody wrote, each with its consequence. Nothing is chosen for them. */
export function TextsChoice({ chosen }: { chosen?: string }) {
  const t = useT();
  return (
    <fieldset className={styles.choice}>
      <legend>{t('myData.textsLegend')}</legend>
      <div className={styles.options}>
        {CHOICES.map(({ value, label, text }) => (
          <label key={value} className={styles.option}>
            <input type="radio" name="texts" value={value} defaultChecked={chosen === value} required aria-describedby={`texts-${value}`} />
            <strong>{t(label)}</strong>
            <small id={`texts-${value}`}>{t(text)}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
