import { useCallback } from 'react';
import { Link, redirect, useNavigate, useSearchParams, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { query } from '~/data/query.server';
import { AccountPage } from '~/features/account/account-page';
import { safePath, withTo } from '~/features/account/safe-path';
import { SignInForm } from '~/features/account/sign-in-form';
import { SessionDocument } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { sessionChanged } from '~/shell/session-change';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('account.signIn') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await query({ request, context }, SessionDocument);
  if (viewer) throw redirect(safePath(new URL(request.url).searchParams.get('to')));
  return null;
}

export default function SignIn() {
  const t = useT();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const to = safePath(search.get('to'));
  const entered = useCallback(async () => {
    sessionChanged();
    await navigate(to, { replace: true });
  }, [navigate, to]);
  const voting = search.get('then')?.startsWith('vote');
  return (
    <AccountPage
      title={t(voting ? 'account.signInTitleVote' : 'account.signInTitle')}
      lead={voting && t('account.signInLeadVote')}
      below={<>
        <p><T k="account.noAccount" values={{ link: (text) => <Link to={withTo('/sign-up', search)}>{text}</Link> }} /></p>
        <p><Link to={withTo('/reset-password', search)}>{t('account.forgot')}</Link></p>
      </>}
    >
      <SignInForm entered={entered} />
    </AccountPage>
  );
}
