import { Link } from 'react-router';
import type { PanelPageQuery } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { moderationPath } from '../paths';
import { ambassadorAppealsPath } from '../terms/terms-state';
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
            {duties.map((duty) => <li key={`${duty.communityId} ${duty.kind}`}><Waiting duty={duty} /></li>)}
          </ul>
        </Card>
      )}
    </Page>
  );
}

/** How much waits of one kind, with the way to where it is decided. */
function Waiting({ duty: { slug, name, kind, waiting, since } }: { duty: Duties[number] }) {
  const t = useT();
  const values = { count: waiting, time: <RelativeTime at={since} /> };
  const ofAmbassadors = kind === 'AMBASSADOR_APPEAL';
  return (
    <>
      <Link to={ofAmbassadors ? ambassadorAppealsPath(slug) : moderationPath(slug)}>{ofAmbassadors ? t('panel.appealsIn', { name }) : name}</Link>
      <span className={styles.quiet}>{ofAmbassadors ? <T k="panel.waitingAppeals" values={values} /> : <T k="panel.waiting" values={values} />}</span>
    </>
  );
}
