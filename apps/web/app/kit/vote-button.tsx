import { useState } from 'react';
import { useT } from '~/i18n/react';
import { classes } from './classes';
import { Icon } from './icon';
import styles from './vote-button.module.css';

interface VoteButtonProps {
  /** The idea's title, for screen readers. */
  title: string;
  /** What is shown: all votes (`support.raw` + imported). */
  count: number;
  voted: boolean;
  /** False shows the count without an action. */
  open: boolean;
  /** Part of the way from the last rung to the next, 0 to 1; null draws no ring. */
  progress: number | null;
  onToggle: () => void;
  /** A ring with the count below on cards; a wide button on the idea's page. */
  look?: 'ring' | 'wide';
  busy?: boolean;
  /** There is no vote left to cast: it can be pressed, but invites nobody to. */
  spent?: boolean;
  /** Said beside what the button does: read out, and shown as the hint of a ring. */
  note?: string | null;
}

const RADIUS = 23;

/** Backing an idea. Announces itself as a toggle; the ring shows the way to the next rung. */
export function VoteButton({ title, count, voted, open, progress, onToggle, look = 'ring', busy, spent, note }: VoteButtonProps) {
  const t = useT();
  // What stood here when the page opened does not move: only a vote that joins does.
  const [opened] = useState({ count, voted });
  const says = t(open ? (voted ? 'kit.unvoteLabel' : 'kit.voteLabel') : 'kit.voteClosedLabel', { title, count });
  const word = t(voted ? 'kit.voted' : open ? 'kit.vote' : 'kit.voteClosed');
  // What is read out starts with what is seen, so that somebody can press it by speaking.
  const seen = look === 'wide' ? `${word} ${t.compact(count)}` : t.compact(count);
  const label = [...(says.includes(seen) ? [] : [seen]), says, ...(note ? [note] : [])].join('. ');
  if (!open) return <span className={classes(styles.vote, look === 'wide' ? styles.wide : styles.stacked)} data-closed="" data-voted={voted || undefined} role="img" aria-label={label}>{face()}</span>;
  return (
    <button
      type="button"
      className={classes(styles.vote, look === 'wide' ? styles.wide : styles.stacked)}
      data-voted={voted || undefined}
      data-spent={spent || undefined}
      aria-pressed={voted}
      aria-label={label}
      aria-busy={busy || undefined}
      data-hint={look === 'ring' ? (note ?? t(voted ? 'kit.voted' : 'kit.vote')) : undefined}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onToggle();
      }}
    >
      {face()}
    </button>
  );

  function face() {
    return (
      <>
        <Ring progress={progress} voted={voted} landed={voted && !opened.voted} />
        {look === 'wide' && <><span className={styles.word}>{word}</span>{' '}</>}
        <span className={styles.count} key={count} data-moved={count !== opened.count || undefined}>{t.compact(count)}</span>
      </>
    );
  }
}

function Ring({ progress, voted, landed }: { progress: number | null; voted: boolean; landed: boolean }) {
  const share = Math.min(1, Math.max(0, progress ?? 0));
  return (
    <span className={styles.ring}>
      <svg viewBox="0 0 52 52" aria-hidden="true" focusable="false">
        <circle cx="26" cy="26" r={RADIUS} className={styles.track} />
        {share > 0 && <circle cx="26" cy="26" r={RADIUS} pathLength="1" className={styles.way} strokeDasharray={`${Math.max(0.02, share)} 1`} transform="rotate(-90 26 26)" />}
        <circle cx="26" cy="26" r="18.5" className={styles.core} />
      </svg>
      <Icon name={voted ? 'check' : 'arrowUp'} size={22} strokeWidth={2.25} className={classes(styles.sign, landed && styles.landed)} />
    </span>
  );
}
