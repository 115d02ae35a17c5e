import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import type { Sheet } from './answer-facts';
import styles from './reach.module.css';

/** How many people an answer reaches, and why each of them. */
export function Reach({ reach }: { reach: NonNullable<Sheet['answerReach']> }) {
  const t = useT();
  const parts = [
    reach.voters > 0 && t('desk.reachVoters', { count: reach.voters }),
    reach.commenters > 0 && t('desk.reachCommenters', { count: reach.commenters }),
    reach.followers > 0 && t('desk.reachFollowers', { count: reach.followers }),
  ].filter((part) => part !== false);
  return (
    <p className={styles.reach}>
      <Icon name="users" />
      <span>
        <strong>{t('desk.reach', { count: reach.people })}</strong>
        {parts.length > 0 && <span className={styles.parts}> {parts.join(' · ')}</span>}
      </span>
    </p>
  );
}
