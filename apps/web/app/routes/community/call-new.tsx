import { NewCallPage } from '~/features/calls-desk/write-call-pages';
import { communityOf } from '~/features/layout/community-of';
import { callPath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/call-new';

export function meta({ matches }: Route.MetaArgs) {
  const community = communityOf(matches);
  return pageMeta(matches, { title: metaTranslator(matches)('calls.new'), canonical: community ? callPath(community.slug, 'new') : undefined });
}

export default function NewCallRoute() {
  return <NewCallPage />;
}
