import { useEffect, useState } from 'react';
import { mutate } from '~/data/mutate';
import { JoinMissionDocument, LeaveMissionDocument, MissionPageDocument, RallyCountDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Markdown } from '~/kit/markdown';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { Growing } from '../members/growing';
import { EntryCard } from './entry-card';
import { EntryForm } from './entry-form';
import { EntryProgressCard } from './entry-progress';
import { KIND_ICONS, MissionFacts } from './missions-page';
import { missionsPath } from './missions-state';
import type { MissionFull } from './missions.server';
import styles from './missions.module.css';

/** One mission: what is asked, what it brings, one's own entry, and what others made of it. */
export function MissionPage({ mission }: { mission: MissionFull }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(MissionPageDocument, { id: mission.id, after })).mission!.entries;
  return (
    <Page side={<Facts mission={mission} />}>
      <div className={styles.head}>
        <p className={styles.badges}>
          <Badge icon={KIND_ICONS[mission.kind]}>{t(`missions.kind.${mission.kind}`)}</Badge>
          {mission.state === 'CLOSED' && <Badge icon="lock">{t('missions.closed')}</Badge>}
          {mission.period && <span className={styles.quiet} lang={locale}>{mission.period.theme}</span>}
        </p>
        <h1 lang={locale}>{mission.title}</h1>
        {mission.closeNotice && <p className={styles.notice}>{t('missions.closedBecause')} <span lang={locale}>{mission.closeNotice}</span></p>}
      </div>
      {mission.rally && <Rally mission={mission} />}
      <Markdown html={mission.html} lang={locale} level={2} />
      <p className={styles.honest}>{t('missions.honest')}</p>
      <Own mission={mission} />
      {mission.entries.nodes.length > 0 && (
        <section className={styles.section}>
          <h2>{t('missions.made', { count: mission.entries.totalCount })}</h2>
          <Growing page={mission.entries} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, `/${mission.id}?after=${after}`)} label={t('common.loadMore')}>
            {(nodes) => <ul role="list" className={styles.wall}>{nodes.map((entry) => <li key={entry.id}><EntryCard entry={entry} /></li>)}</ul>}
          </Growing>
        </section>
      )}
    </Page>
  );
}

/** One's own part in it. */
function Own({ mission }: { mission: MissionFull }) {
  const t = useT();
  const { act, busy } = useAct();
  const entry = mission.viewerEntry;
  const [editing, setEditing] = useState(false);
  if (entry && entry.state !== 'DRAFT' && !editing) return <EntryProgressCard entry={entry} onEdit={() => setEditing(true)} />;
  if (mission.viewerJoined && (entry || mission.viewerCan.submit.allowed)) {
    return (
      <Card as="section" className={styles.section}>
        <h2>{t('missions.yourEntry')}</h2>
        <EntryForm mission={mission} onDone={() => setEditing(false)} />
        {!entry && <Button tone="quiet" size="s" busy={busy} onClick={() => void act(LeaveMissionDocument, { mission: mission.id }, t('missions.left'))}>{t('missions.leave')}</Button>}
      </Card>
    );
  }
  if (mission.viewerJoined) return <p className={styles.quiet}>{t('missions.joinedWaits')}</p>;
  const { allowed, reason } = mission.viewerCan.join;
  return (
    <div className={styles.actions}>
      <Button tone="primary" busy={busy} disabled={!allowed && reason !== 'SIGN_IN_REQUIRED'} onClick={() => void act(JoinMissionDocument, { mission: mission.id }, t('missions.joined'))}>{t('missions.join')}</Button>
      {!allowed && reason && reason !== 'SIGN_IN_REQUIRED' && <span className={styles.quiet}>{problemText(t, { code: reason, params: {} })}</span>}
    </div>
  );
}

const EVERY_MS = 3_000;

/** The hour, and how many act in it: asked again while it lasts. */
function Rally({ mission }: { mission: MissionFull }) {
  const t = useT();
  const [rally, setRally] = useState(mission.rally!);
  useEffect(() => {
    const ask = async () => {
      if (document.hidden || Date.now() > Date.parse(rally.endsAt) + EVERY_MS) return;
      const now = await mutate(RallyCountDocument, { id: mission.id }).catch(() => null);
      if (now?.mission?.rally) setRally(now.mission.rally);
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, [mission.id, rally.endsAt]);
  const time: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' };
  return (
    <Card as="section" tone="accent" className={styles.rally}>
      <p className={styles.count} aria-live="polite"><strong>{t.number(rally.acted)}</strong> {t('missions.acted', { count: rally.acted })}</p>
      <p className={styles.quiet}>{t('missions.rallyHour', { at: t.date(rally.startsAt, time) })} {t('missions.rallyJoined', { count: rally.joined })}</p>
    </Card>
  );
}

function Facts({ mission }: { mission: MissionFull }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return (
    <Card as="section" className={styles.section}>
      <MissionFacts mission={mission} />
      {mission.audience && <p lang={locale}>{mission.audience}</p>}
      <h2 className={styles.small}>{t('missions.asked')}</h2>
      <ul className={styles.plain}>{mission.evidence.map((form) => <li key={form}>{t(`missions.evidence.${form}`)}</li>)}</ul>
      {mission.tracked && <p className={styles.quiet}>{t('missions.trackedText')}</p>}
      {mission.disclosures.length > 0 && (
        <>
          <h2 className={styles.small}>{t('missions.words')}</h2>
          <p className={styles.quiet}>{t('missions.wordsText')}</p>
          <dl className={styles.words}>
            {mission.disclosures.map(({ channel, language, words }) => <div key={channel + language}><dt>{channel} · {language}</dt><dd lang={language}>{words.map((word) => <code key={word}>{word}</code>)}</dd></div>)}
          </dl>
        </>
      )}
      {mission.rubric.length > 0 && (
        <>
          <h2 className={styles.small}>{t('missions.rubric')}</h2>
          <ul className={styles.plain} lang={locale}>{mission.rubric.map(({ criterion, points }) => <li key={criterion}>{criterion} <span className={styles.quiet}>({t.number(points)})</span></li>)}</ul>
        </>
      )}
    </Card>
  );
}
