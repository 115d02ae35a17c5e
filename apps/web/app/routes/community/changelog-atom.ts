import type { LoaderFunctionArgs } from 'react-router';
import { changelogFeed } from '~/features/roadmap/changelog-feed.server';

/** `/c/:slug/changelog.atom`: what the brand answered; `?category=sets` for one category. */
export function loader(side: LoaderFunctionArgs) {
  return changelogFeed(side);
}
