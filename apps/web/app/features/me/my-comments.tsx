import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Markdown } from '~/kit/markdown';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { feedPath, ideaPath } from '../paths';
import type { MyThings } from './me.server';
import styles from './my-comments.module.css';
import { NOTHING, useMyPage } from './use-my-page';

type MyComment = NonNullable<MyThings['comments']>['nodes'][number];

export function MyComments({ viewer }: { viewer: MyThings }) {
  const t = useT();
  const { key } = useLocation();
  const { fetchMine, hrefOf } = useMyPage('comments');
  const slug = useCommunity()!.community.slug;
  const page = viewer.comments ?? NOTHING;
  if (page.nodes.length === 0) {
    const look = <LinkButton tone="primary" to={feedPath(slug)}>{t('me.commentsEmptyAction')}</LinkButton>;
    return <EmptyState title={t('me.commentsEmptyTitle')} text={t('me.commentsEmptyText')} action={look} />;
  }
  return (
    <Growing key={key} page={page} hrefOf={hrefOf} fetchPage={async (after) => (await fetchMine(after)).comments ?? NOTHING} label={t('me.more')}>
      {(comments: readonly MyComment[]) => (
        <ul role="list" className={styles.list}>{comments.map((comment) => <li key={comment.id}><OneComment comment={comment} /></li>)}</ul>
      )}
    </Growing>
  );
}

function OneComment({ comment }: { comment: MyComment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <article className={styles.comment}>
      <h2 className={styles.on}>
        <Link to={`${ideaPath(slug, comment.idea)}#comment-${comment.id}`}>{t('me.commentOn', { title: comment.idea.title })}</Link>
      </h2>
      <Markdown html={comment.bodyHtml} lang={locale} />
      <p className={styles.facts}>
        <RelativeTime at={comment.createdAt} />
        {comment.helpfulCount > 0 && <span>{t('idea.commentHelpfulCount', { count: comment.helpfulCount })}</span>}
      </p>
    </article>
  );
}
