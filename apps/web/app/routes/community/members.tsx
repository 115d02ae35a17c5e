import type { LoaderFunctionArgs } from 'react-router';
import { notFound, query } from '~/data/query.server';
import { communityOf } from '~/features/layout/community-of';
import { MembersPage } from '~/features/members/members-page';
import { ORDER_OF, parseMembers } from '~/features/members/members-state';
import { pagePath } from '~/features/paths';
import { MembersDocument } from '~/graphql/generated/documents';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/members';

export async function loader(side: LoaderFunctionArgs) {
  const state = parseMembers(new URL(side.request.url).searchParams);
  const { community } = await query(side, MembersDocument, { slug: side.params.slug!, after: state.after, orderBy: ORDER_OF[state.order] });
  if (!community) throw notFound();
  return { state, members: community.members };
}

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, {
    title: t('members.metaTitle'),
    description: t('members.metaDescription', { community: community?.name }),
    canonical: community ? pagePath(community.slug, 'members') : undefined,
  });
}

export default function Members({ loaderData }: Route.ComponentProps) {
  return <MembersPage members={loaderData.members} state={loaderData.state} />;
}
