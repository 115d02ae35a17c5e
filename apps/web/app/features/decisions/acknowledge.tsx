import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { AcknowledgeWarningDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { sessionChanged } from '~/shell/session-change';
import type { FullDecision } from './decision.server';
import styles from './decision-page.module.css';

/** A warning waits until whoever is warned says that they have read it; then they may write again. */
export function Acknowledge({ decision: { id, action, state, acknowledgedAt } }: { decision: FullDecision }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  if (action !== 'WARN') return null;
  if (acknowledgedAt) return <p role="status" className={styles.done}><Icon name="check" size={18} />{t('decisions.acknowledged', { date: t.date(acknowledgedAt) })}</p>;
  if (state !== 'IN_FORCE') return null;
  const acknowledge = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await mutate(AcknowledgeWarningDocument, { input: { decision: id } });
      sessionChanged();
      await revalidate();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card tone="accent" className={styles.part}>
      <p>{t('decisions.acknowledgeText')}</p>
      <FormProblem problem={problem} />
      <p><Button tone="primary" busy={busy} onClick={() => void acknowledge()}>{t('decisions.acknowledge')}</Button></p>
    </Card>
  );
}
