import type { ReputationLineFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Causes, EntryLine } from './entry-line';
import { entryWords, signed } from './rule-words';
import { runsOf } from './runs';
import styles from './entries.module.css';

interface Props {
  entries: readonly ReputationLineFragment[];
  mine: boolean;
}

/** Reasons under the days they belong to (UTC), the latest first. */
export function EntryList({ entries, mine }: Props) {
  const t = useT();
  const days = Map.groupBy(entries, ({ at }) => at.slice(0, 10));
  return (
    <div className={styles.days}>
      {[...days].map(([day, lines]) => (
        <div key={day}>
          <h3 className={styles.day}><time dateTime={day}>{t.date(day, { dateStyle: 'long', timeZone: 'UTC' })}</time></h3>
          <ol role="list">
            {runsOf(lines).map((run) => (run.length > 1 ? <EntryRun key={run[0]!.id} entries={run} mine={mine} /> : <EntryLine key={run[0]!.id} entry={run[0]!} mine={mine} />))}
          </ol>
        </div>
      ))}
    </div>
  );
}

/** Many of the same in a row: what they bring together, and each of them on demand. */
function EntryRun({ entries, mine }: Props) {
  const t = useT();
  const [latest] = entries as [ReputationLineFragment];
  const points = entries.reduce((sum, entry) => sum + entry.points, 0);
  return (
    <li className={styles.entry}>
      <span className={styles.points}>{signed(points, t.number)}</span>
      <div className={styles.reason}>
        <p className={styles.what}>{t('reputation.run', { what: entryWords(t, latest.rule), count: entries.length })}</p>
        <Causes entry={latest} />
        <details className={styles.run}>
          <summary>{t('reputation.scoreAfter', { score: latest.scoreAfter })} · {t('reputation.runEach')}</summary>
          <ol role="list">{entries.map((entry) => <EntryLine key={entry.id} entry={entry} mine={mine} plain />)}</ol>
        </details>
      </div>
    </li>
  );
}
