import { useT } from '~/i18n/react';
import { LevelMark } from '~/kit/marks';
import { missingText } from './missing-words';
import type { Explained, WhyCommunity } from './reputation.server';
import styles from './why-page.module.css';

/** The level, and what is missing for the next one, in numbers. */
export function NextLevel({ member: { level, reputation }, levels }: { member: Explained; levels: WhyCommunity['levels'] }) {
  const t = useT();
  const { nextLevel, score } = reputation;
  const from = levels.find((one) => one.level === level)?.score ?? 0;
  const to = nextLevel && levels.find((one) => one.level === nextLevel.level)?.score;
  return (
    <div className={styles.next}>
      <LevelMark level={level} size={44} />
      <div className={styles.nextWords}>
        <p><strong>{t(`domain.level.${level}`)}</strong> · {nextLevel ? t('reputation.next', { level: t(`domain.level.${nextLevel.level}`), missing: missingText(t, nextLevel) }) : t('reputation.top')}</p>
        {to != null && <div className={styles.bar} aria-hidden="true"><span style={{ inlineSize: `${share(score, from, to)}%` }} /></div>}
      </div>
    </div>
  );
}

function share(score: number, from: number, to: number): number {
  return Math.round(Math.min(1, Math.max(0, (score - from) / Math.max(1, to - from))) * 100);
}
