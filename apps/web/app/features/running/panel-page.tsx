import { Link } from 'react-router';
import type { PanelPageQuery } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import styles from './health.module.css';

type Duties = NonNullable<NonNullable<PanelPageQuery['viewer']>['panelDuties']>;

/** Where somebody from outside the community has to decide, the longest waiting first. */
export function PanelPage({ duties }: { duties: Duties }) {
  const t = useT();
  return (
    <Page width="text">
      <PageTitle title={t('panel.dutiesTitle')} lead={t('panel.dutiesLead')} />
      {duties.length === 0 ? <EmptyState title={t('panel.dutiesNone')} text={t('panel.dutiesNoneText')} /> : (
        <Card>
          <ul role="list" className={styles.panel}>
            {duties.map(({ communityId, slug, name, waiting, since }) => (
              <li key={communityId}>
                <Link to={`/c/${slug}/moderation`}>{name}</Link>
                <span className={styles.quiet}><T k="panel.waiting" values={{ count: waiting, time: <RelativeTime at={since} /> }} /></span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
