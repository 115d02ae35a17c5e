import { useCallback, useEffect, useRef } from 'react';
import { Link, useNavigate, useSearchParams, type MetaFunction } from 'react-router';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { AccountPage } from '~/features/account/account-page';
import { safePath } from '~/features/account/safe-path';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import { ConfirmEmailDocument, ResendConfirmationDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { T, useT } from '~/i18n/react';
import { Button, LinkButton, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { useToast } from '~/kit/toast';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { sessionChanged } from '~/shell/session-change';
import { useViewer } from '~/shell/use-root';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('account.confirmTitle') });

/** Entering the code, or coming from the mail's link, which carries it. */
export default function Confirm() {
  const t = useT();
  const viewer = useViewer();
  const [search] = useSearchParams();
  const to = safePath(search.get('to'));
  const code = search.get('code') ?? '';
  if (!viewer) {
    const back = `/confirm?${search}`;
    return (
      <AccountPage title={t('account.confirmTitle')} lead={t('account.confirmSignedOut')}>
        <LinkButton tone="primary" size="l" block to={`/sign-in?to=${encodeURIComponent(back)}`}>{t('account.signIn')}</LinkButton>
      </AccountPage>
    );
  }
  if (viewer.account.emailConfirmed) {
    return (
      <AccountPage title={t('account.confirmTitle')} lead={t('account.alreadyConfirmed')}>
        <LinkButton tone="primary" size="l" block to={to}>{t('account.goOn')}</LinkButton>
      </AccountPage>
    );
  }
  return <EnterCode email={viewer.account.email} code={code} to={to} />;
}

function EnterCode({ email, code, to }: { email: string; code: string; to: string }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { busy, problem, onSubmit, run } = useSubmission(
    useCallback(async ({ code = '' }) => {
      await mutate(ConfirmEmailDocument, { input: { code } });
      toast(t('account.confirmed'), { tone: 'good' });
      sessionChanged();
      await navigate(to, { replace: true });
    }, [navigate, t, to, toast]),
  );
  const started = useRef(false);
  useEffect(() => {
    if (!code || started.current) return;
    started.current = true;
    void run({ code });
  }, [code, run]);
  const wrong = problemFor(problem, ['WRONG_CODE']);
  return (
    <AccountPage
      title={t('account.confirmTitle')}
      lead={<T k="account.confirmLead" values={{ email, b: (text) => <strong>{text}</strong> }} />}
      below={<>
        <p><Resend /></p>
        <p><Link to={to}>{t('account.later')}</Link></p>
      </>}
    >
      <form method="post" onSubmit={onSubmit}>
        <TextField label={t('account.code')} hint={t('account.codeHint')} name="code" defaultValue={code} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={40} required error={wrong && problemText(t, wrong)} />
        <FormProblem problem={wrong ? null : problem} />
        <SubmitButton tone="primary" size="l" block busy={busy}>{t('account.confirm')}</SubmitButton>
      </form>
    </AccountPage>
  );
}

function Resend() {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const resend = async () => {
    try {
      await mutate(ResendConfirmationDocument, { input: {} });
      toast(t('account.resent'), { tone: 'good' });
    } catch (error) {
      complain(error);
    }
  };
  return <Button size="s" onClick={resend}>{t('account.resend')}</Button>;
}
