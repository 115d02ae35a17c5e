import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useUnread, useUnreadUpkeep } from './unread';
import { useCommunity } from './use-root';
import styles from './inbox-bell.module.css';

/** The way to the inbox, with how many are unread: for members. */
export function InboxBell() {
  const t = useT();
  const { community, membership } = useCommunity()!;
  const count = useUnread();
  useUnreadUpkeep();
  if (!membership) return null;
  const label = t('shell.inboxUnread', { count });
  return (
    <Link to={`/c/${community.slug}/inbox`} className={styles.bell} aria-label={label} data-hint={label}>
      <Icon name="bell" size={22} />
      <UnreadMark />
    </Link>
  );
}

/** The number beside a bell, for the eye; what holds it says it in words. */
export function UnreadMark() {
  const t = useT();
  const count = useUnread();
  return count > 0 ? <span className={styles.mark} aria-hidden="true">{count > 99 ? '99+' : t.number(count)}</span> : null;
}
