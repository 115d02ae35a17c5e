import { useT } from '~/i18n/react';
import { TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import type { CommunityDraft } from './community-draft';
import styles from './fields.module.css';

type Texts = Pick<CommunityDraft, 'guidelines' | 'terms' | 'minAge'>;

/** What people keep to, and what they accept on joining. */
export function TextsFields({ draft, onChange, strict }: { draft: Texts; onChange(change: Partial<Texts>): void; strict: boolean }) {
  const t = useT();
  const age = /^\d{1,2}$/.test(draft.minAge);
  return (
    <div className={styles.fields}>
      <MarkdownEditor label={t('running.guidelines')} hint={t('running.guidelinesHint')} value={draft.guidelines} maxLength={20_000} rows={9} onChange={(guidelines) => onChange({ guidelines })} />
      <MarkdownEditor label={t('running.terms')} hint={t('running.termsHint')} value={draft.terms} maxLength={50_000} rows={9} onChange={(terms) => onChange({ terms })} error={strict && !draft.terms.trim() ? t('running.termsMissing') : null} />
      <AgeField value={draft.minAge} onChange={(minAge) => onChange({ minAge })} valid={age} />
    </div>
  );
}

export function AgeField({ value, onChange, valid }: { value: string; onChange(value: string): void; valid: boolean }) {
  const t = useT();
  return <TextField label={t('running.minAge')} hint={t('running.minAgeHint')} name="minAge" inputMode="numeric" value={value} maxLength={2} onChange={(event) => onChange(event.target.value)} error={valid ? null : t('running.minAgeWrong')} className={styles.narrow} />;
}
