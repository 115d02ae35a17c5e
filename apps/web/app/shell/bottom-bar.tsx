import { NavLink } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon, type IconName } from '~/kit/icon';
import { UnreadMark } from './inbox-bell';
import { useModerates } from './reviews-waiting';
import { WaitingMark, WaitingWords } from './waiting-mark';
import { signInPath, useCommunity, useViewer } from './use-root';
import styles from './bottom-bar.module.css';

/** The thumb's ways on a phone. */
export function BottomBar() {
  const t = useT();
  const viewer = useViewer();
  const { community, membership } = useCommunity()!;
  const base = `/c/${community.slug}`;
  const moderates = useModerates();
  const me = !viewer ? signInPath(base) : membership ? `${base}/me` : `${base}/join`;
  const ways: { to: string; icon: IconName; label: string; end?: boolean; act?: boolean; unread?: boolean; waiting?: boolean }[] = [
    { to: base, icon: 'idea', label: t('shell.ideas'), end: true },
    { to: `${base}/search`, icon: 'search', label: t('shell.search') },
    { to: `${base}/post`, icon: 'plus', label: t('shell.postShort'), act: true },
    membership ? { to: `${base}/inbox`, icon: 'bell', label: t('shell.inbox'), unread: true } : { to: `${base}/members`, icon: 'users', label: t('shell.members') },
    ...(moderates ? [{ to: `${base}/moderation`, icon: 'flag' as const, label: t('review.short'), waiting: true }] : []),
    { to: me, icon: 'user', label: viewer ? t('shell.me') : t('shell.signIn') },
  ];
  return (
    <nav className={styles.bar} aria-label={t('shell.mainNav')}>
      {ways.map(({ to, icon, label, end, act, unread, waiting }) => (
        <NavLink key={to} to={to} end={end} className={styles.way} data-act={act || undefined}>
          <span className={styles.icon}><Icon name={icon} size={24} />{unread && <UnreadMark />}{waiting && <WaitingMark />}</span>
          <span>{label}{waiting && <WaitingWords />}</span>
        </NavLink>
      ))}
    </nav>
  );
}
