import type { ReactNode } from 'react';
import { Form, Link, NavLink, useLocation } from 'react-router';
import { isMovement } from '~/features/movement/movement-paths';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { FanShape } from '~/kit/marks';
import { AccountMenu } from './account-menu';
import { InboxBell } from './inbox-bell';
import { PreferencesMenu } from './preferences-menu';
import { useModerates, useReviewsWaiting } from './reviews-waiting';
import { useCommunity, useHasDesk } from './use-root';
import styles from './header.module.css';

/** Fanfare's own pages: the sign and the reader's things. */
export function SiteHeader() {
  return (
    <Bar>
      <Link to="/" className={styles.brand}><span className={styles.sign}><FanShape size={30} /></span><span>Fanfare</span></Link>
      <div className={styles.side}>
        <PreferencesMenu />
        <AccountMenu />
      </div>
    </Bar>
  );
}

/** A community's pages: its name, its ways, search, posting. */
export function CommunityHeader() {
  const t = useT();
  const { community } = useCommunity()!;
  const hasDesk = useHasDesk();
  const moderates = useModerates();
  const { pathname } = useLocation();
  const base = `/c/${community.slug}`;
  return (
    <Bar>
      <Link to={base} className={styles.brand}>
        {community.theme.logo ? <img src={community.theme.logo} alt="" className={styles.logo} /> : <span className={styles.sign}><FanShape size={30} /></span>}
        <span lang={community.locale}>{community.name}</span>
      </Link>
      <nav className={styles.nav} aria-label={t('shell.mainNav')}>
        <NavLink to={base} end className={styles.way}>{t('shell.ideas')}</NavLink>
        <NavLink to={`${base}/roadmap`} className={styles.way}>{t('shell.roadmap')}</NavLink>
        <NavLink to={`${base}/creations`} className={styles.way}>{t('creations.title')}</NavLink>
        <NavLink to={`${base}/members`} className={styles.way}>{t('shell.members')}</NavLink>
        <Link to={`${base}/ambassadors`} className={styles.way} aria-current={isMovement(pathname) ? 'page' : undefined}>{t('recruitment.ambassadors')}</Link>
        {hasDesk && <NavLink to={`${base}/desk`} className={styles.way}>{t('shell.desk')}</NavLink>}
        {moderates && <ModerationWay to={`${base}/moderation`} />}
      </nav>
      <div className={styles.side}>
        <Form role="search" action={`${base}/search`} className={styles.search}>
          <Icon name="search" size={18} />
          <input type="search" name="q" aria-label={t('shell.searchPlaceholder')} placeholder={t('shell.searchShort')} maxLength={200} autoComplete="off" />
        </Form>
        <LinkButton to={`${base}/post`} tone="primary" icon={<Icon name="plus" size={18} />} className={styles.post} aria-label={t('shell.post')}><span className={styles.inFull}>{t('shell.post')}</span><span className={styles.inShort}>{t('shell.postShort')}</span></LinkButton>
        <InboxBell />
        <PreferencesMenu />
        <AccountMenu />
      </div>
    </Bar>
  );
}

/** The way to the moderators' desk, with how many items wait. */
function ModerationWay({ to }: { to: string }) {
  const t = useT();
  const waiting = useReviewsWaiting();
  return (
    <NavLink to={to} className={styles.way}>
      {t('review.title')}
      {waiting !== null && waiting > 0 && <span className={styles.waiting}><span className="visually-hidden">{t('review.waitingCount', { count: waiting })}</span><span aria-hidden="true">{t.compact(waiting)}</span></span>}
    </NavLink>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return <header className={styles.header}><div className={styles.inner}>{children}</div></header>;
}
