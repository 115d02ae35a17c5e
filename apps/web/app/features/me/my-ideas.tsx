import { useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { useCommunity } from '~/shell/use-root';
import { IdeaList } from '../feed/idea-list';
import { pagePath } from '../paths';
import type { MyThings } from './me.server';
import { NOTHING, useMyPage } from './use-my-page';

export function MyIdeas({ viewer }: { viewer: MyThings }) {
  const t = useT();
  const { key } = useLocation();
  const { fetchMine, hrefOf } = useMyPage('ideas');
  const slug = useCommunity()!.community.slug;
  const page = viewer.membership?.ideas ?? NOTHING;
  if (page.nodes.length === 0) {
    const post = <LinkButton tone="primary" to={pagePath(slug, 'post')}>{t('me.ideasEmptyAction')}</LinkButton>;
    return <EmptyState title={t('me.ideasEmptyTitle')} text={t('me.ideasEmptyText')} action={post} />;
  }
  return <IdeaList key={key} level={2} page={page} hrefOf={hrefOf} fetchPage={async (after) => (await fetchMine(after)).membership?.ideas ?? NOTHING} />;
}
