import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { pagePath, whyPath } from '../paths';
import { firstOf, monthBeside } from './months';
import type { Board, BoardState } from './reputation.server';
import styles from './leaderboard-page.module.css';

interface Props {
  board: Board;
  state: BoardState;
}

/** Who has earned most: of a month, and of all time. */
export function LeaderboardPage({ board, state }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const path = pagePath(slug, 'leaderboard');
  const { nodes, pageInfo: { hasNextPage, endCursor } } = board.leaderboard;
  const here = path + queryOf(state);
  return (
    <Page width="text" className={styles.page}>
      <div>
        <PageTitle title={t('reputation.leaderboard')} lead={<>{t('reputation.leaderboardLead')} <Link to={pagePath(slug, 'reputation')}>{t('reputation.how')}</Link></>} />
        <Tabs
          label={t('reputation.period')}
          tabs={[{ to: path, label: t('reputation.month'), current: state.month !== null }, { to: `${path}?of=all`, label: t('reputation.allTime'), current: state.month === null }]}
        />
      </div>
      {state.month && <Months path={path} month={state.month} now={state.now} />}
      <OwnPlace place={board.viewerPlace} />
      {nodes.length === 0 ? <EmptyState title={t('reputation.nobody')} text={t('reputation.nobodyText')} /> : <Places places={nodes} />}
      {(state.after || hasNextPage) && (
        <p className={styles.pager}>
          {state.after && <LinkButton size="s" to={here}>{t('reputation.fromTop')}</LinkButton>}
          {hasNextPage && <LinkButton size="s" to={`${path}${queryOf(state, endCursor)}`}>{t('reputation.moreMembers')}</LinkButton>}
        </p>
      )}
    </Page>
  );
}

function queryOf({ month, now }: BoardState, after: string | null = null): string {
  const params = new URLSearchParams({ ...(month === null ? { of: 'all' } : month !== now ? { month } : {}), ...(after ? { after } : {}) });
  return params.size > 0 ? `?${params}` : '';
}

/** The month that is shown, with the ones beside it. */
function Months({ path, month, now }: { path: string; month: string; now: string }) {
  const t = useT();
  const name = (one: string) => t.date(firstOf(one), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [before, after] = [monthBeside(month, -1), monthBeside(month, 1)];
  return (
    <div className={styles.months}>
      <LinkButton size="s" tone="quiet" to={`${path}?month=${before}`} icon={<Icon name="chevronLeft" size={16} />}>{name(before)}</LinkButton>
      <h2 className={styles.month}>{name(month)}</h2>
      {month < now && <LinkButton size="s" tone="quiet" className={styles.later} to={after === now ? path : `${path}?month=${after}`}>{name(after)} <Icon name="chevronRight" size={16} /></LinkButton>}
    </div>
  );
}

function OwnPlace({ place }: { place: Board['viewerPlace'] }) {
  const t = useT();
  const { community: { slug }, membership } = useCommunity()!;
  if (!membership) return null;
  const why = <Link to={whyPath(slug, membership.handle)}>{t('reputation.seeWhy')}</Link>;
  return <p className={styles.own}><Icon name="star" size={18} /><span>{place ? t('reputation.ownPlace', { rank: place.rank, points: place.points }) : t('reputation.noPlace')} {why}</span></p>;
}

function Places({ places }: { places: Board['leaderboard']['nodes'] }) {
  const t = useT();
  const { community: { slug }, membership } = useCommunity()!;
  const most = Math.max(...places.map(({ points }) => points));
  return (
    <ol role="list" className={styles.places}>
      {places.map(({ member, rank, points }) => (
        <li key={member.id} className={styles.place} data-best={rank <= 3 ? rank : undefined} data-mine={member.id === membership?.id ? '' : undefined}>
          <span className={styles.rank}><span className="visually-hidden">{t('reputation.rank')} </span>{t.number(rank)}</span>
          <MemberChip member={member} community={slug} />
          <strong className={styles.points}>{t('reputation.points', { points })}</strong>
          <span className={styles.bar} aria-hidden="true"><span style={{ inlineSize: `${(points / most) * 100}%` }} /></span>
        </li>
      ))}
    </ol>
  );
}
