import type { LoaderFunctionArgs } from 'react-router';
import { communityOf } from '~/features/layout/community-of';
import { ProfilePage } from '~/features/members/profile-page';
import { loadProfile } from '~/features/members/profile.server';
import { memberPath } from '~/features/paths';
import { cardVersion, serves, shareCardPath } from '~/features/terms/terms-state';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/member';

export function loader(side: LoaderFunctionArgs) {
  return loadProfile(side);
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('members.gone') });
  const { member } = loaderData;
  const { displayName: name, handle, bio, ambassadorTerms: [term] } = member;
  const serving = term && serves(term, new Date());
  return pageMeta(matches, {
    title: t('members.profileMetaTitle', { name, handle }),
    description: serving ? t('terms.metaDescription', { name, community: community.name, what: term.receives }) : bio || t('members.profileMetaDescription', { name, community: community.name }),
    canonical: memberPath(community.slug, handle),
    image: term ? shareCardPath(community.slug, handle, cardVersion(member)) : null,
  });
}

export default function Member({ loaderData }: Route.ComponentProps) {
  return <ProfilePage key={loaderData.member.id} member={loaderData.member} tab={loaderData.tab} />;
}
