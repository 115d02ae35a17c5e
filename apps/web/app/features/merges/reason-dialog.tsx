import { useState, type FormEvent } from 'react';
import type { ProblemFacts } from '~/data/problem';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import styles from './merges.module.css';

interface Props {
  open: boolean;
  onClose(): void;
  title: string;
  text: string;
  label: string;
  action: string;
  max: number;
  busy: boolean;
  problem: ProblemFacts | null;
  onSend(reason: string): void;
}

/** One question with a reason in words. */
export function ReasonDialog({ open, onClose, title, text, label, action, max, busy, problem, onSend }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(reason);
  };
  return (
    <Dialog open={open} onOpenChange={(stays) => !stays && onClose()} title={title} description={text}>
      <form method="post" className={styles.form} onSubmit={submit}>
        <TextArea label={label} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={max} rows={4} required />
        <FormProblem problem={problem} />
        <div className={styles.buttons}>
          <Button tone="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <SubmitButton tone="primary" busy={busy} disabled={reason.trim() === ''}>{action}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
