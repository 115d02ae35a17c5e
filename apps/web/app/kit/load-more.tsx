import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from './button';
import buttons from './button.module.css';
import { classes } from './classes';
import styles from './load-more.module.css';

/** The next page of a list. With `to` it is a link, so robots and people without JavaScript get there too. */
export function LoadMore({ to, onLoad, busy, label }: { to?: string; onLoad?: () => void; busy?: boolean; label?: string }) {
  const t = useT();
  const text = label ?? t('common.loadMore');
  return (
    <div className={styles.more}>
      {to ? (
        <Link
          to={to}
          rel="next"
          preventScrollReset
          className={classes(buttons.button, buttons.secondary)}
          aria-busy={busy || undefined}
          onClick={onLoad && ((event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            if (!busy) onLoad();
          })}
        >
          <span className={buttons.label}>{text}</span>
        </Link>
      ) : (
        <Button busy={busy} onClick={onLoad}>{text}</Button>
      )}
    </div>
  );
}
