import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { decisionPath } from '../paths';
import { heaviestOf, restrictionSaid } from './restriction';
import styles from './restriction-banner.module.css';

/** To whoever is restricted in the community: what they may not do, until when, and the way to the reasons and the appeal. What weighs most is said alone: the others are under Me. */
export function RestrictionBanner() {
  const t = useT();
  const { pathname } = useLocation();
  const here = useCommunity();
  const heaviest = here && heaviestOf(here.restrictions);
  if (!here || !heaviest) return null;
  const path = decisionPath(here.community.slug, heaviest.decisionId);
  if (pathname === path) return null;
  return (
    <aside className={styles.banner} aria-label={t('decisions.banner')}>
      <p><Icon name="shield" size={18} /><span>{restrictionSaid(t, heaviest)}</span></p>
      <Link to={path}>{t(heaviest.kind === 'WARNING' ? 'decisions.bannerRead' : 'decisions.bannerWhy')}</Link>
    </aside>
  );
}
