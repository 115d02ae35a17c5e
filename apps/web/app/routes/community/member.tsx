import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { ProfilePage } from '~/features/members/profile-page';
import { loadProfile } from '~/features/members/profile.server';
import { memberPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/member';

export function loader(side: LoaderFunctionArgs) {
  return loadProfile(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('members.gone') });
  const { displayName: name, handle, bio } = loaderData.member;
  return pageMeta(matches, {
    title: t('members.profileMetaTitle', { name, handle }),
    description: bio || t('members.profileMetaDescription', { name, community: community.name }),
    canonical: memberPath(community.slug, handle),
  });
}

export default function Member({ loaderData }: Route.ComponentProps) {
  return <ProfilePage key={loaderData.member.id} member={loaderData.member} tab={loaderData.tab} />;
}
