import { useT } from '~/i18n/react';
import type { MessageKey } from '~/i18n/translator';
import { Icon } from '~/kit/icon';
import { useNow } from '~/shell/now';
import { isSoon, isWorthSaying, timeLeft, type TimeLeft } from './time-left';
import styles from './deadline-note.module.css';

const WORDS: Record<TimeLeft['unit'], MessageKey> = { day: 'feed.leftDay', hour: 'feed.leftHour', minute: 'feed.leftMinute' };

/** "6 days left", where it matters; `always` also says it when it is far. */
export function DeadlineNote({ deadline, always }: { deadline: string | null; always?: boolean }) {
  const t = useT();
  const left = timeLeft(deadline, useNow());
  if (!left || !(always || isWorthSaying(left))) return null;
  return (
    <span className={styles.left} data-soon={isSoon(left) || undefined}>
      <Icon name="clock" size={16} />
      {t(WORDS[left.unit], { count: left.count })}
    </span>
  );
}
