import { useCallback, useState } from 'react';
import { Link, useNavigate, useSearchParams, type MetaFunction } from 'react-router';
import { mutate } from '~/data/mutate';
import { AccountPage } from '~/features/account/account-page';
import { withTo } from '~/features/account/safe-path';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import { RequestPasswordResetDocument, ResetPasswordDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { PasswordField, TextField } from '~/kit/field';
import { useToast } from '~/kit/toast';
import { metaTranslator, pageMeta } from '~/shell/meta';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('account.resetTitle') });

/** Asking for a code by mail, then setting a new password with it. The mail's link brings the code along. */
export default function ResetPassword() {
  const [search] = useSearchParams();
  const [email, setEmail] = useState<string | null>(null);
  const code = search.get('code') ?? '';
  if (code || email !== null) return <SetPassword code={code} email={email} onOther={() => setEmail(null)} />;
  return <AskForCode onAsked={setEmail} />;
}

function AskForCode({ onAsked }: { onAsked: (email: string) => void }) {
  const t = useT();
  const [search] = useSearchParams();
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async ({ email = '' }) => {
      await mutate(RequestPasswordResetDocument, { input: { email } });
      onAsked(email);
    }, [onAsked]),
  );
  return (
    <AccountPage title={t('account.resetRequestTitle')} lead={t('account.resetRequestLead')} below={<p><Link to={withTo('/sign-in', search)}>{t('common.back')}</Link></p>}>
      <form method="post" onSubmit={onSubmit}>
        <TextField label={t('account.email')} name="email" type="email" autoComplete="username" required />
        <FormProblem problem={problem} />
        <SubmitButton tone="primary" size="l" block busy={busy}>{t('account.resetRequest')}</SubmitButton>
      </form>
    </AccountPage>
  );
}

function SetPassword({ code, email, onOther }: { code: string; email: string | null; onOther: () => void }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async ({ code = '', password = '' }) => {
      await mutate(ResetPasswordDocument, { input: { code, password, ...(email ? { email } : {}) } as never });
      toast(t('account.resetDone'), { tone: 'good' });
      await navigate(withTo('/sign-in', search), { replace: true });
    }, [email, navigate, search, t, toast]),
  );
  const wrong = problemFor(problem, ['WRONG_CODE']);
  const weak = problemFor(problem, ['WEAK_PASSWORD', 'COMMON_PASSWORD']);
  return (
    <AccountPage
      title={t('account.resetTitle')}
      lead={email !== null && t('account.resetSent')}
      below={email !== null && <p><Button size="s" onClick={onOther}>{t('account.otherAddress')}</Button></p>}
    >
      <form method="post" onSubmit={onSubmit}>
        <TextField label={t('account.code')} hint={t('account.codeHint')} name="code" defaultValue={code} autoComplete="one-time-code" spellCheck={false} maxLength={40} required error={wrong && problemText(t, wrong)} />
        <PasswordField label={t('account.newPassword')} hint={t('account.passwordHint')} name="password" autoComplete="new-password" minLength={12} maxLength={200} required error={weak && problemText(t, weak)} />
        <FormProblem problem={wrong || weak ? null : problem} />
        <SubmitButton tone="primary" size="l" block busy={busy}>{t('account.resetSet')}</SubmitButton>
      </form>
    </AccountPage>
  );
}
