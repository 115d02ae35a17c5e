import { useState } from 'react';
import { ConfirmDecisionDocument, type DecisionFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useChange } from '../merges/use-change';
import { statementOf } from './decision-words';
import type { ReviewItem, Rule } from './moderation-desk.server';
import { Statement } from './statement';
import { useKept } from './use-kept';
import { focusOn } from './use-desk-keys';
import { mayNot } from './why-not';
import styles from './decision.module.css';

interface Props {
  item: ReviewItem;
  rules: readonly Rule[];
  onDone(decision: DecisionFactsFragment): void;
}

/** What one moderator proposed and another must agree to. */
export function SecondPart({ item, rules, onDone }: Props) {
  const t = useT();
  const proposal = item.decisions.find(({ state }) => state === 'PROPOSED');
  if (!proposal) return null;
  const refusal = mayNot(t, item);
  return (
    <div className={styles.form}>
      <p className={styles.why}><Icon name="users" size={18} />{t('review.needsSecond', { scope: proposal.scope })}</p>
      <section className={styles.preview}>
        <h3>{t('review.proposed')}</h3>
        <Statement facts={statementOf(proposal, rules)} />
      </section>
      {refusal ? <p className={styles.why}><Icon name="lock" size={18} />{refusal}</p> : <Word proposal={proposal} onDone={onDone} />}
    </div>
  );
}

/** The second moderator's word: agreed, it binds; against it always with a reason. */
function Word({ proposal, onDone }: { proposal: DecisionFactsFragment; onDone: Props['onDone'] }) {
  const t = useT();
  const [reason, setReason] = useKept(`second ${proposal.id}`, '');
  const [lacking, setLacking] = useState(false);
  const { send, busy, problem } = useChange(ConfirmDecisionDocument, ({ confirmDecision }) => {
    setReason('');
    onDone(confirmDecision.decision);
  });
  const say = (agree: boolean) => {
    const lacks = !agree && !reason.trim();
    setLacking(lacks);
    if (lacks) focusOn('[data-field=second]');
    else send({ decision: proposal.id, agree, reason: reason.trim() || null });
  };
  return (
    <>
      <TextArea label={t('review.secondReason')} hint={t('review.secondReasonHint')} data-field="second" rows={2} maxLength={2_000} error={lacking ? t('review.missing.second') : null} value={reason} onChange={(event) => setReason(event.target.value)} />
      <FormProblem problem={problem} />
      <div className={styles.acts}>
        <Button tone="danger" busy={busy} onClick={() => say(true)}>{t('review.agree')}</Button>
        <Button busy={busy} onClick={() => say(false)}>{t('review.disagree')}</Button>
      </div>
    </>
  );
}
