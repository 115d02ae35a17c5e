import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router';
import { ModerationDeskPage } from '~/features/moderation-desk/moderation-desk-page';
import { loadModerationDesk } from '~/features/moderation-desk/moderation-desk.server';
import { formatQueue, listOf, parseQueue } from '~/features/moderation-desk/queue-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/moderation';

export function loader(side: LoaderFunctionArgs) {
  return loadModerationDesk(side);
}

/** The page itself asks for the item that is opened. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  if (currentUrl.pathname !== nextUrl.pathname || currentUrl.search === nextUrl.search) return defaultShouldRevalidate;
  return listIn(currentUrl) === listIn(nextUrl) ? false : defaultShouldRevalidate;
}

function listIn(url: URL): string {
  return formatQueue(listOf(parseQueue(url.searchParams)));
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('review.title') });
}

export default function Moderation({ loaderData }: Route.ComponentProps) {
  return <ModerationDeskPage data={loaderData} />;
}
