import type { LoaderFunctionArgs } from 'react-router';
import { logHeadsFeed } from '~/features/moderation-log/log-feed.server';

/** `/c/:slug/log/heads.atom`: the signed heads of the moderation log. */
export function loader(side: LoaderFunctionArgs) {
  return logHeadsFeed(side);
}
