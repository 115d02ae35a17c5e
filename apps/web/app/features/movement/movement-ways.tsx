import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { useModerates } from '~/shell/reviews-waiting';
import { useCommunity, useHasDesk, useServed } from '~/shell/use-root';
import { showsWays } from './movement-paths';
import styles from './movement.module.css';

interface Way {
  readonly to: string;
  readonly label: string;
  readonly current: boolean;
}

/** The ways between the pages of a community's ambassadors, above each of them; the brand's and the moderators' behind a line. */
export function MovementWays() {
  const t = useT();
  const { pathname } = useLocation();
  const community = useCommunity();
  const runs = useHasDesk();
  const moderates = useModerates();
  const served = useServed();
  const row = useCurrentInSight(pathname);
  if (!community || !showsWays(pathname)) return null;
  const base = `/c/${community.community.slug}`;
  const at = (part: string, ...others: string[]) => [part, ...others].some((one) => pathname === base + one || pathname.startsWith(`${base + one}/`));
  const works = at('/missions/desk');
  const mine = at('/ambassadors/mine', '/ambassadors/desk');
  const ways: Way[] = [
    { to: `${base}/ambassadors`, label: t('recruitment.ambassadors'), current: at('/ambassadors') && !mine },
    { to: `${base}/missions/wall`, label: t('missions.wallTitle'), current: at('/missions/wall', '/missions/sites', '/entries') },
    { to: `${base}/missions`, label: t('missions.title'), current: at('/missions') && !at('/missions/wall', '/missions/sites') && !works },
    { to: `${base}/calls`, label: t('movement.calls'), current: at('/calls') },
    ...(served ? [
      { to: `${base}/ambassadors/mine`, label: t('terms.mine'), current: at('/ambassadors/mine') },
      { to: `${base}/rewards`, label: t('movement.rewards'), current: at('/rewards') },
    ] : []),
  ];
  const desk: Way[] = [
    ...(runs ? [
      { to: `${base}/ambassadors/desk`, label: t('movement.terms'), current: at('/ambassadors/desk') },
      { to: `${base}/missions/desk`, label: t('movement.entries'), current: at('/missions/desk') },
      { to: `${base}/movement/budgets`, label: t('movement.budgets'), current: at('/movement') },
    ] : []),
    ...(moderates ? [{ to: `${base}/moderation/ambassadors`, label: t('movement.appeals'), current: false }] : []),
  ];
  return (
    <nav ref={row} className={styles.ways} aria-label={t('movement.nav')}>
      <ul role="list">{ways.map((way) => <WayLink key={way.to} way={way} />)}</ul>
      {desk.length > 0 && <ul role="list" className={styles.desk}>{desk.map((way) => <WayLink key={way.to} way={way} />)}</ul>}
    </nav>
  );
}

/** On a phone the row is longer than the screen: where one is comes into sight, and the page stays where it is. */
function useCurrentInSight(pathname: string) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const nav = row.current;
    const current = nav?.querySelector('[aria-current]');
    if (!nav || !current) return;
    const [way, seen] = [current.getBoundingClientRect(), nav.getBoundingClientRect()];
    if (way.right > seen.right || way.left < seen.left) nav.scrollLeft += way.left + way.width / 2 - (seen.left + seen.width / 2);
  }, [pathname]);
  return row;
}

function WayLink({ way: { to, label, current } }: { way: Way }) {
  return <li><Link to={to} className={styles.way} aria-current={current ? 'page' : undefined}>{label}</Link></li>;
}
