import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { ProfileDocument, type ProfileQuery } from '~/graphql/generated/documents';

export const PROFILE_TABS = ['ideas', 'backed', 'creations', 'credits'] as const;
export type ProfileTab = (typeof PROFILE_TABS)[number];
export type Profile = NonNullable<NonNullable<ProfileQuery['community']>['member']>;

/** A member's page as its address asks for it. */
export async function loadProfile(side: LoaderFunctionArgs) {
  const params = new URL(side.request.url).searchParams;
  const tab = PROFILE_TABS.find((known) => known === params.get('tab')) ?? 'ideas';
  const after = params.get('after') || null;
  const { community } = await query(side, ProfileDocument, {
    slug: side.params.slug!,
    handle: side.params.handle!,
    after,
    withIdeas: tab === 'ideas',
    withBacked: tab === 'backed',
    withCredits: tab === 'credits',
    withCreations: tab === 'creations',
  });
  if (!community?.member) throw notFound();
  return { member: community.member, tab, after };
}
