import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { ReportButton } from '../reports/report-button';
import { EntryCard } from './entry-card';
import { EntryProgressCard } from './entry-progress';
import { entryPath, missionsPath } from './missions-state';
import type { EntryFull } from './missions.server';
import styles from './missions.module.css';

/** One piece of work by itself; to its author with how it goes on. */
export function EntryPage({ entry }: { entry: EntryFull }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const own = entry.viewerCan.withdraw.allowed;
  return (
    <Page width="text">
      <PageTitle
        title={<span lang={locale}>{entry.mission?.title ?? t('missions.title')}</span>}
        actions={<>{entry.mission && <LinkButton size="s" to={missionsPath(slug, `/${entry.mission.id}`)}>{t('missions.toMission')}</LinkButton>}<LinkButton size="s" tone="quiet" to={missionsPath(slug, '/wall')}>{t('missions.toWall')}</LinkButton></>}
      />
      <div className={styles.section}>
        {own ? <EntryProgressCard entry={entry} /> : <EntryCard entry={entry} whole first level={3} ofOneMission />}
        {own && entry.mission && ['NEEDS_DISCLOSURE', 'CHANGE_ASKED', 'REFUSED', 'DRAFT'].includes(entry.state) && <div><LinkButton tone="primary" to={missionsPath(slug, `/${entry.mission.id}`)}>{t('missions.goOn')}</LinkButton></div>}
        {!own && !entry.withheld && entry.state === 'ACCEPTED' && <div><ReportButton words subject={{ kind: 'ENTRY', id: entry.id, path: entryPath(slug, entry.id), author: entry.member?.id, reported: entry.reportedByViewer }} /></div>}
      </div>
    </Page>
  );
}
