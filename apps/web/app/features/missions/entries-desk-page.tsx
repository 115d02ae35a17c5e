import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { MissionDeskDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { EntryBadge } from './entry-badge';
import { Evidence } from './entry-card';
import { Checks } from './entry-checks';
import { Reviews } from './entry-reviews';
import { FILTERS_OF_DESK } from './desk-filters';
import { DESK_TABS, type EntriesState, formatEntries, missionsPath } from './missions-state';
import type { DeskEntries } from './missions.server';
import { ReviewForm } from './review-form';
import { focusEntry, useEntryKeys } from './use-entry-keys';
import styles from './missions.module.css';

export type DeskEntry = DeskEntries['nodes'][number];

/** What ambassadors handed in, the longest waiting first. */
export function EntriesDeskPage({ entries, state }: { entries: DeskEntries; state: EntriesState }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  // Of pages that were fetched later too: what was judged leaves the list at once.
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  useEntryKeys();
  const fetchPage = async (after: string) => (await mutate(MissionDeskDocument, { slug, after, filter: FILTERS_OF_DESK[state.tab] })).community!.missionEntries!;
  const onJudged = (id: string, next: string | null) => {
    setJudged((now) => new Set(now).add(id));
    if (next) focusEntry(next);
  };
  const waits = (nodes: readonly DeskEntry[]) => nodes.filter(({ id, state: at }) => !judged.has(id) || (FILTERS_OF_DESK[state.tab].state ?? []).includes(at));
  return (
    <Page width="text">
      <PageTitle title={t('missions.deskTitle')} lead={t('missions.deskLead')} />
      <Tabs label={t('missions.deskTabs')} tabs={DESK_TABS.map((tab) => ({ to: missionsPath(slug, `/desk${formatEntries({ tab, after: null })}`), label: t(`missions.desk.${tab}`), current: tab === state.tab, ...(tab === state.tab ? { count: entries.totalCount } : {}) }))} />
      {entries.nodes.length === 0 && <EmptyState title={t(`missions.deskEmpty.${state.tab}`)} text={t('missions.deskEmptyText')} />}
      {entries.nodes.length > 1 && <p className={styles.keys}>{t('missions.deskKeys')}</p>}
      <Growing key={key} page={entries} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, `/desk${formatEntries({ ...state, after })}`)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.deskList}>{waits(nodes).map((entry) => <li key={entry.id}><DeskCard entry={entry} onJudged={onJudged} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

function DeskCard({ entry, onJudged }: { entry: DeskEntry; onJudged(id: string, next: string | null): void }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const form = <ReviewForm key={`${entry.id}-${entry.revision}-${entry.state}`} entry={entry} onJudged={(next) => onJudged(entry.id, next)} />;
  return (
    <Card as="article" className={styles.deskCard} tabIndex={-1} data-entry={entry.id} aria-label={entry.mission?.title}>
      <div className={styles.deskHead}>
        <MemberChip member={entry.member} community={slug} absent={t('missions.former')}>{entry.submittedAt && <>{t('missions.handedIn')} <RelativeTime at={entry.submittedAt} />{entry.revision > 1 && ` · ${t('missions.revision', { count: entry.revision })}`}</>}</MemberChip>
        <EntryBadge state={entry.state} />
      </div>
      {entry.mission && <h2 className={styles.cardTitle} lang={locale}><Link to={missionsPath(slug, `/${entry.mission.id}`)}>{entry.mission.title}</Link></h2>}
      {entry.disclosureLostAt && <p className={styles.notice}>{t('missions.lostText')}</p>}
      {entry.withheld && <p className={styles.notice}>{t('missions.heldText')}</p>}
      <Evidence evidence={entry.evidence} level={3} />
      {entry.note && <p className={styles.notice}>{t('missions.noteSays', { note: entry.note })}</p>}
      <Checks entry={entry} />
      <Reviews entry={entry} />
      {entry.viewerCan.review.allowed && (entry.state === 'ACCEPTED' ? <details className={styles.details}><summary>{t('missions.judgeAgain')}</summary>{form}</details> : form)}
    </Card>
  );
}
