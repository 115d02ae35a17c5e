import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { type MissionCardFragment, MissionsPageDocument, type PeriodFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { Tabs } from '~/kit/tabs';
import { useNow } from '~/shell/now';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { EntryBadge } from './entry-badge';
import { KIND_ICONS, MissionFacts } from './mission-facts';
import { filterOf, formatMissions, MISSION_TABS, type MissionsState, missionsPath, shownPeriod } from './missions-state';
import type { Catalogue } from './missions.server';
import styles from './missions.module.css';
import { useRunsProgramme } from './use-runs-programme';

/** What ambassadors may choose to do. */
export function MissionsPage({ catalogue, isAmbassador, state }: { catalogue: Catalogue; isAmbassador: boolean; state: MissionsState }) {
  const t = useT();
  const { key } = useLocation();
  const { community: { slug, name }, membership } = useCommunity()!;
  const runs = useRunsProgramme();
  const fetchPage = async (after: string) => (await mutate(MissionsPageDocument, { slug, after, filter: filterOf(state) })).community!.missions;
  const shown = MISSION_TABS.filter((tab) => (tab === 'drafts' ? runs : tab === 'mine' ? membership !== null && !runs : true));
  const tabs = shown.map((tab) => ({ to: missionsPath(slug, formatMissions({ ...state, tab, after: null })), label: t(`missions.tab.${tab}`), current: tab === state.tab }));
  return (
    <Page>
      <PageTitle title={t('missions.title')} lead={t('missions.lead', { community: name })} actions={<Actions />} />
      <Period periods={catalogue.missionPeriods.nodes} state={state} />
      {membership && !runs && !isAmbassador && (
        <p className={styles.notice}>{t('missions.ambassadorsOnly')} <Link to={`/c/${slug}/calls`}>{t('missions.toCalls')}</Link></p>
      )}
      <Tabs label={t('missions.tabsLabel')} tabs={tabs} />
      {catalogue.missions.nodes.length === 0 && <EmptyState title={t(`missions.empty.${state.tab}`)} text={t('missions.emptyText', { community: name })} />}
      <Growing key={key} page={catalogue.missions} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, formatMissions({ ...state, after }))} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.grid}>{nodes.map((mission) => <li key={mission.id}><MissionCard mission={mission} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

/** Of the brand's team; where else to go stands above every page of the movement. */
function Actions() {
  const t = useT();
  const { slug } = useCommunity()!.community;
  if (!useRunsProgramme()) return null;
  return (
    <>
      <LinkButton to={missionsPath(slug, '/periods')}>{t('missions.periods')}</LinkButton>
      <LinkButton tone="primary" to={missionsPath(slug, '/new')} icon={<Icon name="plus" size={18} />}>{t('missions.new')}</LinkButton>
    </>
  );
}

/** The period that is chosen, or the one we are in, with the way to the others. */
function Period({ periods, state }: { periods: readonly PeriodFactsFragment[]; state: MissionsState }) {
  const t = useT();
  const now = useNow();
  const { slug, locale } = useCommunity()!.community;
  const period = shownPeriod(periods, state.period, now);
  if (!period) return null;
  const to = (id: string | null) => missionsPath(slug, formatMissions({ ...state, period: id, after: null }));
  return (
    <Card as="section" tone="accent" className={styles.period}>
      <p className={styles.quiet}>{t('missions.period', { from: t.date(period.startsAt, DAYS), until: t.date(period.endsAt, DAYS) })}</p>
      <h2 lang={locale}>{period.theme}</h2>
      <Markdown html={period.html} lang={locale} />
      {(periods.length > 1 || state.period) && (
        <nav aria-label={t('missions.periods')} className={styles.chips}>
          <Link to={to(null)} preventScrollReset aria-current={state.period === null ? 'true' : undefined}>{t('missions.allPeriods')}</Link>
          {periods.map(({ id, theme }) => <Link key={id} to={to(id)} preventScrollReset lang={locale} aria-current={state.period === id ? 'true' : undefined}>{theme}</Link>)}
        </nav>
      )}
    </Card>
  );
}

const DAYS: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };

/** One mission in the catalogue. */
function MissionCard({ mission }: { mission: MissionCardFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const to = mission.state === 'DRAFT' ? `/${mission.id}/edit` : `/${mission.id}`;
  return (
    <Card as="article" className={styles.card}>
      <p className={styles.badges}>
        <Badge icon={KIND_ICONS[mission.kind]} tone={mission.kind === 'RALLY' ? 'accent' : 'neutral'}>{t(`missions.kind.${mission.kind}`)}</Badge>
        {mission.viewerEntry ? <EntryBadge state={mission.viewerEntry.state} /> : mission.viewerJoined && <Badge tone="good" icon="check">{t('missions.chosen')}</Badge>}
        {mission.state === 'DRAFT' && <Badge icon="edit">{t('missions.draft')}</Badge>}
      </p>
      <h2 className={styles.cardTitle} lang={locale}><Link to={missionsPath(slug, to)} prefetch="intent">{mission.title}</Link></h2>
      <p className={styles.cardText} lang={locale}>{excerptOf(mission.brief)}</p>
      <MissionFacts mission={mission} />
    </Card>
  );
}

function excerptOf(markdown: string): string {
  const text = markdown.replace(/[#*_>`[\]]/g, '').replace(/\(https?:[^)]*\)/g, '').replace(/\s+/g, ' ').trim();
  return text.length > 160 ? `${text.slice(0, 160).replace(/[\s.,;:!?]+\S*$/, '')}…` : text;
}
