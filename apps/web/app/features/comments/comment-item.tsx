import { useState } from 'react';
import { Link } from 'react-router';
import type { CommentFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { classes } from '~/kit/classes';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { CommentActions } from './comment-actions';
import { CommentEditor } from './comment-editor';
import { InterestNote } from './interest-note';
import styles from './comment-item.module.css';

interface Props {
  comment: CommentFactsFragment;
  /** The comment that starts the thread. */
  top: string;
  href: string;
  onChange(change: Partial<CommentFactsFragment> & { id: string }): void;
  onReply?(): void;
}

/** One comment; staff are set apart, a deleted one leaves its place. */
export function CommentItem({ comment, top, href, onChange, onReply }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const [editing, setEditing] = useState(false);
  if (comment.deletedAt) return <p id={`comment-${comment.id}`} className={styles.tombstone}>{t('idea.commentDeleted')}</p>;
  const to = comment.inReplyTo && comment.inReplyTo.id !== top ? comment.inReplyTo.author : null;
  return (
    <article id={`comment-${comment.id}`} className={classes(styles.comment, comment.byStaff && styles.staff)}>
      <div className={styles.head}>
        <MemberChip member={comment.author} community={community.slug} absent={t('idea.commentFormer')} size="s" />
        <span className={styles.meta}>
          {to && <span>{t('idea.commentInReplyTo', { author: to.displayName })}</span>}
          <Link to={href} preventScrollReset className={styles.time}><span className="visually-hidden">{t('idea.commentPermalink')}: </span><RelativeTime at={comment.createdAt} /></Link>
          {comment.editedAt && <span>{t('idea.commentEdited')}</span>}
        </span>
      </div>
      {editing ? (
        <CommentEditor comment={comment} onDone={(change) => { setEditing(false); if (change) onChange(change); }} />
      ) : (
        <>
          <Markdown html={comment.bodyHtml} lang={community.locale} className={styles.body} />
          {comment.interest && <InterestNote interest={comment.interest} />}
          <CommentActions comment={comment} onChange={onChange} onReply={onReply} onEdit={() => setEditing(true)} />
        </>
      )}
    </article>
  );
}
