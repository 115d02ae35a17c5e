import { useCallback, useRef, useState, type ReactNode } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import { RenewProofDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { PasswordField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { usePasskeyFor } from './passkeys';
import styles from './security.module.css';

type Waiting = { proven: () => void; left: () => void };

/**
 * Does what needs a fresh proof of who is there: asks for it when the API does, then does it once more.
 * @returns `proven`, which answers false when the person turned back, and the dialog to put on the page
 */
export function useProven(hasPasskeys: boolean): { proven: (act: () => Promise<unknown>) => Promise<boolean>; dialog: ReactNode } {
  const [open, setOpen] = useState(false);
  const waiting = useRef<Waiting | null>(null);
  const settle = useCallback((how: keyof Waiting) => {
    setOpen(false);
    waiting.current?.[how]();
    waiting.current = null;
  }, []);
  const proven = useCallback(async (act: () => Promise<unknown>) => {
    try {
      await act();
      return true;
    } catch (error) {
      if (asProblem(error).code !== 'FRESH_PROOF_REQUIRED') throw error;
    }
    setOpen(true);
    const isProven = await new Promise<boolean>((resolve) => { waiting.current = { proven: () => resolve(true), left: () => resolve(false) }; });
    if (isProven) await act();
    return isProven;
  }, []);
  const dialog = <ProofDialog open={open} hasPasskeys={hasPasskeys} onLeave={() => settle('left')} onProven={() => settle('proven')} />;
  return { proven, dialog };
}

function ProofDialog({ open, hasPasskeys, onLeave, onProven }: { open: boolean; hasPasskeys: boolean; onLeave: () => void; onProven: () => void }) {
  const t = useT();
  const byPassword = useSubmission(
    useCallback(async ({ password = '' }) => {
      await mutate(RenewProofDocument, { input: { password } });
      onProven();
    }, [onProven]),
  );
  const byPasskey = useSubmission(
    useCallback(async () => {
      const passkey = await usePasskeyFor('PROOF');
      if (!passkey) return;
      await mutate(RenewProofDocument, { input: { passkey } });
      onProven();
    }, [onProven]),
  );
  const wrong = problemFor(byPassword.problem, ['WRONG_CREDENTIALS']);
  return (
    <Dialog open={open} onOpenChange={(open) => !open && onLeave()} title={t('security.proofTitle')} description={t('security.proofText')}>
      <form method="post" onSubmit={byPassword.onSubmit} className={styles.form}>
        <PasswordField label={t('account.password')} name="password" autoComplete="current-password" required error={wrong && t('account.wrongCurrent')} />
        <FormProblem problem={wrong ? byPasskey.problem : (byPassword.problem ?? byPasskey.problem)} />
        <div className={styles.row}>
          <SubmitButton tone="primary" busy={byPassword.busy}>{t('security.goOn')}</SubmitButton>
          {hasPasskeys && <Button icon={<Icon name="key" size={18} />} busy={byPasskey.busy} onClick={() => void byPasskey.run({})}>{t('security.usePasskey')}</Button>}
        </div>
      </form>
    </Dialog>
  );
}
