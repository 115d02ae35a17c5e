import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { communityOf } from '~/features/layout/community-of';
import { FOLLOW_LISTS, FollowsPage } from '~/features/members/follows-page';
import { followsPath } from '~/features/paths';
import { MemberFollowsDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/member-follows';

export async function loader(side: LoaderFunctionArgs) {
  const { slug, handle } = side.params;
  const list = FOLLOW_LISTS.find((known) => known === side.params.list);
  if (!list) throw notFound();
  const after = new URL(side.request.url).searchParams.get('after') || null;
  const { community } = await query(side, MemberFollowsDocument, { slug: slug!, handle: handle!, after, followers: list === 'followers' });
  if (!community?.member) throw notFound();
  return { list, member: community.member };
}

export function meta({ matches, loaderData }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  if (!community || !loaderData) return pageMeta(matches, { title: t('members.gone') });
  const { list, member: { displayName: name, handle } } = loaderData;
  return pageMeta(matches, {
    title: t(`follows.${list}Title`, { name }),
    description: t(`follows.${list}Title`, { name }),
    canonical: followsPath(community.slug, handle, list),
  });
}

export default function MemberFollows({ loaderData }: Route.ComponentProps) {
  return <FollowsPage member={loaderData.member} list={loaderData.list} />;
}
