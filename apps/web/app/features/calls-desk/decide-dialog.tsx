import { useState, type FormEvent } from 'react';
import { type ApplicationOutcome, DecideApplicationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { DialogButtons } from '~/kit/dialog-buttons';
import { FormProblem } from '~/kit/error-state';
import { useAct } from '../circles/use-act';
import { AnswerFields } from './answer-fields';
import styles from './panel.module.css';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  ids: readonly string[];
  /** Of one applicant; of many their number is said. */
  name?: string;
  /** The answer that is taken back; none for a first one. */
  from?: string | null;
  onDone?(): void;
}

const OUTCOMES: readonly ApplicationOutcome[] = ['SELECTED', 'WAITING', 'DECLINED'];

/** One answer, with its reason, for one applicant or many; or another answer instead of the one they got. */
export function DecideDialog({ open, onOpenChange, ids, name, from = null, onDone }: Props) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const outcomes = OUTCOMES.filter((one) => one !== from);
  const [chosen, setChosen] = useState<ApplicationOutcome | null>(null);
  const [reason, setReason] = useState('');
  const outcome = chosen && outcomes.includes(chosen) ? chosen : outcomes[0]!;
  const title = name ? t(from ? 'calls.reverseTitle' : 'calls.answerTitle', { name }) : t('recruitment.decide', { count: ids.length });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(DecideApplicationDocument, { applications: [...ids], outcome, reason, reverse: from !== null }, t('recruitment.decided', { count: ids.length }));
    if (!done) return;
    onOpenChange(false);
    setReason('');
    setChosen(null);
    onDone?.();
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={from ? t('calls.reverseText') : undefined}>
      <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
        <AnswerFields outcomes={outcomes} outcome={outcome} onOutcome={setChosen} reason={reason} onReason={setReason} />
        <FormProblem problem={problem} />
        <DialogButtons onCancel={() => onOpenChange(false)}><SubmitButton tone="primary" busy={busy}>{t('recruitment.answer')}</SubmitButton></DialogButtons>
      </form>
    </Dialog>
  );
}
