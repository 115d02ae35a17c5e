import type { IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { statusColor } from '~/kit/badge';
import { BoardColumn } from './board-column';
import type { Carried } from './board-moves';
import type { DeskState } from './desk-state';
import type { DeskColumn, DeskData } from './desk.server';
import { columnId, useCarrying } from './use-carrying';
import styles from './board.module.css';

interface Props {
  state: DeskState;
  columns: readonly DeskColumn[];
  statusCounts: DeskData['statusCounts'];
  /** Opens the answer: every move carries one. */
  onAnswer(idea: string, to: IdeaStatus | null): void;
}

/** All ideas by where they stand. A card goes to another column by mouse, touch, arrow keys or its menu, with an answer. */
export function Board({ state, columns, statusCounts, onAnswer }: Props) {
  const t = useT();
  const hands = useCarrying((card: Carried, column) => onAnswer(card.id, column));
  const counts = new Map(statusCounts.map(({ status, count }) => [status, count]));
  // What the counts of the whole community say is true only while nothing narrows the board.
  const narrowed = state.category !== null || state.search !== '';
  return (
    <div>
      <p className={styles.help}>{t('desk.boardHelp')}</p>
      <nav className={styles.ways} aria-label={t('desk.boardColumns')}>
        {columns.map(({ status }) => (
          <button key={status} type="button" className={styles.way} style={{ '--dot': statusColor(status) } as React.CSSProperties} onClick={() => show(status)}>{t(`domain.status.${status}`)}</button>
        ))}
      </nav>
      <div className={styles.board} data-carrying={hands.carrying ? '' : undefined}>
        {columns.map((column) => (
          <BoardColumn key={column.status} column={column} state={state} count={narrowed ? null : (counts.get(column.status) ?? 0)} hands={hands} onAnswer={onAnswer} />
        ))}
      </div>
      <p className="visually-hidden" role="status" aria-live="assertive">{hands.said}</p>
    </div>
  );
}

/** On a phone one column fills the width: brings another one there. */
function show(status: IdeaStatus) {
  const column = document.getElementById(columnId(status));
  column?.scrollIntoView({ block: 'nearest', inline: 'start', behavior: 'smooth' });
}
