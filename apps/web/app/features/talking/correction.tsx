import { useState, type FormEvent } from 'react';
import type { ProblemFacts } from '~/data/problem';
import type { Withholding } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useToast } from '~/kit/toast';
import { isNudged, useRephrasing } from '../withheld/use-rephrasing';
import styles from './composer.module.css';

interface CorrectionProps {
  label: string;
  /** As it stands. */
  body: string;
  maxLength: number;
  /** Saves the new words. What it throws is shown, and they stay. @returns that they wait for a moderator */
  onSave(body: string, rephrased: string | null): Promise<{ readonly withheld: Withholding | null }>;
  /** Saved, called off, or nothing was changed. */
  onDone(): void;
}

/** One's own words, opened for a correction. */
export function Correction({ label, body: before, maxLength, onSave, onDone }: CorrectionProps) {
  const t = useT();
  const toast = useToast();
  const rephrasing = useRephrasing();
  const [body, setBody] = useState(before);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (body === before) return onDone();
    setBusy(true);
    try {
      const { withheld } = await onSave(body, rephrasing.rephrased());
      if (withheld === 'HOLD') toast(t('withheld.heldSaved'));
      onDone();
    } catch (error) {
      setProblem(rephrasing.stopped(error));
      setBusy(false);
    }
  };
  return (
    <form method="post" className={styles.composer} onSubmit={(event) => void save(event)}>
      <MarkdownEditor compact hideLabel label={label} value={body} onChange={setBody} maxLength={maxLength} rows={4} />
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <Button tone="quiet" onClick={onDone}>{t('common.cancel')}</Button>
        <SubmitButton tone="primary" busy={busy} disabled={body.trim() === ''}>{t(isNudged(problem) ? 'withheld.saveAnyway' : 'common.save')}</SubmitButton>
      </div>
    </form>
  );
}
