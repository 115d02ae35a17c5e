import { type ReactNode, useState } from 'react';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import styles from './mutes.module.css';

/** What somebody said whom the reader muted: one line, and all of it when they ask. */
export function Folded({ author, children }: { author: { readonly displayName: string; readonly mutedByViewer: boolean } | null; children: ReactNode }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (!author?.mutedByViewer) return children;
  const name = author.displayName;
  return (
    <>
      <p className={styles.folded}>
        <span>{t('mutes.folded', { name })}</span>
        <Button size="s" tone="quiet" aria-expanded={open} aria-label={t(open ? 'mutes.hideName' : 'mutes.showName', { name })} onClick={() => setOpen(!open)}>{t(open ? 'mutes.hide' : 'mutes.show')}</Button>
      </p>
      {open && children}
    </>
  );
}
