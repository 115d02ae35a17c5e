import type { ReactNode } from 'react';
import type { IdentityLevel, Level } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { classes } from './classes';
import styles from './marks.module.css';

/** From the first to the highest. */
export const LEVELS: readonly Level[] = ['NEWCOMER', 'FAN', 'REGULAR', 'ADVOCATE', 'CHAMPION'];
/** One blade of the fan, pointing up from (12, 21); the others are turned. */
const BLADE = 'M12 19.5 9.5 7a2.55 2.55 0 1 1 5 0Z';
const TURNS = [-66, -33, 0, 33, 66];

/** A fan with as many blades open as the member has levels: one to five. */
export function LevelMark({ level, size = 18 }: { level: Level; size?: number }) {
  const t = useT();
  const open = LEVELS.indexOf(level) + 1;
  const hint = t(`domain.levelHint.${level}`);
  return (
    <span className={classes(styles.mark, styles.level)} role="img" aria-label={hint} data-hint={hint} data-level={open}>
      <FanShape size={size * 1.3} open={open} />
    </span>
  );
}

/** The sign of Fanfare itself: the whole fan. */
export function FanShape({ size = 24, open = 5 }: { size?: number; open?: number }) {
  return (
    <svg viewBox="-3.5 3 31 18.5" width={size} height={(size * 18.5) / 31} aria-hidden="true" focusable="false">
      {TURNS.map((turn, index) => (
        <path key={turn} d={BLADE} transform={`rotate(${turn} 12 20)`} className={index < open ? styles.blade : styles.folded} />
      ))}
    </svg>
  );
}

/** What a member has proved about who they are. Anonymous members carry no mark. */
export function IdentityMark({ level, size = 18 }: { level: IdentityLevel; size?: number }) {
  const t = useT();
  if (level === 'ANONYMOUS') return null;
  const hint = t(`domain.identityHint.${level}`);
  return (
    <span className={classes(styles.mark, styles.identity)} role="img" aria-label={hint} data-hint={hint}>
      <svg viewBox="0 0 24 24" width={size} height={size} fill="none" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
        {SHAPES[level]}
      </svg>
    </span>
  );
}

const SHAPES: Record<Exclude<IdentityLevel, 'ANONYMOUS'>, ReactNode> = {
  CONFIRMED: (
    <>
      <circle cx="12" cy="12" r="8.5" stroke="currentColor" strokeWidth="2" />
      <path d="m8.2 12.3 2.7 2.7 5-5.5" stroke="currentColor" strokeWidth="2.2" />
    </>
  ),
  LINKED: (
    <>
      <circle cx="9" cy="12" r="5.5" stroke="currentColor" strokeWidth="2.2" />
      <circle cx="15" cy="12" r="5.5" stroke="currentColor" strokeWidth="2.2" />
    </>
  ),
  VERIFIED: (
    <>
      <path d="M12.00 2.80A2.6 2.6 0 0 1 16.60 4.03A2.6 2.6 0 0 1 19.97 7.40A2.6 2.6 0 0 1 21.20 12.00A2.6 2.6 0 0 1 19.97 16.60A2.6 2.6 0 0 1 16.60 19.97A2.6 2.6 0 0 1 12.00 21.20A2.6 2.6 0 0 1 7.40 19.97A2.6 2.6 0 0 1 4.03 16.60A2.6 2.6 0 0 1 2.80 12.00A2.6 2.6 0 0 1 4.03 7.40A2.6 2.6 0 0 1 7.40 4.03A2.6 2.6 0 0 1 12.00 2.80Z" fill="currentColor" />
      <path d="m8.2 12.3 2.7 2.7 5-5.5" stroke="var(--surface)" strokeWidth="2.4" />
    </>
  ),
};
