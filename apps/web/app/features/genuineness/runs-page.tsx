import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { SuspectedRunsDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { votesPath } from '../paths';
import type { Runs } from './genuineness.server';
import { RunCard } from './run-card';
import styles from './genuineness.module.css';

/** Who came together in a community, the latest first. */
export function RunsPage({ runs }: { runs: Runs }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(SuspectedRunsDocument, { slug, after })).community!.suspectedRuns!;
  return (
    <Page width="text" className={styles.page}>
      <PageTitle title={t('genuineness.title')} lead={t('genuineness.lead')} />
      {runs.nodes.length === 0 && <EmptyState title={t('genuineness.none')} text={t('genuineness.noneText')} />}
      <section className={styles.list} aria-labelledby="groups">
        <h2 id="groups" className="visually-hidden">{t('genuineness.groups')}</h2>
        <Growing key={key} page={runs} fetchPage={fetchPage} hrefOf={(after) => `${votesPath(slug)}?after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
          {(nodes) => <ul role="list" className={styles.list}>{nodes.map((run) => <li key={run.id}><RunCard run={run} /></li>)}</ul>}
        </Growing>
      </section>
    </Page>
  );
}
