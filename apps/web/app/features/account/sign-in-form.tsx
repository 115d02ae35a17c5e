import { useCallback, useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { knowsPasskeys, offerPasskeys, stopOffering, usePasskeyFor } from '~/features/security/passkeys';
import styles from '~/features/security/security.module.css';
import { SignInDocument, SignInWithPasskeyDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { PasswordField, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useHydrated } from '~/shell/now';
import { SecondStep, type Asked, type Second } from './second-step';
import { useSubmission } from './use-submission';

interface Known {
  email: string;
  password: string;
}

/** Address and password, then what else the account asks for; or a passkey alone. */
export function SignInForm({ entered }: { entered: () => Promise<unknown> }) {
  const [step, setStep] = useState<{ known: Known; asked: Asked } | null>(null);
  const enter = useCallback(async (second: Second) => {
    await mutate(SignInDocument, { input: { ...step!.known, ...second } });
    await entered();
  }, [step, entered]);
  if (step) return <SecondStep asked={step.asked} enter={enter} back={() => setStep(null)} />;
  return <FirstStep entered={entered} ask={(known, asked) => setStep({ known, asked })} />;
}

function FirstStep({ entered, ask }: { entered: () => Promise<unknown>; ask: (known: Known, asked: Asked) => void }) {
  const t = useT();
  const hydrated = useHydrated();
  const byPassword = useSubmission(
    useCallback(async ({ email = '', password = '' }) => {
      try {
        await mutate(SignInDocument, { input: { email, password } });
      } catch (error) {
        const { code, params } = asProblem(error);
        if (code !== 'SECOND_FACTOR_REQUIRED') throw error;
        return ask({ email, password }, params);
      }
      await entered();
    }, [entered, ask]),
  );
  const byPasskey = useSubmission(
    useCallback(async () => {
      const response = await usePasskeyFor('SIGN_IN');
      if (response) await signInWith(response, entered);
    }, [entered]),
  );
  useOfferedPasskeys(entered);
  return (
    <>
      <form method="post" onSubmit={byPassword.onSubmit}>
        <TextField label={t('account.email')} name="email" type="email" autoComplete="username webauthn" required />
        <PasswordField label={t('account.password')} name="password" autoComplete="current-password" required />
        <FormProblem problem={byPassword.problem ?? byPasskey.problem} />
        <SubmitButton tone="primary" size="l" block busy={byPassword.busy}>{t('account.signIn')}</SubmitButton>
      </form>
      {hydrated && knowsPasskeys() && (
        <div className={styles.or}>
          <Button size="l" block icon={<Icon name="key" size={20} />} busy={byPasskey.busy} onClick={() => void byPasskey.run({})}>{t('security.signInWithPasskey')}</Button>
        </div>
      )}
    </>
  );
}

async function signInWith(response: string, entered: () => Promise<unknown>): Promise<void> {
  await mutate(SignInWithPasskeyDocument, { input: { response } });
  await entered();
}

/** Passkeys among what the browser fills in. What goes wrong with an offer nobody took is nobody's problem. */
function useOfferedPasskeys(entered: () => Promise<unknown>): void {
  useEffect(() => {
    if (!knowsPasskeys()) return;
    let left = false;
    offerPasskeys()
      .then((response) => (response && !left ? signInWith(response, entered) : undefined))
      .catch(() => undefined);
    return () => {
      left = true;
      void stopOffering();
    };
  }, [entered]);
}
