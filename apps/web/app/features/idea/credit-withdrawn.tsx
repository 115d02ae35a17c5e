import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { RelativeTime } from '~/kit/relative-time';
import styles from './idea-credits.module.css';

/** Why and when a credit was withdrawn; nothing for one that stands. */
export function CreditWithdrawn({ credit }: { credit: { withdrawnAt: string | null; withdrawnReason: string | null } }) {
  const t = useT();
  if (!credit.withdrawnAt) return null;
  return (
    <p className={styles.withdrawn}>
      <Badge size="s" icon="close">{t('roadmap.creditWithdrawn')}</Badge> <RelativeTime at={credit.withdrawnAt} /> {credit.withdrawnReason}
    </p>
  );
}
