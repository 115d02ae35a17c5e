import { useT } from '~/i18n/react';
import { Dialog } from '~/kit/dialog';
import { Kbd } from '../moderation-desk/kbd';
import styles from './panel.module.css';

const KEYS = [['j', 'k'], ['o'], ['b'], ['x'], ['m'], ['d'], ['Escape'], ['?']] as const;

/** All keys of the panel's desk. */
export function PanelKeys({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useT();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('calls.keys')}>
      <dl className={styles.keys}>
        {KEYS.map((keys) => (
          <div key={keys[0]}>
            <dt>{keys.map((key) => <Kbd key={key}>{key}</Kbd>)}</dt>
            <dd>{t(`calls.key_${keys[0] === '?' ? 'help' : keys[0]}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
