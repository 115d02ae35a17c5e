import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classes } from './classes';
import { Icon, type IconName } from './icon';
import styles from './card-words.module.css';

interface TitleProps extends Omit<LinkProps, 'title'> {
  /** Of its heading, as the page's order asks. */
  level?: 2 | 3;
  /** Small where cards stand close, large where they are read one by one. */
  size?: 's' | 'm' | 'l';
  /** Language of the words, where it may not be the reader's. */
  lang?: string;
}

/** What a card is about, and the way there. */
export function CardTitle({ level = 3, size = 'm', ...link }: TitleProps) {
  const Heading = `h${level}` as const;
  return <Heading className={classes(styles.title, styles[size])}><Link prefetch="intent" {...link} /></Heading>;
}

/** The first words of a text, cut after three lines. */
export function CardExcerpt({ lang, children }: { lang?: string; children: ReactNode }) {
  return <p className={styles.excerpt} lang={lang}>{children}</p>;
}

/** What else is to know of it, small and side by side. */
export function Facts({ children }: { children: ReactNode }) {
  return <span className={styles.facts}>{children}</span>;
}

/** One of them with its sign; `strong` for what the card is here for. */
export function Fact({ icon, strong, children }: { icon?: IconName; strong?: boolean; children: ReactNode }) {
  return <span className={classes(styles.fact, strong && styles.strong)}>{icon && <Icon name={icon} size={16} />}{children}</span>;
}
