import { useState, type FormEvent } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { type CreditFactsFragment, WithdrawCreditDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { useToast } from '~/kit/toast';
import styles from './bulk-dialog.module.css';

const LONGEST_REASON = 1_000;

/** Takes a credit back, in public: it stays with the reason. */
export default function WithdrawCredit({ credit, onClose }: { credit: CreditFactsFragment; onClose(): void }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await mutate(WithdrawCreditDocument, { input: { credit: credit.id, reason } });
      toast(t('desk.creditWithdrawn'));
      onClose();
      await revalidate();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  const name = credit.member?.displayName ?? credit.idea?.title ?? '';
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('desk.creditWithdrawTitle', { name })} description={t('desk.creditWithdrawText')}>
      <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextArea label={t('desk.creditWithdrawReason')} rows={3} maxLength={LONGEST_REASON} value={reason} onChange={(event) => setReason(event.target.value)} />
        <FormProblem problem={problem} />
        <SubmitButton tone="danger" disabled={reason.trim() === ''}>{t('desk.creditWithdraw')}</SubmitButton>
      </form>
    </Dialog>
  );
}
