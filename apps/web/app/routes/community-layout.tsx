import { Outlet, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { CommunityShellDocument } from '~/graphql/generated/documents';
import { ErrorPage } from '~/shell/error-page';
import { sessionIsStale } from '~/shell/session-change';
import { CommunityShell, SiteShell } from '~/shell/site-shell';
import { useCommunity } from '~/shell/use-root';

/** The community of the address and the viewer's membership in it; see `useCommunity`. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { community, viewer } = await query({ request, context }, CommunityShellDocument, { slug: params.slug! });
  if (!community) throw notFound();
  return { community, membership: viewer?.membership ?? null, roles: viewer?.roles ?? [], waitingRoles: viewer?.waitingRoles ?? [], unreadCount: viewer?.unreadCount ?? 0, restrictions: viewer?.restrictions ?? [] };
}

export function shouldRevalidate({ currentUrl, nextUrl, currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return sessionIsStale() || currentUrl.href === nextUrl.href || currentParams.slug !== nextParams.slug;
}

export default function CommunityLayout() {
  return <CommunityShell><Outlet /></CommunityShell>;
}

/** Pages of a community that fail keep its header and look; a community that does not exist has none. */
export function ErrorBoundary({ error }: { error: unknown }) {
  const Shell = useCommunity() ? CommunityShell : SiteShell;
  return <Shell><ErrorPage error={error} /></Shell>;
}
