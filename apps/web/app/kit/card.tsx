import type { HTMLAttributes } from 'react';
import { classes } from './classes';
import styles from './card.module.css';

interface CardProps extends HTMLAttributes<HTMLElement> {
  as?: 'div' | 'article' | 'section' | 'li' | 'aside' | 'form';
  /** A wash recedes, an accent asks for attention, plain stands on the page. */
  tone?: 'plain' | 'wash' | 'accent' | 'good';
  /** For one of many in a list. */
  snug?: boolean;
}

/** A calm surface. Use few. */
export function Card({ as: Tag = 'div', tone = 'plain', snug, className, ...rest }: CardProps) {
  return <Tag {...rest} className={classes(styles.card, styles[tone], snug && styles.snug, className)} />;
}
