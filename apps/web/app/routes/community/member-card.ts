import type { LoaderFunctionArgs } from 'react-router';
import { memberCard } from '~/features/terms/share-card.server';

/** `/c/:slug/members/:handle/card.png`: what link previews show of an ambassador. */
export function loader(side: LoaderFunctionArgs) {
  return memberCard(side);
}
