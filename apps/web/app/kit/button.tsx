import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { useHydrated } from '~/shell/now';
import { classes } from './classes';
import styles from './button.module.css';

interface Look {
  /** One primary per view; quiet for what is rarely needed. */
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 's' | 'm' | 'l';
  icon?: ReactNode;
  /** As wide as its container. */
  block?: boolean;
}

function look({ tone = 'secondary', size = 'm', block }: Look, className?: string, only?: boolean) {
  return classes(styles.button, styles[tone], styles[size], block && styles.block, only && styles.only, className);
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> };

/** `busy` keeps its size and focus, and ignores presses while something is under way. */
export function Button({ tone, size, icon, block, busy, className, children, onClick, type = 'button', ...rest }: ButtonProps & { busy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ tone, size, block }, className)}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      <span className={styles.label}>{children}</span>
    </button>
  );
}

/**
 * Sends a form that the page's script handles: it waits for the script, so that nothing typed ends up in an address. Forms
 * that work without a script (searching, filtering) take a plain `<Button type="submit">`.
 */
export function SubmitButton({ disabled, ...rest }: ButtonProps & { busy?: boolean }) {
  const hydrated = useHydrated();
  return <Button {...rest} type="submit" disabled={disabled || !hydrated} />;
}

/** A link that looks like a button: it goes somewhere, so it is a link. */
export function LinkButton({ tone, size, icon, block, className, children, ...rest }: Look & Omit<LinkProps, 'children'> & { children: ReactNode }) {
  return (
    <Link {...rest} className={look({ tone, size, block }, className)}>
      {icon}
      <span className={styles.label}>{children}</span>
    </Link>
  );
}

/** A button of one icon; `label` is read out and shown as a hint. */
export function IconButton({ tone = 'quiet', size, icon, label, className, type = 'button', ...rest }: ButtonProps & { label: string; icon: ReactNode }) {
  return (
    <button {...rest} type={type} className={look({ tone, size }, className, true)} aria-label={label} data-hint={label}>
      {icon}
    </button>
  );
}
