import type { DeskIdeaFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { useNow } from '~/shell/now';
import { waitOf } from './waiting';
import styles from './why-here.module.css';

/** Why an idea waits for the brand: since when, and what was promised. Nothing for one that does not wait. */
export function WhyHere({ idea }: { idea: DeskIdeaFragment }) {
  const t = useT();
  const wait = waitOf(idea, useNow());
  if (!wait) return null;
  return (
    <p className={styles.why} data-kind={wait.kind}>
      <Icon name={wait.kind === 'ladder' ? 'flag' : 'hourglass'} size={16} />
      <span>{wait.kind === 'ladder' ? t('desk.whyLadder') : t(wait.kind === 'review' ? 'desk.whyReview' : 'desk.whyOpen', { days: wait.days })} <span className={styles.since}><RelativeTime at={idea.waitingSince!} /></span></span>
    </p>
  );
}
