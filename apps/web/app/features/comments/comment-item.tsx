import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import type { CommentFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { classes } from '~/kit/classes';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import type { CommentWordings as Wordings } from '../idea/idea.server';
import { LabelNote } from '../withheld/label-note';
import { isKeptFrom, WithheldNote, WithheldPlace } from '../withheld/withheld-note';
import { Folded } from '../mutes/folded';
import { CommentActions } from './comment-actions';
import { CommentEditor } from './comment-editor';
import { CommentWordings } from './comment-wordings';
import { InterestNote } from './interest-note';
import styles from './comment-item.module.css';

interface Props {
  comment: CommentFactsFragment;
  /** The comment that starts the thread. */
  top: string;
  /** Its own address, with its earlier wordings open or not. */
  hrefOf(open: boolean): string;
  /** Its wordings, when they are open. */
  wordings: Wordings | null;
  onChange(change: Partial<CommentFactsFragment> & { id: string }): void;
  onReply?(): void;
}

/** One comment; staff are set apart, a deleted one leaves its place. */
export function CommentItem({ comment, top, hrefOf, wordings, onChange, onReply }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const [editing, setEditing] = useState(false);
  const { revalidate } = useRevalidator();
  const edited: Props['onChange'] = (change) => {
    onChange(change);
    if (wordings) void revalidate();
  };
  if (comment.deletedAt) return <p id={`comment-${comment.id}`} className={styles.tombstone}>{t('idea.commentDeleted')}</p>;
  if (isKeptFrom(comment, comment.body)) return <WithheldPlace id={`comment-${comment.id}`} withheld={comment.withheld!} decision={comment.decision?.id} />;
  const to = comment.inReplyTo && comment.inReplyTo.id !== top ? comment.inReplyTo.author : null;
  return (
    <article id={`comment-${comment.id}`} className={classes(styles.comment, comment.byStaff && styles.staff)}>
      <div className={styles.head}>
        <MemberChip member={comment.author} community={community.slug} absent={t('idea.commentFormer')} size="s" />
        <span className={styles.meta}>
          {to && <span>{t('idea.commentInReplyTo', { author: to.displayName })}</span>}
          <Link to={hrefOf(false)} preventScrollReset className={styles.time}><span className="visually-hidden">{t('idea.commentPermalink')}: </span><RelativeTime at={comment.createdAt} /></Link>
          {comment.editedAt && <EditedLink comment={comment} to={hrefOf(!wordings)} open={wordings !== null} />}
        </span>
      </div>
      {editing ? (
        <CommentEditor comment={comment} onChange={edited} onDone={() => setEditing(false)} />
      ) : (
        <Folded author={comment.author}>
          {wordings && <CommentWordings id={wordingsId(comment)} versions={wordings.versions} />}
          {comment.withheld && <WithheldNote withheld={comment.withheld} author={comment.author} decision={comment.decision} />}
          <Markdown html={comment.bodyHtml} lang={community.locale} className={styles.body} />
          <LabelNote label={comment.labelledBy} />
          {comment.interest && <InterestNote interest={comment.interest} />}
          <CommentActions comment={comment} path={hrefOf(false)} onChange={onChange} onReply={onReply} onEdit={() => setEditing(true)} />
        </Folded>
      )}
    </article>
  );
}

function wordingsId(comment: { id: string }): string {
  return `wordings-${comment.id}`;
}

/** Opens what the comment said before, and closes it again. */
function EditedLink({ comment, to, open }: { comment: CommentFactsFragment; to: string; open: boolean }) {
  const t = useT();
  const author = comment.author?.displayName ?? t('idea.commentFormer');
  return (
    <Link to={to} preventScrollReset className={styles.edited} aria-expanded={open} aria-controls={open ? wordingsId(comment) : undefined}>
      {t('idea.commentEdited')}<span className="visually-hidden"> – {t(open ? 'idea.commentWordingsHide' : 'idea.commentWordingsShow', { author })}</span>
    </Link>
  );
}
