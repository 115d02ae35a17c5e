import type { CommunityShellQuery } from '~/graphql/generated/documents';

interface Match {
  id: string;
  loaderData?: unknown;
}

/** The community of a page, inside its `meta`; undefined when it does not exist. */
export function communityOf(matches: readonly (Match | undefined)[]): CommunityShellQuery['community'] | undefined {
  const found = matches.find((match) => match?.id === 'routes/community-layout');
  return (found?.loaderData as CommunityShellQuery | undefined)?.community;
}

/** The site's own address without a slash at its end, inside a page's `meta`. */
export function originOf(matches: readonly (Match | undefined)[]): string {
  return (matches.find((match) => match?.id === 'root')?.loaderData as { origin: string } | undefined)?.origin ?? '';
}
