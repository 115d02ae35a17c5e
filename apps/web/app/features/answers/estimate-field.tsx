import type { EstimatePrecision } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Select } from '~/kit/field';
import { useNow } from '~/shell/now';
import { periodName, periodsFrom, widen, type Period } from './estimate';
import styles from './estimate-field.module.css';

const PRECISIONS: readonly EstimatePrecision[] = ['MONTH', 'QUARTER', 'YEAR'];

/** When it is expected, as exactly as the team wants to say; or not at all. */
export function EstimateField({ value, onChange }: { value: Period | null; onChange(period: Period | null): void }) {
  const t = useT();
  const now = useNow();
  const choose = (precision: string) => {
    const kind = PRECISIONS.find((known) => known === precision);
    onChange(kind ? (value ? widen(value, kind) : periodsFrom(now, kind)[1]!) : null);
  };
  return (
    <div className={styles.when}>
      <Select
        label={t('desk.estimate')}
        hint={t('desk.estimateHint')}
        value={value?.precision ?? ''}
        onChange={(event) => choose(event.target.value)}
        options={[{ value: '', label: t('desk.estimateNone') }, ...PRECISIONS.map((precision) => ({ value: precision, label: t(`desk.precision_${precision}`) }))]}
      />
      {value && (
        <Select
          label={t('desk.estimatePeriod')}
          value={value.from}
          onChange={(event) => onChange({ ...value, from: event.target.value })}
          options={offered(value, now).map((period) => ({ value: period.from, label: periodName(t, period) }))}
        />
      )}
    </div>
  );
}

/** A period that was set before and has passed stays among the choices. */
function offered(value: Period, now: number): Period[] {
  const coming = periodsFrom(now, value.precision);
  return coming.some(({ from }) => from === value.from) ? coming : [value, ...coming];
}
