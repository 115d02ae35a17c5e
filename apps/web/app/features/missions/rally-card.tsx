import type { ReactNode } from 'react';
import type { RallyFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { useHydrated } from '~/shell/now';
import { busiest, leftUntil, phaseOf, SLICE_MS } from './rally-time';
import { useRally, useSeconds } from './use-rally';
import styles from './rally.module.css';

interface Props {
  mission: string;
  first: RallyFactsFragment;
  /** The whole page is about it. */
  large?: boolean;
  onMore?: () => void;
  children?: ReactNode;
}

/** The hour: how long until it begins, how many act while it lasts, what became of it. */
export function RallyCard({ mission, first, large, onMore, children }: Props) {
  const t = useT();
  const rally = useRally(mission, first, onMore);
  const now = useSeconds();
  const phase = phaseOf(rally, now);
  return (
    <Card as="section" tone="accent" className={styles.rally} data-large={large || undefined} data-phase={phase} aria-label={t('missions.rallyName')}>
      <p className={styles.phase}>{t(`missions.rally.${phase}`)}</p>
      {phase === 'before' ? <Countdown until={rally.startsAt} now={now} /> : <Count acted={rally.acted} />}
      {phase === 'during' && <TimeLeft until={rally.endsAt} now={now} />}
      <p className={styles.words}><Hour rally={rally} /> {t(phase === 'after' ? 'missions.rallyWasJoined' : 'missions.rallyJoined', { count: rally.joined })}</p>
      {phase !== 'before' && <Pace rally={rally} />}
      {children}
    </Card>
  );
}

function Countdown({ until, now }: { until: string; now: number }) {
  const t = useT();
  const left = leftUntil(until, now);
  const units = (['days', 'hours', 'minutes', 'seconds'] as const).filter((unit) => unit !== 'days' || left.days > 0);
  return (
    <p className={styles.countdown} role="timer">
      {units.map((unit) => <span key={unit}><strong>{String(left[unit]).padStart(unit === 'days' ? 1 : 2, '0')}</strong> <span>{t(`missions.unit.${unit}`, { count: left[unit] })}</span></span>)}
    </p>
  );
}

function Count({ acted }: { acted: number }) {
  const t = useT();
  return <p className={styles.count} aria-live="polite" aria-atomic="true"><strong key={acted}>{t.number(acted)}</strong> {t('missions.acted', { count: acted })}</p>;
}

function TimeLeft({ until, now }: { until: string; now: number }) {
  const t = useT();
  const { minutes, seconds } = leftUntil(until, now);
  return <p className={styles.left} role="timer">{t('missions.rallyLeft', { time: `${minutes}:${String(seconds).padStart(2, '0')}` })}</p>;
}

/** In the reader's own time, as soon as the browser says which that is. */
function Hour({ rally: { startsAt, endsAt } }: { rally: RallyFactsFragment }) {
  const t = useT();
  const local = useHydrated();
  const zone = local ? {} : { timeZone: 'UTC' };
  return <time dateTime={startsAt}>{t('missions.rallyHour', { day: t.date(startsAt, { dateStyle: 'full', ...zone }), from: t.date(startsAt, { timeStyle: 'short', ...zone }), until: t.date(endsAt, { timeStyle: local ? 'short' : 'long', ...zone }) })}</time>;
}

/** Twelve times five minutes, and in a sentence what they show. */
function Pace({ rally: { pace, startsAt } }: { rally: RallyFactsFragment }) {
  const t = useT();
  const local = useHydrated();
  const top = busiest(pace);
  if (!top) return null;
  const from = new Date(Date.parse(startsAt) + top.slice * SLICE_MS).toISOString();
  const zone = local ? {} : { timeZone: 'UTC' };
  return (
    <figure className={styles.pace}>
      <svg viewBox="0 0 120 32" preserveAspectRatio="none" aria-hidden="true">
        {pace.map((acted, slice) => {
          const height = Math.max(1, (30 * acted) / top.acted);
          return <rect key={slice} x={slice * 10 + 1} y={32 - height} width={8} height={height} rx={1.2} data-top={slice === top.slice || undefined} />;
        })}
      </svg>
      <figcaption>{t('missions.busiest', { count: top.acted, from: t.date(from, { timeStyle: 'short', ...zone }) })}</figcaption>
    </figure>
  );
}
