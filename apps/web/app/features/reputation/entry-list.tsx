import type { ReputationLineFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { EntryLine } from './entry-line';
import styles from './entries.module.css';

/** Reasons under the days they belong to (UTC), the latest first. */
export function EntryList({ entries, mine }: { entries: readonly ReputationLineFragment[]; mine: boolean }) {
  const t = useT();
  const days = Map.groupBy(entries, ({ at }) => at.slice(0, 10));
  return (
    <div className={styles.days}>
      {[...days].map(([day, lines]) => (
        <div key={day}>
          <h3 className={styles.day}><time dateTime={day}>{t.date(day, { dateStyle: 'long', timeZone: 'UTC' })}</time></h3>
          <ol role="list">{lines.map((entry) => <EntryLine key={entry.id} entry={entry} mine={mine} />)}</ol>
        </div>
      ))}
    </div>
  );
}
