import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { CardSkeletons } from '../layout/card-skeletons';
import { useOtherView } from '../layout/use-other-view';
import { HeadCard } from './head-card';
import { LogLine } from './log-line';
import styles from './log-page.module.css';
import { LOG_SHOWS, logPath } from './log-state';
import type { Log } from './log.server';

/** Every decision of the moderators, in a log that outsiders can verify. */
export function LogPage({ log }: { log: Log }) {
  const t = useT();
  const { community } = useCommunity()!;
  const { state } = log;
  const leaving = useOtherView();
  const one = state.entry !== null;
  return (
    <Page width="wide" className={styles.page} side={<HeadCard log={log} />}>
      <PageTitle title={one ? t('log.entryTitle', { index: state.entry }) : t('log.title')} lead={one ? undefined : t('log.lead', { community: community.name })} />
      {one ? (
        <p><Link to={logPath(community.slug)} className={styles.back}><Icon name="chevronLeft" size={16} />{t('log.whole')}</Link></p>
      ) : (
        <Tabs label={t('log.shows')} tabs={LOG_SHOWS.map((show) => ({ to: logPath(community.slug, { show }), label: t(`log.show_${show}`), current: state.show === show }))} />
      )}
      {leaving ? <CardSkeletons count={6} /> : <Entries log={log} />}
    </Page>
  );
}

function Entries({ log }: { log: Log }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { nodes, pageInfo } = log.page;
  const { show, after } = log.state;
  if (nodes.length === 0) return <EmptyState title={t(show === 'appeals' ? 'log.noAppeals' : 'log.empty')} text={t('log.emptyText')} />;
  return (
    <>
      <ol role="list" className={styles.list}>{nodes.map((entry) => <li key={entry.index}><LogLine entry={entry} log={log} /></li>)}</ol>
      {(after || pageInfo.hasNextPage) && (
        <p className={styles.pager}>
          {after && <LinkButton size="s" to={logPath(slug, { show })}>{t('log.newest')}</LinkButton>}
          {pageInfo.hasNextPage && <LinkButton size="s" to={logPath(slug, { show, after: pageInfo.endCursor })}>{t('log.older')}</LinkButton>}
        </p>
      )}
    </>
  );
}
