import type { MessageKey } from '~/i18n/translator';
import { useT } from '~/i18n/react';
import { Dialog } from '~/kit/dialog';
import { ACTIONS } from './draft';
import { Kbd } from './kbd';
import styles from './keys-dialog.module.css';

const KEYS: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [['j', 'k'], 'review.key.step'],
  [['Enter'], 'review.key.enter'],
  [['v'], 'review.key.reveal'],
  [['c'], 'review.key.claim'],
  [['a'], 'review.key.action'],
  [['1', '9'], 'review.key.rule'],
  [['q'], 'review.key.quote'],
  [['f'], 'review.key.facts'],
  [['Ctrl', 'Enter'], 'review.key.decide'],
  [['n'], 'review.key.note'],
  [['x'], 'review.key.choose'],
  [['/'], 'review.key.search'],
  [['r'], 'review.key.refresh'],
  [['Escape'], 'review.key.escape'],
  [['?'], 'review.key.help'],
];

/** All keys of the desk. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useT();
  return (
    <Dialog wide open={open} onOpenChange={onOpenChange} title={t('review.keys')} description={t('review.keysLead')}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>{keys.map((key) => <Kbd key={key}>{key}</Kbd>)}</dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.after}>{t('review.keysAfter')} <Kbd>a</Kbd></h3>
      <dl className={styles.keys}>
        {ACTIONS.map(([action, letter]) => (
          <div key={action}>
            <dt><Kbd>{letter}</Kbd></dt>
            <dd>{t(`review.do.${action}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
