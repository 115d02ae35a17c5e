import type { LoaderFunctionArgs } from 'react-router';
import { servicesContext } from '~/data/services.server';
import { textResponse } from '~/features/feeds/feeds.server';
import { renderRobots } from '~/features/feeds/sitemap';

/** `/robots.txt` */
export function loader({ context }: LoaderFunctionArgs) {
  return textResponse(renderRobots(context.get(servicesContext).origin), 'text/plain');
}
