import { useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { signInPath, useCommunity, useViewer } from '~/shell/use-root';
import { callPath } from '../paths';
import { CallState } from '../recruitment/calls-page';
import type { CallFull } from '../recruitment/recruitment.server';
import { CountdownClock } from './countdown-clock';
import { useMoment } from './moment';
import styles from './applying.module.css';

/** What a call promises, how long it is open, and the way in. */
export function CallHero({ call }: { call: CallFull }) {
  const t = useT();
  const { locale, name } = useCommunity()!.community;
  const isOver = call.state === 'CLOSED' || call.state === 'DECIDED';
  return (
    <header className={styles.hero} data-over={isOver || undefined}>
      <div className={styles.heroWords}>
        <p className={styles.facts}><CallState state={call.state} /><span>{t('recruitment.callBy', { community: name })}</span></p>
        <h1 lang={locale}>{call.title}</h1>
        <p className={styles.receives}><Icon name="sparkle" size={22} /><span><small>{t('applying.youReceive')}</small> <span lang={locale}>{call.receives}</span></span></p>
        <p className={styles.facts}>
          <Badge icon="users">{t('applying.seatsOf', { count: call.seats })}</Badge>
          <span>{t(isOver ? 'applying.appliedThen' : 'applying.applied', { count: call.applicants })}</span>
          <span>{t('applying.serveFor', { count: call.termMonths })}</span>
        </p>
      </div>
      <div className={styles.heroAct}>
        <Until call={call} />
        <Ways call={call} />
      </div>
    </header>
  );
}

function Until({ call }: { call: CallFull }) {
  const t = useT();
  const moment = useMoment();
  if (call.state === 'DRAFT') return <p className={styles.quiet}>{t('applying.opensAt', { date: moment(call.opensAt) })}</p>;
  if (call.state === 'SCHEDULED') return <><CountdownClock at={call.opensAt} label={t('applying.untilOpen')} /><p className={styles.quiet}>{t('applying.opensAt', { date: moment(call.opensAt) })}</p></>;
  if (call.state === 'OPEN') return <><CountdownClock at={call.closesAt} label={t('applying.untilClose')} /><p className={styles.quiet}>{t('applying.closesAt', { date: moment(call.closesAt) })}</p></>;
  if (call.voting && call.votingUntil) return <CountdownClock at={call.votingUntil} label={t('applying.untilVotes')} />;
  return <p className={styles.quiet}>{t('applying.closedAt', { date: moment(call.closesAt) })}</p>;
}

/** What the reader can do here: apply, go on, vote, judge. */
function Ways({ call }: { call: CallFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <div className={styles.ways}>
      <WayIn call={call} />
      {call.selection !== 'PANEL' && call.applicants > 0 && <LinkButton size="l" tone={call.voting && call.state !== 'OPEN' ? 'primary' : 'secondary'} to={callPath(slug, call.id, '/candidates')}>{t('applying.candidates')}</LinkButton>}
      {call.viewerIsOfPanel && call.state !== 'DRAFT' && call.state !== 'SCHEDULED' && <LinkButton size="l" to={callPath(slug, call.id, '/panel')}>{t('recruitment.panel')}</LinkButton>}
    </div>
  );
}

function WayIn({ call }: { call: CallFull }) {
  const t = useT();
  const viewer = useViewer();
  const { pathname } = useLocation();
  const { community: { slug }, membership } = useCommunity()!;
  const own = call.viewerApplication;
  if (call.state !== 'OPEN' || call.viewerRuns) return null;
  if (!viewer) return <LinkButton size="l" tone="primary" to={signInPath(pathname)}>{t('applying.signInToApply')}</LinkButton>;
  if (!membership) return <LinkButton size="l" tone="primary" to={`/c/${slug}/join?to=${encodeURIComponent(pathname)}`}>{t('applying.joinToApply')}</LinkButton>;
  if (own && own.state !== 'WITHDRAWN') return null; // their own part of the page leads on
  if (!call.viewerMayApply.allowed) return <LinkButton size="l" to="#may" icon={<Icon name="hourglass" size={18} />}>{t('applying.seeLack')}</LinkButton>;
  return <LinkButton size="l" tone="primary" to={callPath(slug, call.id, '/apply')}>{t('recruitment.apply')}</LinkButton>;
}
