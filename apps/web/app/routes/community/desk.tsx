import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router';
import { DeskPage } from '~/features/desk/desk-page';
import { formatDesk, parseDesk } from '~/features/desk/desk-state';
import { loadDesk } from '~/features/desk/desk.server';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/desk';

export function loader(side: LoaderFunctionArgs) {
  return loadDesk(side);
}

/** Opening an answer is no reason to ask again. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  if (currentUrl.pathname !== nextUrl.pathname || currentUrl.search === nextUrl.search) return defaultShouldRevalidate;
  return viewIn(currentUrl) === viewIn(nextUrl) ? false : defaultShouldRevalidate;
}

function viewIn(url: URL): string {
  return formatDesk({ ...parseDesk(url.searchParams), answer: null, to: null });
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta(matches, { title: metaTranslator(matches)('desk.title') });
}

/** The address says what is open: the loader's data may be older. */
export default function Desk({ loaderData }: Route.ComponentProps) {
  return <DeskPage data={loaderData} />;
}
