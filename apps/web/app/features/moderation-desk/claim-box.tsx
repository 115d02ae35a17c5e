import { useEffect, useState } from 'react';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useNow } from '~/shell/now';
import { Kbd } from './kbd';
import type { ReviewItem } from './moderation-desk.server';
import type { Claiming } from './use-claim';
import { clockOf, isHeld } from './waiting';
import styles from './decision.module.css';

/** Whose item it is now, and for how long. */
export function ClaimBox({ item, claiming }: { item: ReviewItem; claiming: Claiming }) {
  const t = useT();
  const now = useSeconds(item.claim !== null);
  const held = isHeld(item.claim, now);
  const left = held && <span className={styles.left} role="timer">{clockOf(item.claim!.until, now)}</span>;
  if (held && !item.claim!.mine) {
    return <p className={styles.claim} data-others=""><Icon name="eye" size={18} /><span>{t('review.claimedBy', { name: item.claim!.by?.displayName ?? t('review.panel') })}</span>{left}</p>;
  }
  return (
    <div className={styles.claim}>
      <Icon name={held ? 'check' : 'eye'} size={18} />
      <span>{t(held ? 'review.claimedByYou' : 'review.claimedByNobody')}</span>
      {left}
      <Button size="s" busy={claiming.busy} aria-keyshortcuts="c" onClick={() => void (held ? claiming.release() : claiming.claim())}>
        {t(held ? 'review.release' : 'review.claim')} <Kbd>c</Kbd>
      </Button>
    </div>
  );
}

/** The time, second by second while something counts down. */
function useSeconds(counting: boolean): number {
  const [now, setNow] = useState(useNow()); // the server's while hydrating
  useEffect(() => {
    if (!counting) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [counting]);
  return now;
}
