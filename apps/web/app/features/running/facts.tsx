import type { ReactNode } from 'react';
import { classes } from '~/kit/classes';
import styles from './health.module.css';

/** Names with their values, below each other, or side by side where there is room. */
export function Facts({ children, inline }: { children: ReactNode; inline?: boolean }) {
  return <dl className={classes(styles.facts, inline && styles.inline)}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}
