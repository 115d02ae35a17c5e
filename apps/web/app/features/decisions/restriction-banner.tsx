import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { decisionPath } from '../paths';
import styles from './restriction-banner.module.css';

type Restriction = NonNullable<ReturnType<typeof useCommunity>>['restrictions'][number];

/** What weighs most comes first, and is said alone: the others are under Me. */
const ORDER: readonly Restriction['kind'][] = ['BAN', 'SUSPENSION', 'WARNING', 'MUTE', 'HOLD'];

/** To whoever is restricted in the community: what they may not do, until when, and the way to the reasons and the appeal. */
export function RestrictionBanner() {
  const t = useT();
  const { pathname } = useLocation();
  const here = useCommunity();
  const heaviest = here?.restrictions.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))[0];
  if (!here || !heaviest) return null;
  const path = decisionPath(here.community.slug, heaviest.decisionId);
  if (pathname === path) return null;
  return (
    <aside className={styles.banner} aria-label={t('decisions.banner')}>
      <p><Icon name="shield" size={18} /><span>{sentenceOf(t, heaviest)}</span></p>
      <Link to={path}>{t(heaviest.kind === 'WARNING' ? 'decisions.bannerRead' : 'decisions.bannerWhy')}</Link>
    </aside>
  );
}

function sentenceOf(t: ReturnType<typeof useT>, { kind, right, endsAt }: Restriction): string {
  return t(`decisions.banner_${kind}`, { right: right ? t(`moderation.right_${right}`) : '', ends: endsAt ? 'yes' : 'no', date: endsAt ? t.date(endsAt) : '' });
}
