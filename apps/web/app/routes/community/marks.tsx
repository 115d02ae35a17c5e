import { communityOf } from '~/features/layout/community-of';
import { MarksPage } from '~/features/members/marks-page';
import { pagePath } from '~/features/paths';
import { metaTranslator, pageMeta } from '~/shell/meta';
import type { Route } from './+types/marks';

export function meta({ matches }: Route.MetaArgs) {
  const t = metaTranslator(matches);
  const community = communityOf(matches);
  return pageMeta(matches, {
    title: t('members.marksTitle'),
    description: t('members.marksDescription', { community: community?.name }),
    canonical: community ? pagePath(community.slug, 'marks') : undefined,
  });
}

export default function Marks() {
  return <MarksPage />;
}
