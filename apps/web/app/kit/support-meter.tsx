import { useId } from 'react';
import { useT } from '~/i18n/react';
import { unverifiedOf, type RungFacts, type SupportCounts } from './support-share';
import styles from './support-meter.module.css';

interface SupportMeterProps {
  support: SupportCounts;
  /** The next rung: the end of the bar. */
  next?: RungFacts | null;
  /** Without the sentence that explains the counts. */
  brief?: boolean;
}

/** How much support an idea has and how much of it is by people who showed who they are. */
export function SupportMeter({ support, next, brief }: SupportMeterProps) {
  const t = useT();
  const { verified, quarantined, imported } = support;
  const unverified = unverifiedOf(support);
  const old = verified === 0 && imported > 0;
  return (
    <div className={styles.meter}>
      <p className={styles.head}>
        <span className={styles.number} key={verified}>{t.number(old ? imported : verified)}</span>
        <span className={styles.unit}>
          {old ? t('kit.meterImportedUnit', { count: imported }) : t('kit.meterVerified', { count: verified })}
          {next && <span className={styles.goal}>{t('kit.meterGoal', { goal: next.support })}</span>}
        </span>
      </p>
      {(next || support.raw > 0) && <Bar support={support} goal={next?.support} />}
      <ul role="list" className={styles.legend}>
        {(support.raw > 0 || !old) && <li data-kind="raw">{t('kit.meterRaw', { count: support.raw })}</li>}
        {unverified > 0 && <li data-kind="unverified">{t('kit.meterUnverified', { count: unverified })}</li>}
        {quarantined > 0 && <li data-kind="quarantined">{t('kit.meterQuarantined', { count: quarantined })}</li>}
        {imported > 0 && !old && <li data-kind="imported">{t('kit.meterImported', { count: imported })}</li>}
      </ul>
      {!brief && <p className={styles.explain}>{t(explanation(quarantined, imported))}</p>}
    </div>
  );
}

function explanation(quarantined: number, imported: number) {
  if (quarantined > 0) return 'kit.meterExplainQuarantined';
  return imported > 0 ? 'kit.meterExplainImported' : 'kit.meterExplain';
}

/** Solid for verified, hatched for the rest, dotted for what is set aside; a pennant at the goal. */
function Bar({ support, goal }: { support: SupportCounts; goal?: number }) {
  const t = useT();
  const id = useId();
  const { verified, quarantined } = support;
  const whole = Math.max(goal ?? 0, support.raw, 1);
  const parts = [
    { kind: 'verified', count: verified },
    { kind: 'unverified', count: unverifiedOf(support) },
    { kind: 'quarantined', count: quarantined },
  ].filter((part) => part.count > 0);
  let at = 0;
  return (
    <svg className={styles.bar} width="100%" height="26" role="img" aria-label={goal ? t('kit.meterSummary', { verified, goal }) : t('kit.meterSummaryTop', { verified })}>
      <defs>
        <pattern id={`${id}h`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className={styles.hatchGround} />
          <rect width="2.5" height="6" className={styles.hatchLine} />
        </pattern>
        <pattern id={`${id}d`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className={styles.dotGround} />
          <circle cx="3" cy="3" r="1.3" className={styles.dot} />
        </pattern>
        <clipPath id={`${id}c`}><rect y="8" width="100%" height="14" rx="7" /></clipPath>
      </defs>
      <g clipPath={`url(#${id}c)`}>
        <rect y="8" width="100%" height="14" className={styles.trough} />
        {parts.map(({ kind, count }) => {
          const x = at;
          const width = Math.max((count / whole) * 100, 0.8);
          at += width;
          return <rect key={kind} x={`${x}%`} y="8" width={`${width}%`} height="14" className={styles[kind]} fill={kind === 'unverified' ? `url(#${id}h)` : kind === 'quarantined' ? `url(#${id}d)` : undefined} />;
        })}
      </g>
      {goal && goal < whole && <line x1={`${(goal / whole) * 100}%`} x2={`${(goal / whole) * 100}%`} y1="2" y2="24" className={styles.mark} />}
    </svg>
  );
}
