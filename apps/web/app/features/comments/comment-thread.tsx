import { useState } from 'react';
import type { CommentFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import type { CommentWordings, IdeaFull } from '../idea/idea.server';
import { CommentComposer } from './comment-composer';
import { CommentItem } from './comment-item';
import type { Thread } from './threads';
import type { Talk } from './use-threads';
import styles from './comment-thread.module.css';

interface Props {
  thread: Thread;
  talk: Talk;
  idea: IdeaFull;
  /** The address that shows a comment, with its earlier wordings open or not. */
  hrefOf(page: string | null, comment: string, open?: boolean): string;
  wordings: CommentWordings | null;
  /** No more replies are taken. */
  closed: boolean;
}

/** A comment and the replies under it; a reply to a reply stands on the same level and says whom it answers. */
export function CommentThread({ thread, talk, idea, hrefOf, wordings, closed }: Props) {
  const t = useT();
  const [answering, setAnswering] = useState<CommentFactsFragment | null>(null);
  const item = (comment: CommentFactsFragment) => (
    <CommentItem
      comment={comment}
      top={thread.id}
      hrefOf={(open) => hrefOf(thread.page, comment.id, open)}
      wordings={wordings?.id === comment.id ? wordings : null}
      onChange={talk.patch}
      onReply={closed || comment.deletedAt || comment.withheld ? undefined : () => setAnswering(comment)}
    />
  );
  return (
    <div className={styles.thread}>
      {item(thread)}
      {(thread.replies.nodes.length > 0 || answering) && (
        <div className={styles.replies}>
          <ul role="list" className={styles.list}>
            {thread.replies.nodes.map((reply) => <li key={reply.id}>{item(reply)}</li>)}
          </ul>
          {thread.replies.pageInfo.hasNextPage && <Button size="s" tone="quiet" onClick={() => void talk.loadReplies(thread)}>{t('idea.repliesMore')}</Button>}
          {answering && (
            <CommentComposer
              key={answering.id}
              idea={idea.id}
              parent={{ id: answering.id, name: answering.author?.displayName ?? t('idea.commentFormer') }}
              onPosted={(reply) => {
                talk.addReply(thread.id, reply);
                setAnswering(null);
              }}
              onCancel={() => setAnswering(null)}
            />
          )}
        </div>
      )}
    </div>
  );
}
