import { useCallback } from 'react';
import { Link, useNavigate, useSearchParams, type MetaFunction } from 'react-router';
import { mutate } from '~/data/mutate';
import { AccountPage } from '~/features/account/account-page';
import { withTo } from '~/features/account/safe-path';
import { problemFor, useSubmission } from '~/features/account/use-submission';
import { SignUpDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { T, useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { PasswordField, TextField } from '~/kit/field';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { sessionChanged } from '~/shell/session-change';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('account.signUp') });

export default function SignUp() {
  const t = useT();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { busy, problem, onSubmit } = useSubmission(
    useCallback(async ({ email = '', password = '', displayName = '' }) => {
      await mutate(SignUpDocument, { input: { email, password, displayName, locale: t.locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } });
      sessionChanged();
      await navigate(withTo('/confirm', search), { replace: true });
    }, [navigate, search, t.locale]),
  );
  const weak = problemFor(problem, ['WEAK_PASSWORD', 'COMMON_PASSWORD']);
  const badEmail = problemFor(problem, ['INVALID_EMAIL']);
  return (
    <AccountPage
      title={t('account.signUpTitle')}
      lead={t('account.signUpLead')}
      below={<p><T k="account.haveAccount" values={{ link: (text) => <Link to={withTo('/sign-in', search)}>{text}</Link> }} /></p>}
    >
      <form method="post" onSubmit={onSubmit}>
        <TextField label={t('account.displayName')} hint={t('account.displayNameHint')} name="displayName" autoComplete="name" maxLength={60} required />
        <TextField label={t('account.email')} name="email" type="email" autoComplete="username" maxLength={254} required error={badEmail && problemText(t, badEmail)} />
        <PasswordField label={t('account.password')} hint={t('account.passwordHint')} name="password" autoComplete="new-password" minLength={12} maxLength={200} required error={weak && problemText(t, weak)} />
        <FormProblem problem={weak || badEmail ? null : problem} />
        <SubmitButton tone="primary" size="l" block busy={busy}>{t('account.signUp')}</SubmitButton>
      </form>
    </AccountPage>
  );
}
