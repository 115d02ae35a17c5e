import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';

/** Opens the system's sharing sheet where there is one; elsewhere copies the address. */
export function ShareButton({ title, path, tone }: { title: string; path: string; tone?: 'primary' | 'secondary' }) {
  const t = useT();
  const toast = useToast();
  const share = async () => {
    const url = new URL(path, location.origin).href;
    if (typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches) {
      // Closing the sheet without choosing is an answer too.
      await navigator.share({ title, text: t('idea.shareText', { title }), url }).catch(() => {});
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
  return <Button tone={tone} icon={<Icon name="share" size={18} />} onClick={() => void share()}>{t('idea.share')}</Button>;
}
