import { useCallback } from 'react';
import { useNavigate, useSearchParams, type MetaFunction } from 'react-router';
import { mutate } from '~/data/mutate';
import { AccountPage } from '~/features/account/account-page';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import { SetUpDeploymentDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { LinkButton, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { PasswordField, TextField } from '~/kit/field';
import { useToast } from '~/kit/toast';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { keepLocale } from '~/shell/preferences';
import { sessionChanged } from '~/shell/session-change';
import { useRoot } from '~/shell/use-root';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('account.setupTitle') });

/** The first operator's account, by the link that was printed at start. */
export default function Setup() {
  const t = useT();
  const [search] = useSearchParams();
  const token = search.get('token');
  if (!useRoot()?.deployment.needsSetup) {
    return (
      <AccountPage title={t('account.setupClosed')} lead={t('account.setupClosedText')}>
        <LinkButton tone="primary" size="l" block to="/sign-in">{t('account.signIn')}</LinkButton>
      </AccountPage>
    );
  }
  if (!token) return <AccountPage title={t('account.setupTitle')} lead={t('account.setupNoToken')}>{null}</AccountPage>;
  return <SetupForm token={token} />;
}

function SetupForm({ token }: { token: string }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async ({ email = '', password = '', displayName = '' }) => {
      await mutate(SetUpDeploymentDocument, { input: { setupToken: token, email, password, displayName } });
      keepLocale(t.locale);
      toast(t('account.setupDone'), { tone: 'good' });
      sessionChanged();
      await navigate('/', { replace: true });
    }, [navigate, t, toast, token]),
  );
  const weak = problemFor(problem, ['WEAK_PASSWORD', 'COMMON_PASSWORD']);
  return (
    <AccountPage title={t('account.setupTitle')} lead={t('account.setupLead')}>
      <form method="post" onSubmit={onSubmit}>
        <TextField label={t('account.displayName')} name="displayName" autoComplete="name" maxLength={60} required />
        <TextField label={t('account.email')} name="email" type="email" autoComplete="username" maxLength={254} required />
        <PasswordField label={t('account.password')} hint={t('account.passwordHint')} name="password" autoComplete="new-password" minLength={12} maxLength={200} required error={weak && problemText(t, weak)} />
        <FormProblem problem={weak ? null : problem} />
        <SubmitButton tone="primary" size="l" block busy={busy}>{t('account.setup')}</SubmitButton>
      </form>
    </AccountPage>
  );
}
