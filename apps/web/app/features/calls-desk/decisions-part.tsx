import { useState, type FormEvent } from 'react';
import { AnswerReviewDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import type { PanelApplication, PanelCall } from './calls-desk.server';
import styles from './panel.module.css';

/** Every answer they got, the reviews asked for, and the place to answer the one that waits. */
export function DecisionsPart({ application, call }: { application: PanelApplication; call: PanelCall }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const decisions = application.decisions ?? [];
  if (decisions.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{t('calls.decisions')}</h3>
      <ol role="list" className={styles.decisions}>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <p><strong>{t(`recruitment.one_${decision.state}`)}</strong> <span className={styles.quiet}>{t.date(decision.at)}{decision.reverses ? ` · ${t('calls.reverses')}` : ''}</span></p>
            <p className={styles.quote} lang={locale}>{decision.reason}</p>
            {decision.reviewText && <><p><strong>{t('calls.reviewAsked')}</strong> <span className={styles.quiet}>{t.date(decision.reviewAskedAt!)}</span></p><p className={styles.quote} lang={locale}>{decision.reviewText}</p></>}
            {decision.reviewOutcome && <><p><strong>{t(`calls.review_${decision.reviewOutcome}`)}</strong></p><p className={styles.quote} lang={locale}>{decision.reviewAnswer}</p></>}
            {decision.reviewAskedAt && !decision.reviewOutcome && call.viewerRuns && application.viewerMayDecide.allowed && <AnswerReview id={application.id} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** That the answer stands, and why. What changes it is a reversal, which answers too. */
function AnswerReview({ id }: { id: string }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [answer, setAnswer] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await act(AnswerReviewDocument, { application: id, answer }, t('calls.reviewAnswered'));
  };
  return (
    <form method="post" className={styles.part} onSubmit={(event) => void submit(event)}>
      <TextArea label={t('calls.reviewKeep')} hint={t('calls.reviewKeepHint')} value={answer} required minLength={3} maxLength={5_000} rows={3} onChange={(event) => setAnswer(event.target.value)} />
      <FormProblem problem={problem} />
      <p><SubmitButton size="s" busy={busy}>{t('calls.reviewKeepDo')}</SubmitButton></p>
    </form>
  );
}
