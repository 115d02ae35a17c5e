import type { MissionCardFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Icon, type IconName } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { useNow } from '~/shell/now';
import { useCommunity } from '~/shell/use-root';
import styles from './missions.module.css';

export const KIND_ICONS = { CREATE: 'sparkle', REVIEW: 'eye', HELP: 'comment', EVENT: 'calendar', RALLY: 'rocket' } as const satisfies Record<string, IconName>;

/** Places, time and reward. */
export function MissionFacts({ mission }: { mission: MissionCardFragment }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return (
    <ul role="list" className={styles.facts}>
      <li><Icon name="users" size={16} /><Places mission={mission} /></li>
      <li><Icon name="clock" size={16} /><span><When mission={mission} /></span></li>
      {(mission.rewardPoints > 0 || mission.perk) && (
        <li>
          <Icon name="star" size={16} />
          <span>
            {mission.rewardPoints > 0 && t('missions.points', { count: mission.rewardPoints })}
            {mission.rewardPoints > 0 && mission.perk && ' + '}
            {mission.perk && <span lang={locale}>{mission.perk.title}</span>}
          </span>
        </li>
      )}
    </ul>
  );
}

/** Whether nobody takes it up any more. */
function hasClosed({ state, closesAt }: Pick<MissionCardFragment, 'state' | 'closesAt'>, now: number): boolean {
  return state === 'CLOSED' || Date.parse(closesAt) <= now;
}

/** How many are left while it runs, drawn as well where they are few; how many took part once it is over. */
function Places({ mission: { state, closesAt, places, placesLeft, taken } }: { mission: MissionCardFragment }) {
  const t = useT();
  const isOver = hasClosed({ state, closesAt }, useNow());
  if (isOver || places === null || placesLeft === null) return <span>{t('missions.taken', { count: taken })}</span>;
  return (
    <span className={styles.places}>
      {t('missions.placesLeft', { count: placesLeft })}
      <span className={styles.bar} aria-hidden="true"><span style={{ inlineSize: `${(100 * taken) / places}%` }} /></span>
    </span>
  );
}

function When({ mission: { state, opensAt, closesAt } }: { mission: MissionCardFragment }) {
  const t = useT();
  const now = useNow();
  if (hasClosed({ state, closesAt }, now)) return <>{t('missions.closed')}</>;
  return Date.parse(opensAt) > now
    ? <>{t('missions.opens')} <RelativeTime at={opensAt} /></>
    : <>{t('missions.until')} <RelativeTime at={closesAt} /></>;
}
