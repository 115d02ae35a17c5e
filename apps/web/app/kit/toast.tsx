import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { IconButton } from './button';
import { Icon, type IconName } from './icon';
import styles from './toast.module.css';

export interface ToastOptions {
  tone?: 'good' | 'bad' | 'info';
  /** E.g. undo. The toast then stays twice as long. */
  action?: { label: string; onClick: () => void };
}

interface Entry extends ToastOptions {
  id: number;
  message: string;
}

type Show = (message: string, options?: ToastOptions) => void;

const ToastContext = createContext<Show>(() => {});
const ICONS: Record<NonNullable<ToastOptions['tone']>, IconName> = { good: 'check', bad: 'warning', info: 'info' };
/** Milliseconds a sentence stays; hovering or focusing it keeps it. */
const STAY = 6_000;

/** Short sentences about what just happened, read out politely: `const toast = useToast(); toast(t('…'), { action })`. */
export function useToast(): Show {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const next = useRef(1);
  const drop = useCallback((id: number) => setEntries((all) => all.filter((entry) => entry.id !== id)), []);
  const show = useCallback<Show>((message, options) => {
    const entry = { id: next.current++, message, ...options };
    setEntries((all) => [...all.slice(-2), entry]);
  }, []);
  return (
    <ToastContext value={useMemo(() => show, [show])}>
      {children}
      <div className={styles.stack} role="status" aria-live="polite" aria-relevant="additions">
        {entries.map((entry) => <Toast key={entry.id} entry={entry} onDone={() => drop(entry.id)} />)}
      </div>
    </ToastContext>
  );
}

function Toast({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const t = useT();
  const tone = entry.tone ?? 'info';
  const stay = entry.action ? STAY * 2 : STAY;
  const act = () => {
    entry.action?.onClick();
    onDone();
  };
  return (
    <div className={styles.toast} data-tone={tone}>
      <Icon name={ICONS[tone]} className={styles.icon} />
      <p>{entry.message}</p>
      {entry.action && <button type="button" className={styles.action} onClick={act}>{entry.action.label}</button>}
      <IconButton size="s" className={styles.close} icon={<Icon name="close" size={16} />} label={t('common.dismiss')} onClick={onDone} />
      <span className={styles.fuse} data-timer="" style={{ animationDuration: `${stay}ms` }} onAnimationEnd={onDone} />
    </div>
  );
}
