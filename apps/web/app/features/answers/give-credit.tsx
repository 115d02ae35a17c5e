import { useEffect, useState, type FormEvent } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { AnswerSheetDocument, GiveCreditDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { SkeletonText } from '~/kit/skeleton';
import { useToast } from '~/kit/toast';
import { type CreditChoice, creditsInput, firstChoice } from './credit-choice';
import { CreditStep } from './credit-step';
import { isRefused, useSend } from './use-send';
import styles from './bulk-dialog.module.css';

/** Names what and whom a delivered idea came from, after it was delivered. Who is named already stays so once. */
export default function GiveCredit({ idea, onClose }: { idea: string; onClose(): void }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const { choice, setChoice, problem: unread } = useFirstChoice(idea);
  const { send, busy, problem } = useSend(GiveCreditDocument);
  const chosen = choice && creditsInput(choice);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen || isRefused(await send({ idea, ...chosen }))) return;
    toast(t('desk.creditGiven'), { tone: 'good' });
    onClose();
    await revalidate();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('desk.creditGive')} description={t('desk.creditGiveText')}>
      <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
        {choice ? <CreditStep choice={choice} onChange={setChoice} /> : !unread && <SkeletonText />}
        <FormProblem problem={problem ?? unread} />
        <SubmitButton tone="primary" busy={busy} disabled={!chosen}>{t('desk.creditGive')}</SubmitButton>
      </form>
    </Dialog>
  );
}

function useFirstChoice(idea: string) {
  const [choice, setChoice] = useState<CreditChoice | null>(null);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  useEffect(() => {
    mutate(AnswerSheetDocument, { id: idea }).then(
      ({ idea: sheet }) => setChoice(firstChoice(sheet?.creditCandidates ?? null)),
      (error: unknown) => setProblem(asProblem(error)),
    );
  }, [idea]);
  return { choice, setChoice, problem };
}
