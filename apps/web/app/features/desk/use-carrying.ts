import { useState } from 'react';
import type { IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { type Carried, columnState, neighbour } from './board-moves';
import { useDragMonitor } from './use-pointer-drag';
import { whyNot } from './why-not';

export interface Carrying {
  readonly card: Carried;
  /** The column below it; null between columns. */
  readonly over: IdeaStatus | null;
  readonly by: 'pointer' | 'keys';
}

/**
 * A card on its way, by mouse, touch or arrow keys. Putting it down where the table of moves allows calls `onPlace`;
 * elsewhere the reason is said. `said` is for a live region.
 */
export function useCarrying(onPlace: (card: Carried, column: IdeaStatus) => void) {
  const t = useT();
  const toast = useToast();
  const [carrying, setCarrying] = useState<Carrying | null>(null);
  const [said, setSaid] = useState('');
  const place = (card: Carried, column: IdeaStatus | null) => {
    setCarrying(null);
    const state = column ? columnState(card, column) : 'home';
    if (state === 'allowed') onPlace(card, column!);
    else if (state === 'refused') toast(whyNot(t, card, column!), { tone: 'bad' });
  };
  useDragMonitor({
    onLift: (card) => setCarrying({ card, over: card.status, by: 'pointer' }),
    onOver: (over) => setCarrying((now) => now && { ...now, over }),
    onDrop: place,
  });
  return {
    carrying,
    said,
    /** An arrow key: to the next column, whether it can go there or not, and what is known of it. */
    step(card: Carried, by: 1 | -1) {
      const from = carrying?.card.id === card.id && carrying.over ? carrying.over : card.status;
      const over = neighbour(from, by);
      setCarrying({ card, over, by: 'keys' });
      setSaid(describe(card, over));
      document.getElementById(columnId(over))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    /** Enter: puts down what the keys carry. */
    drop() {
      if (carrying?.by === 'keys') place(carrying.card, carrying.over);
      setSaid('');
    },
    /** Escape, or the focus goes elsewhere. */
    cancel() {
      if (carrying?.by !== 'keys') return;
      setCarrying(null);
      setSaid(t('desk.carryCancelled', { status: t(`domain.status.${carrying.card.status}`) }));
    },
  };

  function describe(card: Carried, column: IdeaStatus): string {
    const status = t(`domain.status.${column}`);
    switch (columnState(card, column)) {
      case 'allowed': return t('desk.carryAllowed', { status });
      case 'refused': return whyNot(t, card, column);
      default: return t('desk.carryHome', { status });
    }
  }
}

export type CarryingHands = ReturnType<typeof useCarrying>;

export function columnId(status: IdeaStatus): string {
  return `column-${status.toLowerCase()}`;
}
