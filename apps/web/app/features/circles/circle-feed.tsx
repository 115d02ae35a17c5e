import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { CircleDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { circlePath } from '../paths';
import { NewPost } from './circle-composer';
import { CirclePost } from './circle-post';
import { circleVariables } from './circle-variables';
import { type CircleState, formatCircle } from './circles-state';
import type { CircleFull, LinkedPost } from './circles.server';
import styles from './circles.module.css';

interface Props {
  circle: CircleFull;
  /** What a notice led to: first, whatever its date. */
  linked: LinkedPost | LinkedPost['parent'];
  state: CircleState;
}

/** What is said and shared, the latest first. */
export function CircleFeed({ circle, linked, state }: Props) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const { feed } = circle;
  if (!feed) return <EmptyState title={t('circles.closedTitle')} text={t('circles.closedText')} />;
  const fetchPage = async (after: string) => (await mutate(CircleDocument, circleVariables(slug, circle.slug, { ...state, post: null, after }))).circle!.feed!;
  const hrefOf = (after: string) => circlePath(slug, circle.slug, formatCircle({ after }));
  const canPost = circle.viewerCan.post.allowed;
  return (
    <div className={styles.feed}>
      <h2 className="visually-hidden">{t('circles.tabFeed')}</h2>
      {canPost && <NewPost circle={circle.id} />}
      {linked && <CirclePost post={linked} circle={circle.id} canPost={canPost} linked />}
      {feed.nodes.length === 0 && <EmptyState level={3} title={t('circles.feedEmptyTitle')} text={t(canPost ? 'circles.feedEmptyIn' : 'circles.feedEmptyOut')} />}
      <Growing key={`${key} ${feed.nodes[0]?.id}`} page={feed} fetchPage={fetchPage} hrefOf={hrefOf} label={t('common.loadMore')}>
        {(posts) => (
          <ol role="list" className={styles.posts}>
            {posts.filter(({ id }) => id !== linked?.id).map((post) => <li key={post.id}><CirclePost post={post} circle={circle.id} canPost={canPost} /></li>)}
          </ol>
        )}
      </Growing>
    </div>
  );
}
