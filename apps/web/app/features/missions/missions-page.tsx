import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { type MissionCardFragment, MissionsPageDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Icon, type IconName } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { RelativeTime } from '~/kit/relative-time';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { FILTER_OF, formatMissions, MISSION_TABS, type MissionsState, missionsPath } from './missions-state';
import type { Catalogue } from './missions.server';
import styles from './missions.module.css';
import { useRunsProgramme } from './use-runs-programme';

export const KIND_ICONS = { CREATE: 'sparkle', REVIEW: 'eye', HELP: 'comment', EVENT: 'calendar', RALLY: 'rocket' } as const satisfies Record<string, IconName>;

/** What ambassadors may choose to do. */
export function MissionsPage({ catalogue, state }: { catalogue: Catalogue; state: MissionsState }) {
  const t = useT();
  const { key } = useLocation();
  const { community: { slug, name }, membership } = useCommunity()!;
  const runs = useRunsProgramme();
  const fetchPage = async (after: string) => (await mutate(MissionsPageDocument, { slug, after, filter: FILTER_OF[state.tab] })).community!.missions;
  const tabs = MISSION_TABS.filter((tab) => tab !== 'drafts' || runs).map((tab) => ({ to: missionsPath(slug, formatMissions({ tab, after: null })), label: t(`missions.tab.${tab}`), current: tab === state.tab }));
  const actions = (
    <>
      <LinkButton to={missionsPath(slug, '/wall')} icon={<Icon name="picture" size={18} />}>{t('missions.toWall')}</LinkButton>
      {runs && <LinkButton to={`/c/${slug}/movement/budgets`}>{t('budgets.title')}</LinkButton>}
      {runs && <LinkButton to={`/c/${slug}/movement/numbers`}>{t('numbers.link')}</LinkButton>}
      {!runs && membership && <LinkButton to={`/c/${slug}/rewards`}>{t('rewards.title')}</LinkButton>}
      {runs && <LinkButton to={missionsPath(slug, '/desk')}>{t('missions.toDesk')}</LinkButton>}
      {runs && <LinkButton tone="primary" to={missionsPath(slug, '/new')} icon={<Icon name="plus" size={18} />}>{t('missions.new')}</LinkButton>}
    </>
  );
  return (
    <Page>
      <PageTitle title={t('missions.title')} lead={t('missions.lead', { community: name })} actions={actions} />
      <Period catalogue={catalogue} />
      <Tabs label={t('missions.tabsLabel')} tabs={tabs} />
      {catalogue.missions.nodes.length === 0 && <EmptyState title={t(`missions.empty.${state.tab}`)} text={t('missions.emptyText', { community: name })} />}
      <Growing key={key} page={catalogue.missions} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, formatMissions({ ...state, after }))} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.grid}>{nodes.map((mission) => <li key={mission.id}><MissionCard mission={mission} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

function Period({ catalogue }: { catalogue: Catalogue }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const period = catalogue.missionPeriods.nodes[0];
  if (!period) return null;
  return (
    <Card as="section" tone="accent" className={styles.period}>
      <p className={styles.quiet}>{t('missions.period', { from: t.date(period.startsAt), until: t.date(period.endsAt) })}</p>
      <h2 lang={locale}>{period.theme}</h2>
      <Markdown html={period.html} lang={locale} />
    </Card>
  );
}

/** One mission in the catalogue. */
function MissionCard({ mission }: { mission: MissionCardFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <Card as="article" className={styles.card}>
      <p className={styles.badges}>
        <Badge icon={KIND_ICONS[mission.kind]}>{t(`missions.kind.${mission.kind}`)}</Badge>
        {mission.viewerJoined && <Badge tone="good" icon="check">{t('missions.chosen')}</Badge>}
        {mission.state === 'DRAFT' && <Badge icon="edit">{t('missions.draft')}</Badge>}
      </p>
      <h2 className={styles.cardTitle} lang={locale}><Link to={missionsPath(slug, `/${mission.id}`)} prefetch="intent">{mission.title}</Link></h2>
      <p className={styles.cardText} lang={locale}>{excerptOf(mission.brief)}</p>
      <MissionFacts mission={mission} />
    </Card>
  );
}

/** Places, time and reward, on one line. */
export function MissionFacts({ mission }: { mission: MissionCardFragment }) {
  const t = useT();
  return (
    <p className={styles.facts}>
      <span><Icon name="users" size={16} /> {mission.placesLeft === null ? t('missions.taken', { count: mission.taken }) : t('missions.placesLeft', { count: mission.placesLeft })}</span>
      <span><Icon name="clock" size={16} /> <span>{t('missions.until')} <RelativeTime at={mission.closesAt} /></span></span>
      {mission.rewardPoints > 0 && <span><Icon name="star" size={16} /> {t('missions.points', { count: mission.rewardPoints })}</span>}
    </p>
  );
}

function excerptOf(markdown: string): string {
  const text = markdown.replace(/[#*_>`[\]]/g, '').replace(/\(https?:[^)]*\)/g, '').replace(/\s+/g, ' ').trim();
  return text.length > 160 ? `${text.slice(0, 160).replace(/\s+\S*$/, '')}…` : text;
}
