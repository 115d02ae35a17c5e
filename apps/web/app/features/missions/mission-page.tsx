import { useState } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { JoinMissionDocument, LeaveMissionDocument, MissionPageDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { useNow } from '~/shell/now';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { Growing } from '../members/growing';
import { CloseMission } from './close-mission';
import { EntryForm } from './entry-form';
import { EntryProgressCard } from './entry-progress';
import { EntryWall } from './entry-wall';
import { KIND_ICONS, MissionFacts } from './mission-facts';
import { MissionAsked } from './mission-asked';
import { missionsPath } from './missions-state';
import type { MissionFull, MissionReader } from './missions.server';
import { RallyCard } from './rally-card';
import styles from './missions.module.css';

/** One mission: what is asked, what it brings, one's own entry, and what others made of it. */
export function MissionPage({ mission, reader }: { mission: MissionFull; reader: MissionReader }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const side = (
    <>
      <Card as="section" className={styles.section} aria-label={t('missions.factsName')}>
        <MissionFacts mission={mission} />
        <Joining mission={mission} reader={reader} />
        <Managing mission={mission} />
      </Card>
      <MissionAsked mission={mission} links={reader?.trackingLinks?.nodes ?? []} />
    </>
  );
  return (
    <Page side={side} after={<Made mission={mission} />}>
      <div className={styles.head}>
        <p className={styles.badges}>
          <Badge icon={KIND_ICONS[mission.kind]} tone={mission.kind === 'RALLY' ? 'accent' : 'neutral'}>{t(`missions.kind.${mission.kind}`)}</Badge>
          {mission.state === 'CLOSED' && <Badge icon="lock">{t('missions.closed')}</Badge>}
          {mission.state === 'DRAFT' && <Badge icon="edit">{t('missions.draft')}</Badge>}
          {mission.period && <Link to={missionsPath(slug, `?period=${mission.period.id}`)} className={styles.quiet} lang={locale}>{mission.period.theme}</Link>}
        </p>
        <h1 lang={locale}>{mission.title}</h1>
        {mission.closeNotice && <p className={styles.notice}>{t('missions.closedBecause')} <span lang={locale}>{mission.closeNotice}</span></p>}
      </div>
      {mission.rally && (
        <RallyCard mission={mission.id} first={mission.rally}>
          <LinkButton size="s" to={missionsPath(slug, `/${mission.id}/rally`)}>{t('missions.toRally')}</LinkButton>
        </RallyCard>
      )}
      <Markdown html={mission.html} lang={locale} level={2} />
      <p className={styles.honest}><Icon name="comment" size={20} /><span>{t('missions.honest')}</span></p>
      <Own mission={mission} />
    </Page>
  );
}

/** To choose it, or to give one's place back. */
function Joining({ mission, reader }: { mission: MissionFull; reader: MissionReader }) {
  const t = useT();
  const { act, busy } = useAct();
  const { community: { slug }, membership } = useCommunity()!;
  const now = useNow();
  const { allowed, reason } = mission.viewerCan.join;
  if (mission.state === 'DRAFT' || mission.viewerCan.manage.allowed) return null;
  if (mission.viewerJoined) {
    return (
      <div className={styles.actions}>
        <Badge tone="good" icon="check">{t('missions.chosen')}</Badge>
        {(!mission.viewerEntry || mission.viewerEntry.state === 'DRAFT') && <Button tone="quiet" size="s" busy={busy} onClick={() => void act(LeaveMissionDocument, { mission: mission.id }, t('missions.left'))}>{t('missions.leave')}</Button>}
      </div>
    );
  }
  if (mission.state === 'PUBLISHED' && Date.parse(mission.opensAt) > now) return <p className={styles.quiet}>{t('missions.joinLater')}</p>;
  if (!allowed && reason && reason !== 'SIGN_IN_REQUIRED') return <p className={styles.quiet}>{problemText(t, { code: reason, params: {} })}</p>;
  if (membership && !reader?.ambassador) return <p className={styles.notice}>{t('missions.ambassadorsOnly')} <Link to={`/c/${slug}/calls`}>{t('missions.toCalls')}</Link></p>;
  return <Button tone="primary" block busy={busy} onClick={() => void act(JoinMissionDocument, { mission: mission.id }, t('missions.joined'))}>{t('missions.join')}</Button>;
}

/** What the brand's team does with it. */
function Managing({ mission }: { mission: MissionFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  if (!mission.viewerCan.manage.allowed) return null;
  if (mission.state === 'DRAFT') return <LinkButton tone="primary" to={missionsPath(slug, `/${mission.id}/edit`)}>{t('missions.editTitle')}</LinkButton>;
  return (
    <div className={styles.actions}>
      <LinkButton size="s" to={missionsPath(slug, '/desk')}>{t('missions.toDesk')}</LinkButton>
      {mission.state === 'PUBLISHED' && <CloseMission id={mission.id} />}
    </div>
  );
}

/** One's own part in it. */
function Own({ mission }: { mission: MissionFull }) {
  const t = useT();
  const entry = mission.viewerEntry;
  const [editing, setEditing] = useState(false);
  if (entry && entry.state !== 'DRAFT' && !editing) return <EntryProgressCard entry={entry} onEdit={() => setEditing(true)} />;
  if (!mission.viewerJoined) return null;
  if (!entry && !mission.viewerCan.submit.allowed) return <p className={styles.notice}>{t('missions.joinedWaits')}</p>;
  return (
    <Card as="section" className={styles.section}>
      <h2>{t('missions.yourEntry')}</h2>
      <EntryForm mission={mission} onDone={() => setEditing(false)} />
    </Card>
  );
}

/** What others made of it. */
function Made({ mission }: { mission: MissionFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  if (mission.entries.nodes.length === 0) return null;
  const fetchPage = async (after: string) => (await mutate(MissionPageDocument, { id: mission.id, slug, after })).mission!.entries;
  return (
    <section className={styles.below}>
      <h2>{t('missions.made', { count: mission.entries.totalCount })}</h2>
      <Growing page={mission.entries} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, `/${mission.id}?after=${after}`)} label={t('common.loadMore')}>
        {(nodes) => <EntryWall entries={nodes} level={3} ofOneMission />}
      </Growing>
    </section>
  );
}
