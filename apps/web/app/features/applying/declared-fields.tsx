import { useT } from '~/i18n/react';
import { Checkbox, Select } from '~/kit/field';
import type { CallFull } from '../recruitment/recruitment.server';

/** What an applicant says about themselves. */
export interface Declared {
  readonly country: string;
  readonly ofAge: boolean;
}

/** Asked only where the call asks it: where one lives, and whether one is old enough. */
export function DeclaredFields({ call, declared, onChange }: { call: CallFull; declared: Declared; onChange(declared: Declared): void }) {
  const t = useT();
  const { regions, leastAge } = call.eligibility;
  const names = new Intl.DisplayNames([t.locale], { type: 'region' });
  const options = regions.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => a.label.localeCompare(b.label, t.locale));
  return (
    <>
      {regions.length > 0 && (
        <Select label={t('applying.country')} hint={t('applying.countryHint')} value={declared.country} required onChange={(event) => onChange({ ...declared, country: event.target.value })} options={[{ value: '', label: t('applying.choose') }, ...options]} />
      )}
      {leastAge > 0 && <Checkbox label={t('applying.ofAge', { count: leastAge })} required checked={declared.ofAge} onChange={(event) => onChange({ ...declared, ofAge: event.target.checked })} />}
    </>
  );
}
