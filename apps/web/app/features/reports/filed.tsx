import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { useCommunity, useViewer } from '~/shell/use-root';
import { pagePath } from '../paths';
import styles from './reports.module.css';

/** After reporting: the reference, what happens next, and where one hears of it. */
export function Filed({ reference, onClose }: { reference: string; onClose?(): void }) {
  const t = useT();
  const viewer = useViewer();
  const { slug } = useCommunity()!.community;
  return (
    <div className={styles.form} role="status">
      <p>{t(viewer ? 'reports.next' : 'reports.nextVisitor')}</p>
      <Reference reference={reference} />
      <div className={styles.buttons}>
        {viewer
          ? <LinkButton tone="quiet" to={`${pagePath(slug, 'me')}?tab=reports`}>{t('reports.toMine')}</LinkButton>
          : <LinkButton tone="quiet" to={reportPath(slug, reference)}>{t('reports.toOutcome')}</LinkButton>}
        {onClose && <Button tone="primary" onClick={onClose}>{t('common.close')}</Button>}
      </div>
    </div>
  );
}

/** Where whoever has a reference learns what became of a report. */
export function reportPath(slug: string, reference: string): string {
  return `/c/${slug}/reports/${encodeURIComponent(reference)}`;
}

export function Reference({ reference }: { reference: string }) {
  const t = useT();
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reference);
      toast(t('reports.copied'), { tone: 'good' });
    } catch {
      toast(t('reports.copyFailed', { reference }));
    }
  };
  return (
    <p className={styles.reference}>
      <span>{t('reports.reference')}</span>
      <code>{reference}</code>
      <Button size="s" tone="quiet" icon={<Icon name="copy" size={16} />} onClick={() => void copy()}>{t('reports.copy')}</Button>
    </p>
  );
}
