import { classes } from './classes';
import styles from './skeleton.module.css';

/** The shape of what is coming; appears after 150 ms, so quick answers never flash. `width` in CSS units. */
export function Skeleton({ shape = 'line', width, height, className }: { shape?: 'line' | 'title' | 'circle' | 'block'; width?: string; height?: string; className?: string }) {
  return <span aria-hidden="true" className={classes(styles.skeleton, styles[shape], className)} style={{ inlineSize: width, blockSize: height }} />;
}

/** A few lines of text. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return <span className={styles.text}>{Array.from({ length: lines }, (_, i) => <Skeleton key={i} width={i === lines - 1 ? '60%' : '100%'} />)}</span>;
}
