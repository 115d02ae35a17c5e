import type { ApplicationOutcome } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Select, TextArea } from '~/kit/field';

interface Props {
  outcomes: readonly ApplicationOutcome[];
  outcome: ApplicationOutcome;
  onOutcome(outcome: ApplicationOutcome): void;
  reason: string;
  onReason(reason: string): void;
}

/** What every answer needs: which, and why. */
export function AnswerFields({ outcomes, outcome, onOutcome, reason, onReason }: Props) {
  const t = useT();
  return (
    <>
      <Select label={t('recruitment.outcome')} hint={t(`calls.outcome_${outcome}`)} value={outcome} onChange={(event) => onOutcome(event.target.value as ApplicationOutcome)} options={outcomes.map((value) => ({ value, label: t(`recruitment.one_${value}`) }))} />
      <TextArea label={t('recruitment.reason')} hint={t('recruitment.reasonHint')} value={reason} required minLength={3} maxLength={5_000} rows={5} onChange={(event) => onReason(event.target.value)} />
    </>
  );
}
