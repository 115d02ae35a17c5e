import { mutate } from '~/data/mutate';
import { DeskIdeasDocument, type IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { statusColor } from '~/kit/badge';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { deskPath } from '../paths';
import { BoardCard } from './board-card';
import { columnState } from './board-moves';
import { CARDS, changeDesk, columnOf, type DeskState, formatDesk } from './desk-state';
import type { DeskColumn } from './desk.server';
import { columnId, type CarryingHands } from './use-carrying';
import { useColumnDrop } from './use-pointer-drag';
import { whyNot } from './why-not';
import styles from './board.module.css';

interface Props {
  column: DeskColumn;
  state: DeskState;
  /** How many ideas stand here in all; null where that is not known. */
  count: number | null;
  hands: CarryingHands;
  onAnswer(idea: string, to: IdeaStatus | null): void;
}

/** The ideas of one status, what most people back first. Lights up for a card that may come here, and says why another may not. */
export function BoardColumn({ column: { status, filter, page }, state, count, hands, onAnswer }: Props) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const ref = useColumnDrop(status);
  const carrying = hands.carrying;
  const look = columnState(carrying?.card ?? null, status);
  const over = carrying?.over === status;
  const title = `${columnId(status)}-title`;
  const fetchPage = async (after: string) => (await mutate(DeskIdeasDocument, { slug, first: CARDS, after, orderBy: 'TOP', filter })).community!.ideas;
  return (
    <section ref={ref} id={columnId(status)} className={styles.column} aria-labelledby={title} data-look={look} data-over={over || undefined} style={{ '--dot': statusColor(status) } as React.CSSProperties}>
      <h2 id={title} className={styles.head}>
        {t(`domain.status.${status}`)} {count !== null && <span className={styles.count}>{t.number(count)}</span>}
      </h2>
      {carrying && over && look !== 'home' && <p className={styles.verdict}>{look === 'allowed' ? t('desk.dropHere') : whyNot(t, carrying.card, status)}</p>}
      <Growing page={page} fetchPage={fetchPage} hrefOf={(after) => deskPath(slug, formatDesk({ ...changeDesk(state, { tab: 'all', status: columnOf(status) }), after }))} label={t('common.loadMore')}>
        {(ideas) => ideas.length === 0 ? <p className={styles.empty}>{t('desk.columnEmpty')}</p> : (
          <ul role="list" className={styles.cards}>
            {ideas.map((idea) => <li key={idea.id}><BoardCard idea={idea} hands={hands} onAnswer={onAnswer} /></li>)}
          </ul>
        )}
      </Growing>
    </section>
  );
}
