import type { KeyboardEvent } from 'react';
import type { DeskIdeaFragment, IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { IconButton } from '~/kit/button';
import { CardTitle, Fact, Facts } from '~/kit/card-words';
import { Icon } from '~/kit/icon';
import { Menu, MenuItem, MenuSeparator } from '~/kit/menu';
import { useCommunity } from '~/shell/use-root';
import { expectedIn } from '../answers/estimate';
import { ideaPath } from '../paths';
import { placesFor } from './board-moves';
import { SupportCount } from './support-count';
import type { CarryingHands } from './use-carrying';
import { useCardDrag } from './use-pointer-drag';
import { WhyHere } from './why-here';
import styles from './board.module.css';

interface Props {
  idea: DeskIdeaFragment;
  hands: CarryingHands;
  onAnswer(idea: string, to: IdeaStatus | null): void;
}

/** An idea on the board: dragged by mouse or touch, carried by arrow keys from its button, or sent from the button's menu. */
export function BoardCard({ idea, hands, onAnswer }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const ref = useCardDrag(() => idea);
  const carried = hands.carrying?.card.id === idea.id;
  return (
    <article ref={ref} className={styles.card} data-carried={carried || undefined}>
      <CardTitle size="s" prefetch="none" to={ideaPath(community.slug, idea)} draggable={false} lang={community.locale}>{idea.title}</CardTitle>
      {idea.estimate && <Facts><Fact icon="calendar">{expectedIn(t, idea.estimate)}</Fact></Facts>}
      <WhyHere idea={idea} />
      <div className={styles.foot}>
        <SupportCount support={idea.support} />
        <span onKeyDownCapture={(event) => onKey(event, { idea, hands, carried })} onKeyUpCapture={(event) => carried && event.key === ' ' && event.preventDefault()} onBlur={hands.cancel}>
          <Menu trigger={<IconButton size="s" label={t('desk.cardMenu', { title: idea.title })} aria-keyshortcuts="ArrowLeft ArrowRight" icon={<Icon name="more" />} />}>
            <MenuItem icon={<Icon name="reply" size={18} />} onClick={() => onAnswer(idea.id, null)}>{t('desk.answerHere')}</MenuItem>
            <MenuSeparator />
            {placesFor(idea).map((place) => (
              <MenuItem key={place} icon={<Icon name="arrowRight" size={18} />} onClick={() => onAnswer(idea.id, place)}>{t('desk.moveTo', { status: t(`domain.status.${place}`) })}</MenuItem>
            ))}
          </Menu>
        </span>
      </div>
    </article>
  );
}

/** Arrow keys carry the card from column to column, Enter puts it down, Escape leaves it where it was. */
function onKey(event: KeyboardEvent<HTMLElement>, { idea, hands, carried }: Pick<Props, 'idea' | 'hands'> & { carried: boolean }) {
  // The menu is a child in React's tree though not in the document's.
  if (!event.currentTarget.contains(event.target as Node)) return;
  const act = keyAct(event.key, carried);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  if (act === 'drop') hands.drop();
  else if (act === 'cancel') hands.cancel();
  else hands.step(idea, towards(event.currentTarget, act));
}

function keyAct(key: string, carried: boolean): 'left' | 'right' | 'drop' | 'cancel' | null {
  if (key === 'ArrowLeft') return 'left';
  if (key === 'ArrowRight') return 'right';
  if (carried && (key === 'Enter' || key === ' ')) return 'drop';
  return carried && key === 'Escape' ? 'cancel' : null;
}

/** Columns run with the text: the other way round where it is read from the right. */
function towards(element: Element, side: 'left' | 'right'): 1 | -1 {
  const forward = getComputedStyle(element).direction === 'rtl' ? 'left' : 'right';
  return side === forward ? 1 : -1;
}
