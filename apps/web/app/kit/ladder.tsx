import { useT } from '~/i18n/react';
import { useNow } from '~/shell/now';
import { Icon } from './icon';
import { drawLadder, type Point } from './ladder-drawing';
import { daysUntil, placeOnLadder, type RungFacts } from './support-share';
import styles from './ladder.module.css';

interface LadderProps {
  rungs: readonly RungFacts[];
  verified: number;
  /** The highest rung reached; a rung once reached stays, whatever the count does. */
  reached?: number;
  deadline?: string | null;
  /** False leaves out the words below. */
  caption?: boolean;
}

/** The way of an idea to an answer: the rungs behind it, the next one, and the days left to get there. */
export function Ladder({ rungs, verified, reached = 0, deadline, caption = true }: LadderProps) {
  const t = useT();
  const days = daysUntil(deadline, useNow());
  if (rungs.length === 0) return null;
  const { width, height, path, stations, at } = drawLadder(rungs.length);
  const place = Math.max(reached, placeOnLadder(verified, rungs));
  const next = rungs.find((rung) => rung.position > reached);
  const summary = t('kit.ladderSummary', { reached, total: rungs.length });
  return (
    <figure className={styles.ladder}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.drawing} role="img" aria-label={summary}>
        <path d={path} className={styles.ahead} />
        {place > 0 && <path d={path} pathLength={rungs.length} strokeDasharray={`${place} ${rungs.length}`} className={styles.behind} />}
        <circle cx={stations[0]!.x} cy={stations[0]!.y} r="4.5" className={place > 0 ? styles.passed : styles.start} />
        {rungs.map((rung, i) => (
          <Station key={rung.position} at={stations[i + 1]!} label={t.compact(rung.support)} state={rung.position <= reached ? 'reached' : rung === next ? 'next' : 'ahead'} last={i === rungs.length - 1} />
        ))}
        {next && place > 0 && <Pennant at={at(place)} />}
      </svg>
      {caption && (
        <figcaption className={styles.caption}>
          <span>{next ? t('kit.ladderNext', { count: Math.max(0, next.support - verified), position: next.position }) : t('kit.ladderComplete')}</span>
          {days !== null && <span className={styles.days} data-soon={days < 7 || undefined}><Icon name="clock" size={16} />{t('kit.daysLeft', { days })}</span>}
        </figcaption>
      )}
    </figure>
  );
}

/** A stop on the way: ticked when reached, ringed when it is the next one. The last one is a star: there the brand answers. */
function Station({ at, label, state, last }: { at: Point; label: string; state: 'reached' | 'next' | 'ahead'; last: boolean }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`} data-state={state} className={styles.station}>
      <circle r={state === 'ahead' && !last ? 8 : 11} className={styles.stop} />
      {last ? <path d="m0-6.2 1.9 3.9 4.3.600-3.1 3 .7 4.3L0 3.5l-3.8 2.1.700-4.3-3.1-3 4.3-.6Z" className={styles.star} /> : state === 'reached' && <path d="m-4.4.300 3 3.1 5.8-6.3" className={styles.tick} />}
      <text y="-18" textAnchor="middle" className={styles.label}>{label}</text>
    </g>
  );
}

/** Where the idea is now. */
function Pennant({ at }: { at: Point }) {
  return (
    <g transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`} className={styles.pennant}>
      <circle r="6" />
    </g>
  );
}
