import { useNavigate } from 'react-router';
import type { CommentThreadFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Select } from '~/kit/field';
import { LoadMore } from '~/kit/load-more';
import { LinkButton } from '~/kit/button';
import { useCommunity } from '~/shell/use-root';
import { COMMENT_ORDERS, formatIdea, type CommentsOrder, type IdeaState } from '../idea/idea-state';
import type { CommentWordings, IdeaFull } from '../idea/idea.server';
import { ideaPath } from '../paths';
import { CommentComposer } from './comment-composer';
import { CommentThread } from './comment-thread';
import { useThreads } from './use-threads';
import styles from './comments.module.css';

const WORDS = { oldest: 'idea.commentsOldest', newest: 'idea.commentsNewest', helpful: 'idea.commentsHelpful' } as const;

/** The discussion of an idea. */
export function Comments({ idea, state, wordings }: { idea: IdeaFull; state: IdeaState; wordings: CommentWordings | null }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const talk = useThreads(idea, state);
  const at = (change: Partial<IdeaState>) => `${ideaPath(slug, idea)}${formatIdea({ ...state, versions: false, editing: false, wordings: null, ...change })}`;
  const posted = (comment: CommentThreadFragment) => {
    talk.addThread(comment);
    requestAnimationFrame(() => document.getElementById(`comment-${comment.id}`)?.scrollIntoView({ block: 'nearest' }));
  };
  // Who is not signed in is told that first; they need not sign in to learn that it is closed.
  const closed = idea.status === 'MERGED' || idea.viewerCan.comment.reason === 'COMMENTS_CLOSED';
  return (
    <section id="comments" className={styles.comments} aria-labelledby="comments-title">
      <div className={styles.head}>
        <h2 id="comments-title">{t('idea.commentsHeading', { count: idea.commentCount })}</h2>
        {talk.threads.length > 1 && <Order state={state} hrefOf={(comments) => at({ comments, after: null })} />}
      </div>
      {closed ? <p className={styles.quiet}>{t('idea.commentsClosed')}</p> : <CommentComposer idea={idea.id} onPosted={posted} />}
      {state.after && <p><LinkButton size="s" to={`${at({ after: null })}#comments`}>{t('idea.commentsFromStart')}</LinkButton></p>}
      {talk.threads.length === 0 && !closed && <p className={styles.quiet}>{t('idea.commentsEmpty')}</p>}
      <ul role="list" className={styles.list}>
        {talk.threads.map((thread) => (
          <li key={thread.id}><CommentThread thread={thread} talk={talk} idea={idea} hrefOf={(page, id, open) => `${at({ after: page, wordings: open ? id : null })}#comment-${id}`} wordings={wordings} closed={closed} /></li>
        ))}
      </ul>
      {talk.next && <LoadMore to={`${at({ after: talk.next })}#comments`} onLoad={() => void talk.loadMore()} busy={talk.busy} label={t('idea.commentsMore')} />}
    </section>
  );
}

function Order({ state, hrefOf }: { state: IdeaState; hrefOf(order: CommentsOrder): string }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Select
      label={t('idea.commentsOrder')}
      hideLabel
      value={state.comments}
      className={styles.order}
      options={COMMENT_ORDERS.map((order) => ({ value: order, label: t(WORDS[order]) }))}
      onChange={(event) => void navigate(hrefOf(event.target.value as CommentsOrder), { preventScrollReset: true })}
    />
  );
}
