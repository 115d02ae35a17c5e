import type { CallSelection } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { Checkbox, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { type CriterionDraft, MOST_CRITERIA, newCriterion } from './call-draft';
import type { Part } from './call-draft';
import { NumberField } from './number-field';
import { DateField } from './date-field';
import { FormSection } from './form-section';
import styles from './call-form.module.css';

const SELECTIONS: readonly CallSelection[] = ['PANEL', 'COMMUNITY', 'HALF'];

/** Who decides, by what, and whether they know for whom. */
export function DecidingFields({ draft, change }: Part) {
  const t = useT();
  const votes = draft.selection !== 'PANEL';
  return (
    <FormSection title={t('calls.partDeciding')} text={t('calls.partDecidingText')}>
      <fieldset className={styles.choices}>
        <legend>{t('calls.selection')}</legend>
        {SELECTIONS.map((value) => (
          <label key={value} className={styles.choice}>
            <input type="radio" name="selection" value={value} checked={draft.selection === value} onChange={() => change({ selection: value })} />
            <span><strong>{t(`calls.selection_${value}`)}</strong><small>{t(`calls.selectionText_${value}`)}</small></span>
          </label>
        ))}
      </fieldset>
      {!votes && <Checkbox label={t('calls.blind')} hint={t('calls.blindHint')} checked={draft.blind} onChange={(event) => change({ blind: event.target.checked })} />}
      {votes && <DateField label={t('calls.votingUntil')} hint={t('calls.votingHint')} optional value={draft.votingUntil} onChange={(votingUntil) => change({ votingUntil })} />}
      {draft.selection !== 'COMMUNITY' && <Criteria draft={draft} change={change} />}
    </FormSection>
  );
}

function Criteria({ draft: { criteria }, change }: Part) {
  const t = useT();
  const edit = (at: number, part: Partial<CriterionDraft>) => change({ criteria: criteria.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className={styles.criteria}>
      <legend>{t('calls.criteria')}</legend>
      <p className={styles.quiet}>{t('calls.criteriaHint')}</p>
      {criteria.map(({ key, label, weight }, at) => (
        <div key={key} className={styles.criterion}>
          <TextField label={t('calls.criterion', { number: at + 1 })} value={label} maxLength={100} required onChange={(event) => edit(at, { label: event.target.value })} />
          <NumberField label={t('calls.weight')} value={String(weight)} min={1} max={100} onChange={(value) => edit(at, { weight: Number(value) })} />
          {criteria.length > 1 && <IconButton size="s" icon={<Icon name="trash" size={18} />} label={t('calls.criterionRemove', { number: at + 1 })} onClick={() => change({ criteria: criteria.filter((_, index) => index !== at) })} />}
        </div>
      ))}
      {criteria.length < MOST_CRITERIA && <p><Button size="s" icon={<Icon name="plus" size={18} />} onClick={() => change({ criteria: [...criteria, newCriterion()] })}>{t('calls.criterionAdd')}</Button></p>}
    </fieldset>
  );
}
