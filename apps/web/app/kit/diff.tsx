import { useT } from '~/i18n/react';
import styles from './diff.module.css';

export interface DiffPiece {
  kind: 'SAME' | 'ADDED' | 'REMOVED';
  text: string;
}

/** What changed between two versions: added is underlined, removed struck through, both said aloud. */
export function Diff({ parts }: { parts: readonly DiffPiece[] }) {
  const t = useT();
  return (
    <div className={styles.diff} dir="auto">
      {parts.map(({ kind, text }, index) => {
        if (kind === 'SAME') return <span key={index}>{text}</span>;
        const Tag = kind === 'ADDED' ? 'ins' : 'del';
        return <Tag key={index}><span className="visually-hidden"> [{t(kind === 'ADDED' ? 'kit.added' : 'kit.removed')}] </span>{text}</Tag>;
      })}
    </div>
  );
}
