import { Link, useLoaderData, useSearchParams, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { query, signInFirst } from '~/data/query.server';
import { safePath } from '~/features/account/safe-path';
import { PasskeysSection } from '~/features/security/passkeys-section';
import styles from '~/features/security/security.module.css';
import { SessionsSection } from '~/features/security/sessions-section';
import { RecoverySection, TotpSection } from '~/features/security/totp-section';
import { useSecurity } from '~/features/security/use-security';
import { SecurityDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { Page, PageTitle } from '~/shell/page';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: metaTranslator(matches)('security.title') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await query({ request, context }, SecurityDocument);
  if (!viewer) throw signInFirst(request);
  return { ...viewer.security, sessions: viewer.account.sessions };
}

export default function Security() {
  const t = useT();
  const { passkeys, totpSince, recoveryCodesLeft, staffDeadline, staffHeld, sessions } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const back = search.get('to') ? safePath(search.get('to'), '/settings') : null;
  const { changing, dialogs } = useSecurity(passkeys.length > 0);
  return (
    <Page width="text">
      <p className={styles.back}><Link to="/settings">← {t('myData.back')}</Link></p>
      <PageTitle title={t('security.title')} lead={t('security.lead')} />
      <div className={styles.sections}>
        {staffDeadline && (
          <Card as="section" tone="accent" aria-labelledby="staff">
            <h2 id="staff"><Icon name="key" size={20} />{t('security.staffTitle')}</h2>
            <p>{staffHeld ? t('security.staffHeld') : t('security.staffUntil', { date: t.date(staffDeadline, { dateStyle: 'long' }) })}</p>
          </Card>
        )}
        {back && !staffDeadline && (passkeys.length > 0 || totpSince) && (
          <Card as="section" tone="accent" aria-labelledby="done">
            <h2 id="done"><Icon name="check" size={20} />{t('security.doneTitle')}</h2>
            <div className={styles.row}><LinkButton tone="primary" to={back} reloadDocument>{t('security.doneBack')}</LinkButton></div>
          </Card>
        )}
        <PasskeysSection passkeys={passkeys} changing={changing} />
        <TotpSection since={totpSince} isLast={passkeys.length === 0} changing={changing} />
        {(passkeys.length > 0 || totpSince) && <RecoverySection left={recoveryCodesLeft} changing={changing} />}
        <SessionsSection sessions={sessions} />
      </div>
      {dialogs}
    </Page>
  );
}
