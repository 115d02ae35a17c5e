import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { UnsubscribeDocument } from '~/graphql/generated/documents';
import styles from '~/features/inbox/settings-page.module.css';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { metaTranslator, pageMeta } from '~/shell/meta';
import { Page, PageTitle } from '~/shell/page';
import type { Route } from './+types/unsubscribe';

/** Where the link in a mail leads. Looking stops nothing; the button, a plain form, does. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { unsubscription } = await query({ request, context }, UnsubscribeDocument, { token: params.token! });
  if (!unsubscription) throw notFound();
  return { unsubscription, token: params.token! };
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('inbox.stopTitle') });
}

export default function Unsubscribe({ loaderData: { unsubscription, token } }: Route.ComponentProps) {
  const t = useT();
  const { community, kind, active } = unsubscription;
  const about = kind ? t('inbox.stopKind', { kind: t(`inbox.kind.${kind}`), community: community.name }) : t('inbox.stopAll', { community: community.name });
  return (
    <Page width="form">
      <PageTitle title={t(active ? 'inbox.stopTitle' : 'inbox.stoppedTitle')} />
      <Card className={styles.stop}>
        <p role={active ? undefined : 'status'}>{active ? about : t('inbox.stoppedText', { community: community.name })}</p>
        {active && (
          <form method="post" action={`/mail/unsubscribe/${encodeURIComponent(token)}`}>
            <p><Button type="submit" tone="primary">{t('inbox.stopButton')}</Button></p>
          </form>
        )}
        <p><LinkButton tone="quiet" to={`/c/${community.slug}/inbox/settings`}>{t('inbox.settingsLink')}</LinkButton></p>
      </Card>
    </Page>
  );
}
