import { useCallback } from 'react';
import type { ProblemFacts } from '~/data/problem';
import { usePasskeyFor } from '~/features/security/passkeys';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import styles from '~/features/security/security.module.css';
import { problemFor, useSubmission } from './use-submission';

/** What the account asks for beside the password. */
export type Asked = ProblemFacts['params'];

export type Second = { code: string } | { passkey: string };

/** After the password: a code from the app, a recovery code, or a passkey. */
export function SecondStep({ asked, enter, back }: { asked: Asked; enter: (second: Second) => Promise<unknown>; back: () => void }) {
  const t = useT();
  const byCode = useSubmission(useCallback(({ code = '' }) => enter({ code }), [enter]));
  const byPasskey = useSubmission(
    useCallback(async () => {
      const passkey = await usePasskeyFor('SIGN_IN');
      if (passkey) await enter({ passkey });
    }, [enter]),
  );
  const wrong = problemFor(byCode.problem, ['WRONG_CODE']);
  return (
    <div className={styles.steps}>
      <p>{t('security.stepText')}</p>
      {asked['passkey'] === true && (
        <div className={styles.form}>
          <Button autoFocus tone="primary" size="l" block icon={<Icon name="key" size={20} />} busy={byPasskey.busy} onClick={() => void byPasskey.run({})}>{t('security.usePasskey')}</Button>
          <FormProblem problem={byPasskey.problem} />
        </div>
      )}
      <form method="post" onSubmit={byCode.onSubmit}>
        <TextField
          label={t(asked['totp'] === true ? 'security.appCode' : 'security.recoveryCode')}
          hint={t(asked['totp'] === true ? 'security.appCodeHint' : 'security.recoveryCodeHint')}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          autoFocus={asked['passkey'] !== true}
          maxLength={40}
          required
          error={wrong && t('security.wrongCode')}
        />
        <FormProblem problem={wrong ? null : byCode.problem} />
        <SubmitButton tone={asked['passkey'] === true ? 'secondary' : 'primary'} size="l" block busy={byCode.busy}>{t('account.signIn')}</SubmitButton>
      </form>
      <Button tone="quiet" block onClick={back}>{t('security.otherAccount')}</Button>
    </div>
  );
}
