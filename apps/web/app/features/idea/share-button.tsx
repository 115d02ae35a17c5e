import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';

interface Props {
  title: string;
  path: string;
  tone?: 'primary' | 'secondary';
  size?: 's' | 'm';
  /** What goes with the address; of an idea when left out. */
  text?: string;
  label?: string;
}

/** Opens the system's sharing sheet where there is one; elsewhere copies the address. */
export function ShareButton({ title, path, tone, size, text, label }: Props) {
  const t = useT();
  const toast = useToast();
  const share = async () => {
    const url = new URL(path, location.origin).href;
    if (typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches) {
      // Closing the sheet without choosing is an answer too.
      await navigator.share({ title, text: text ?? t('idea.shareText', { title }), url }).catch(() => {});
      return;
    }
    await copy(url);
  };
  const copy = async (url: string) => {
    try {
      await navigator.clipboard.writeText(url);
      toast(t('idea.linkCopied'), { tone: 'good' });
    } catch {
      toast(t('idea.linkCopyFailed', { url }));
    }
  };
  return <Button tone={tone} size={size} icon={<Icon name="share" size={18} />} onClick={() => void share()}>{label ?? t('idea.share')}</Button>;
}
