import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useViewer } from '~/shell/use-root';
import styles from './my-data.module.css';

/** In UTC like the mail that names the day, so that both say the same. */
const LONG_DAY = { dateStyle: 'long', timeZone: 'UTC' } as const;

/** On every page during the pause before a deletion: the day, and the way back. */
export function DeletionBanner() {
  const t = useT();
  const deletion = useViewer()?.deletion;
  const { pathname } = useLocation();
  if (!deletion || pathname === '/settings/data') return null;
  return (
    <aside className={styles.banner} aria-label={t('myData.deleteTitle')}>
      <p><Icon name="hourglass" size={18} />{t('myData.banner', { date: t.date(new Date(deletion.dueAt), LONG_DAY) })}</p>
      <Link to="/settings/data">{t('myData.bannerLink')}</Link>
    </aside>
  );
}
