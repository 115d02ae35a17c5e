import { useState, type FormEvent } from 'react';
import { AnswerIdeasDocument, type AnswerIdeasMutation, type IdeaStatus } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { adviceFor, hasEstimate, LONGEST_RESPONSE } from './answer-facts';
import type { Period } from './estimate';
import { EstimateField } from './estimate-field';
import { StatusChoice } from './status-choice';
import { commonStatuses, howMany } from './bulk';
import { isRefused, useSend } from './use-send';
import styles from './bulk-dialog.module.css';

export interface Chosen {
  readonly id: string;
  readonly title: string;
  readonly status: IdeaStatus;
  readonly answerStatuses: readonly IdeaStatus[];
}

type Results = AnswerIdeasMutation['answerIdeas']['results'];

interface Props {
  open: boolean;
  ideas: readonly Chosen[];
  onClose(): void;
  /** Ids of those that were answered. */
  onAnswered(ids: readonly string[]): void;
}

/** One answer for several ideas. Each has its own outcome: one that cannot move holds up no other. */
export default function BulkDialog({ open, ideas, onClose, onAnswered }: Props) {
  const t = useT();
  const [results, setResults] = useState<{ of: readonly Chosen[]; all: Results } | null>(null);
  const done = (all: Results) => {
    setResults({ of: ideas, all });
    onAnswered(all.filter(({ problem }) => !problem).map(({ id }) => id));
  };
  const shown = results?.of ?? ideas;
  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => !stays && onClose()}
      title={results ? t('desk.bulkDoneTitle', { done: results.all.filter(({ problem }) => !problem).length, count: shown.length }) : t('desk.bulkTitle', { count: shown.length })}
      footer={results ? <Button tone="primary" onClick={onClose}>{t('common.close')}</Button> : undefined}
    >
      {results ? <Outcomes ideas={results.of} results={results.all} /> : <BulkForm ideas={ideas} onDone={done} onCancel={onClose} />}
    </Dialog>
  );
}

function BulkForm({ ideas, onDone, onCancel }: { ideas: readonly Chosen[]; onDone(results: Results): void; onCancel(): void }) {
  const t = useT();
  const choices = commonStatuses(ideas);
  const [status, setStatus] = useState<IdeaStatus>(choices[0]!);
  const [response, setResponse] = useState('');
  const [estimate, setEstimate] = useState<Period | null>(null);
  const { send, busy, problem } = useSend(AnswerIdeasDocument);
  const left = ideas.length - howMany(ideas, status);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = hasEstimate(status) && estimate ? { estimate } : {};
    const answer = await send({ ideas: ideas.map(({ id }) => id), status, response, ...given });
    if (!isRefused(answer)) onDone(answer.answerIdeas.results);
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      <StatusChoice choices={choices} value={status} onChange={setStatus} note={(place) => t('desk.bulkPossible', { count: howMany(ideas, place), of: ideas.length })} />
      {left > 0 && <p className={styles.left}><Icon name="info" size={18} />{t('desk.bulkLeft', { count: left })}</p>}
      <MarkdownEditor label={t('desk.response')} hint={t(adviceFor(status, true))} value={response} onChange={setResponse} maxLength={LONGEST_RESPONSE} rows={6} />
      {hasEstimate(status) && <EstimateField value={estimate} onChange={setEstimate} />}
      {status === 'DELIVERED' && <p className={styles.left}><Icon name="info" size={18} />{t('desk.bulkNoCredit')}</p>}
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <Button tone="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
        <SubmitButton tone="primary" busy={busy} disabled={response.trim() === ''}>{t('desk.bulkPublish', { count: ideas.length })}</SubmitButton>
      </div>
    </form>
  );
}

/** What became of each. */
function Outcomes({ ideas, results }: { ideas: readonly Chosen[]; results: Results }) {
  const t = useT();
  const titles = new Map(ideas.map(({ id, title }) => [id, title]));
  return (
    <ul role="list" className={styles.outcomes}>
      {results.map(({ id, idea, problem }) => (
        <li key={id} data-refused={problem ? '' : undefined}>
          <Icon name={problem ? 'warning' : 'check'} size={18} />
          <span>
            <strong>{titles.get(id)}</strong>{' '}
            {problem ? problemText(t, { code: problem.code, params: {} }) : idea && t('desk.bulkNow', { status: t(`domain.status.${idea.status}`) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
