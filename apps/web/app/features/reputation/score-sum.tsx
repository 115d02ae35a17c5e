import { useT } from '~/i18n/react';
import { IdentityMark } from '~/kit/marks';
import { identityOf } from './identity-share';
import type { Explained } from './reputation.server';
import styles from './why-page.module.css';

/** Merit times what identity makes of it: the whole of a score in one line. */
export function ScoreSum({ member: { reputation }, mine }: { member: Explained; mine: boolean }) {
  const t = useT();
  const base = meritOf(reputation.sources);
  const tenths = reputation.tenths ?? 0;
  const identity = identityOf(tenths);
  const word = t(`domain.identity.${identity}`);
  return (
    <div>
      <div className={styles.sum} role="img" aria-label={t('reputation.sumSpoken', { base, share: t.number(tenths / 10), identity: word, score: reputation.score })}>
        <span className={styles.term}><strong>{t.number(base)}</strong><span>{t('reputation.merit')}</span></span>
        <span className={styles.sign}>×</span>
        <span className={styles.term}><strong>{t.number(tenths / 10)}</strong><span>{word}</span></span>
        <span className={styles.sign}>=</span>
        <span className={styles.term} data-result=""><strong>{t.number(reputation.score)}</strong><span>{t('reputation.score')}</span></span>
      </div>
      <p className={styles.quiet}>
        {identity !== 'ANONYMOUS' && <IdentityMarkInline level={identity} />}
        {t(mine ? `reputation.share.${identity}` : 'reputation.shareOther')}
      </p>
    </div>
  );
}

function IdentityMarkInline({ level }: { level: ReturnType<typeof identityOf> }) {
  return <span style={{ display: 'inline-block', verticalAlign: '-0.2em', marginInlineEnd: '0.3em' }} aria-hidden="true"><IdentityMark level={level} size={16} /></span>;
}

/** The sum of what stands. */
export function meritOf(sources: Explained['reputation']['sources']): number {
  return (sources ?? []).reduce((sum, { points }) => sum + points, 0);
}
