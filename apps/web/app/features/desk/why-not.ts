import type { IdeaStatus } from '~/graphql/generated/documents';
import type { Translator } from '~/i18n/translator';
import { type Carried, placesFor } from './board-moves';

/** Why a card cannot be put into a column, and where it can go instead. */
export function whyNot(t: Translator, card: Carried, column: IdeaStatus): string {
  if (column === 'EXPIRED') return t('desk.refusedExpired');
  const places = placesFor(card).map((place) => t(`domain.status.${place}`));
  const list = new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(places);
  return t('desk.refused', { from: t(`domain.status.${card.status}`), to: t(`domain.status.${column}`), places: list });
}
