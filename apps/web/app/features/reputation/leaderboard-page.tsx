import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { MemberChip } from '~/kit/member-chip';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { pagePath } from '../paths';
import type { Leaderboard, Period } from './reputation.server';
import styles from './reputation.module.css';

/** Who has earned most, this month and of all time. */
export function LeaderboardPage({ places, period, after }: { places: Leaderboard; period: Period; after: string | null }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const path = pagePath(slug, 'leaderboard');
  const suffix = period === 'all' ? '?of=all' : '';
  const { hasNextPage, endCursor } = places.pageInfo;
  return (
    <Page width="text">
      <PageTitle title={t('reputation.leaderboard')} lead={<>{t('reputation.leaderboardLead')} <Link to={pagePath(slug, 'reputation')}>{t('reputation.how')}</Link></>} />
      <Tabs
        label={t('reputation.period')}
        tabs={[
          { to: path, label: t('reputation.month'), current: period === 'month' },
          { to: `${path}?of=all`, label: t('reputation.allTime'), current: period === 'all' },
        ]}
      />
      {places.nodes.length === 0 && <EmptyState title={t('reputation.nobody')} />}
      <ol role="list" className={styles.entries}>
        {places.nodes.map(({ member, points }) => (
          <li key={member.id} className={styles.place}>
            <MemberChip member={member} community={slug} />
            <strong>{t('reputation.points', { points })}</strong>
          </li>
        ))}
      </ol>
      {(after || hasNextPage) && (
        <p className={styles.pager}>
          {after && <LinkButton size="s" to={`${path}${suffix}`}>{t('reputation.fromTop')}</LinkButton>}
          {hasNextPage && <LinkButton size="s" to={`${path}${suffix ? `${suffix}&` : '?'}after=${encodeURIComponent(endCursor!)}`}>{t('reputation.moreMembers')}</LinkButton>}
        </p>
      )}
    </Page>
  );
}
