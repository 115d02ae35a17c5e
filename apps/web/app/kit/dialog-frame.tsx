import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { Icon } from './icon';
import buttons from './button.module.css';
import { classes } from './classes';
import styles from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  /** For work that needs room: two columns fit. */
  wide?: boolean;
}

/** The dialog itself; see dialog.tsx, which fetches it when one opens. */
export default function DialogFrame({ open, onOpenChange, title, description, children, footer, wide }: DialogProps) {
  const t = useT();
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={classes(styles.popup, wide && styles.wide)}>
          <header className={styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close className={classes(buttons.button, buttons.quiet, buttons.only)} aria-label={t('common.close')}><Icon name="close" /></Base.Close>
          </header>
          {description && <Base.Description className={styles.description}>{description}</Base.Description>}
          {children && <div className={styles.body}>{children}</div>}
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
