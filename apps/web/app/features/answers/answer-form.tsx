import type { FormEvent } from 'react';
import type { IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useToast } from '~/kit/toast';
import { adviceFor, hasEstimate, LONGEST_RESPONSE, type Sheet } from './answer-facts';
import { CreditStep } from './credit-step';
import { EstimateField } from './estimate-field';
import { MailPreview } from './mail-preview';
import { Reach } from './reach';
import { StatusChoice } from './status-choice';
import { useAnswer } from './use-answer';
import styles from './answer-sheet.module.css';

interface Props {
  sheet: Sheet;
  to: IdeaStatus | null;
  /** The idea is elsewhere than this sheet says. */
  onStale(): void;
  onAnswered(): void;
  onCancel(): void;
}

/** Where the idea goes, what everybody reads, whom it reaches. */
export function AnswerForm({ sheet, to, onStale, onAnswered, onCancel }: Props) {
  const t = useT();
  const toast = useToast();
  const answer = useAnswer(sheet, to);
  const { status, moves } = answer;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await answer.publish();
    if (outcome === 'stale') onStale();
    if (outcome !== 'done') return;
    toast(t('desk.answered', { count: sheet.answerReach?.people ?? 0 }), { tone: 'good' });
    onAnswered();
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      <StatusChoice choices={sheet.answerStatuses} value={status} onChange={answer.setStatus} from={sheet.status} />
      <MarkdownEditor
        label={t('desk.response')}
        hint={t(adviceFor(status, moves))}
        value={answer.response}
        onChange={answer.setResponse}
        maxLength={LONGEST_RESPONSE}
        rows={7}
      />
      {hasEstimate(status) && <EstimateField value={answer.estimate} onChange={answer.setEstimate} />}
      {answer.delivers && <CreditStep choice={answer.credits} onChange={answer.setCredits} />}
      {sheet.answerReach && <Reach reach={sheet.answerReach} />}
      <MailPreview idea={sheet.id} status={status} response={answer.response} />
      <FormProblem problem={answer.problem} />
      <div className={styles.buttons}>
        <Button tone="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
        <SubmitButton tone="primary" busy={answer.busy} disabled={answer.response.trim() === ''}>
          {moves ? t('desk.publishAndMove', { status: t(`domain.status.${status}`) }) : t('desk.publish')}
        </SubmitButton>
      </div>
    </form>
  );
}
