import type { EntryCardFragment } from '~/graphql/generated/documents';
import { EntryCard } from './entry-card';
import styles from './missions.module.css';

/** As many as a page has: what came before stays where it is when more arrives below. */
const SHEET = 24;
const FIRST_SEEN = 3;

/** Work side by side, each as high as it is. */
export function EntryWall({ entries, level, ofOneMission }: { entries: readonly EntryCardFragment[]; level: 3 | 4; ofOneMission?: boolean }) {
  const sheets = Array.from({ length: Math.ceil(entries.length / SHEET) }, (_, at) => entries.slice(at * SHEET, (at + 1) * SHEET));
  return (
    <>
      {sheets.map((sheet, at) => (
        <ul key={at} role="list" className={styles.wall}>
          {sheet.map((entry, index) => <li key={entry.id}><EntryCard entry={entry} ofOneMission={ofOneMission} first={at === 0 && index < FIRST_SEEN} level={level} /></li>)}
        </ul>
      ))}
    </>
  );
}
