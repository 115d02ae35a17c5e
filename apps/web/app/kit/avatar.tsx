import { classes } from './classes';
import { drawAvatar } from './avatar-drawing';
import styles from './avatar.module.css';

interface AvatarProps {
  /** What the drawing is made from: a member's id, or a handle. */
  seed: string;
  /** An uploaded picture instead of the drawing. */
  url?: string | null;
  /** Pixels. */
  size?: number;
  className?: string;
}

/** A person's picture; decorative, because the name stands beside it. */
export function Avatar({ seed, url, size = 36, className }: AvatarProps) {
  if (url) return <img src={url} alt="" width={size} height={size} className={classes(styles.avatar, className)} loading="lazy" />;
  const { ground, shapes } = drawAvatar(seed);
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} className={classes(styles.avatar, className)} aria-hidden="true" focusable="false">
      <path d="M0 0h64v64H0Z" fill={ground} />
      {shapes.map((shape, index) => <path key={index} {...shape} />)}
    </svg>
  );
}
