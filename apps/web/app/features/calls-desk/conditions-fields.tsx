import type { IdentityLevel, Level } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { IconButton } from '~/kit/button';
import { Select } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useHydrated } from '~/shell/now';
import { countriesIn } from './countries';
import type { Part } from './call-draft';
import { NumberField } from './number-field';
import { FormSection } from './form-section';
import styles from './call-form.module.css';

const LEVELS: readonly Level[] = ['NEWCOMER', 'FAN', 'REGULAR', 'ADVOCATE', 'CHAMPION'];
const IDENTITIES: readonly IdentityLevel[] = ['CONFIRMED', 'LINKED', 'VERIFIED'];

/** Who may apply. */
export function ConditionsFields({ draft, change }: Part) {
  const t = useT();
  return (
    <FormSection title={t('calls.partWho')} text={t('calls.partWhoText')}>
      <div className={styles.three}>
        <Select label={t('calls.level')} hint={t('calls.levelHint')} value={draft.leastLevel} onChange={(event) => change({ leastLevel: event.target.value as Level })} options={LEVELS.map((value) => ({ value, label: t(`domain.level.${value}`) }))} />
        <Select label={t('calls.identity')} value={draft.leastIdentity} onChange={(event) => change({ leastIdentity: event.target.value as IdentityLevel })} options={IDENTITIES.map((value) => ({ value, label: t(`domain.identity.${value}`) }))} />
        <NumberField label={t('calls.age')} hint={t('calls.ageHint')} optional value={draft.leastAge} min={0} max={120} onChange={(leastAge) => change({ leastAge })} />
      </div>
      <Regions draft={draft} change={change} />
    </FormSection>
  );
}

function Regions({ draft: { regions }, change }: Part) {
  const t = useT();
  const hydrated = useHydrated(); // the server may know a country by another name
  const countries = hydrated ? countriesIn(t.locale) : [];
  const nameOf = (code: string) => countries.find(({ value }) => value === code)?.label ?? code;
  const add = (code: string) => code && change({ regions: [...regions, code] });
  return (
    <div className={styles.regions}>
      <Select
        label={t('calls.regions')}
        hint={regions.length === 0 ? t('calls.regionsNone') : t('calls.regionsSome')}
        value=""
        onChange={(event) => add(event.target.value)}
        options={[{ value: '', label: t('calls.regionAdd') }, ...countries.filter(({ value }) => !regions.includes(value))]}
      />
      {regions.length > 0 && (
        <ul role="list" className={styles.chips}>
          {regions.map((code) => (
            <li key={code}>
              {nameOf(code)}
              <IconButton size="s" icon={<Icon name="close" size={16} />} label={t('calls.regionRemove', { country: nameOf(code) })} onClick={() => change({ regions: regions.filter((one) => one !== code) })} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
