import type { LoaderFunctionArgs } from 'react-router';
import { creationsAtom } from '~/features/creations/creations-feeds.server';
import { textResponse } from '~/features/feeds/feeds.server';

/** `/c/:slug/creations.atom`: new works. */
export async function loader(side: LoaderFunctionArgs) {
  return textResponse(await creationsAtom(side), 'application/atom+xml');
}
