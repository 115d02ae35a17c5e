import { useState, type FormEvent } from 'react';
import { useRevalidator } from 'react-router';
import { DecideMergeContestDocument, type MergeContestFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { RelativeTime } from '~/kit/relative-time';
import { useToast } from '~/kit/toast';
import { Side } from './duplicate-pairs';
import { useChange } from './use-change';
import styles from './merges.module.css';

/** A merge its author does not accept: both ideas, what was said, and the decision, for whoever may take it. */
export function MergeContest({ contest, mayDecide }: { contest: MergeContestFactsFragment; mayDecide: boolean }) {
  const t = useT();
  const { idea, target } = contest;
  if (!idea || !target) return null;
  return (
    <Card as="article" className={styles.pair}>
      <div className={styles.sides}><Side idea={idea} label={t('domain.status.MERGED')} /><Side idea={target} label={t('merges.into')} /></div>
      {contest.note && <p className={styles.quiet}>{t('merges.brandSaid', { note: contest.note })}</p>}
      <figure className={styles.words}>
        <figcaption>{t('merges.authorSays', { name: idea.author?.displayName ?? t('idea.commentFormer') })} · <RelativeTime at={contest.at} /></figcaption>
        <blockquote>{contest.reason}</blockquote>
      </figure>
      {mayDecide ? <Decision id={idea.id} /> : <p className={styles.quiet}>{t('merges.moderatorsDecide')}</p>}
    </Card>
  );
}

function Decision({ id }: { id: string }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useChange(DecideMergeContestDocument, () => {
    toast(t('merges.decided'), { tone: 'good' });
    void revalidate();
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { value } = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement;
    send({ idea: id, uphold: value === 'uphold', reason });
  };
  return (
    <form method="post" className={styles.form} onSubmit={submit}>
      <TextArea label={t('merges.decideReason')} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={2000} rows={3} required />
      <FormProblem problem={problem} />
      <div className={styles.acts}>
        <SubmitButton value="uphold" busy={busy} disabled={reason.trim() === ''}>{t('merges.uphold')}</SubmitButton>
        <SubmitButton value="deny" busy={busy} disabled={reason.trim() === ''}>{t('merges.deny')}</SubmitButton>
      </div>
    </form>
  );
}
