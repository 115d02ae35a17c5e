import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import styles from './missions.module.css';

/** Words ready to be pasted elsewhere: one press copies them. */
export function CopyText({ text, lang }: { text: string; lang?: string }) {
  const t = useT();
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('missions.copied', { text }), { tone: 'good' });
    } catch {
      toast(t('missions.copyFailed'));
    }
  };
  return (
    <button type="button" className={styles.copy} onClick={() => void copy()} data-hint={t('missions.copy')}>
      <span lang={lang}>{text}</span>
      <Icon name="copy" size={14} />
      <span className="visually-hidden">{t('missions.copy')}</span>
    </button>
  );
}
