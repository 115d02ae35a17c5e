import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useNow } from '~/shell/now';
import { useViewer } from '~/shell/use-root';
import { useSecurityPath } from './powers-wait';
import styles from './security.module.css';

const DAY_MS = 86_400_000;

/** To staff without a second factor, on every page: the days that are left, or that their powers wait. */
export function StaffBanner() {
  const t = useT();
  const now = useNow();
  const security = useViewer()?.security;
  const { pathname } = useLocation();
  const path = useSecurityPath();
  if (!security?.staffDeadline || pathname === '/settings/security') return null;
  const days = Math.max(0, Math.ceil((Date.parse(security.staffDeadline) - now) / DAY_MS));
  return (
    <aside className={styles.banner} aria-label={t('security.title')}>
      <p><Icon name="key" size={18} />{security.staffHeld ? t('security.bannerHeld') : t('security.bannerDays', { count: days })}</p>
      <Link to={path}>{t('security.bannerLink')}</Link>
    </aside>
  );
}
