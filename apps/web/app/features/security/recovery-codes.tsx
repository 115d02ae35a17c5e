import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import styles from './security.module.css';

/** Codes that are shown this once: to copy, to keep as a file. */
export function RecoveryCodes({ codes, close }: { codes: readonly string[] | null; close: () => void }) {
  const t = useT();
  const toast = useToast();
  const text = codes?.join('\n') ?? '';
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t('security.copied'), { tone: 'good' });
  };
  return (
    <Dialog
      open={codes !== null}
      onOpenChange={(open) => !open && close()}
      title={t('security.codesTitle')}
      description={t('security.codesText')}
      footer={<>
        <Button onClick={() => void copy()}>{t('security.copy')}</Button>
        <Button onClick={() => save(text)}>{t('security.saveFile')}</Button>
        <Button tone="primary" icon={<Icon name="check" size={18} />} onClick={close}>{t('security.kept')}</Button>
      </>}
    >
      <ol className={styles.codes} aria-label={t('security.codesTitle')}>{codes?.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
    </Dialog>
  );
}

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  link.download = 'fanfare-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}
