import { useState } from 'react';
import type { ReviewRowFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { BulkDialog } from './bulk-dialog';
import type { Rule } from './moderation-desk.server';
import styles from './queue.module.css';

interface Props {
  chosen: readonly ReviewRowFragment[];
  rules: readonly Rule[];
  onClear(): void;
  /** The outcomes were read. */
  onDone(): void;
}

/** What can be done with the chosen items; stays in sight. */
export function BulkBar({ chosen, rules, onClear, onDone }: Props) {
  const t = useT();
  // Of when it opened: what is decided meanwhile leaves the list, not the dialog.
  const [items, setItems] = useState<readonly ReviewRowFragment[] | null>(null);
  const close = (anything: boolean) => {
    setItems(null);
    if (!anything) return;
    onClear();
    onDone();
  };
  return (
    <>
      {chosen.length > 0 && (
        <div className={styles.bar} role="region" aria-label={t('review.bulk')}>
          <p role="status">{t('review.chosen', { count: chosen.length })}</p>
          <Button size="s" tone="quiet" onClick={onClear}>{t('review.chooseNone')}</Button>
          <Button size="s" tone="primary" onClick={() => setItems(chosen)}>{t('review.bulkDecide')}</Button>
        </div>
      )}
      {items && <BulkDialog items={items} rules={rules} onClose={close} />}
    </>
  );
}
