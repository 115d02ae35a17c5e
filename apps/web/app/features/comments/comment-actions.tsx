import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { DeleteCommentDocument, MarkHelpfulDocument, UnmarkHelpfulDocument, type CommentFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { RemovalDialog } from '~/kit/removal-dialog';
import { ReportButton } from '../reports/report-button';
import { useVoting } from '../voting/voting-provider';
import styles from './comment-actions.module.css';

type Change = (change: Partial<CommentFactsFragment> & { id: string }) => void;

interface Props {
  comment: CommentFactsFragment;
  onChange: Change;
  /** Its own address. */
  path: string;
  onReply?(): void;
  onEdit(): void;
}

/** What can be done with a comment, quietly below it. */
export function CommentActions({ comment, path, onChange, onReply, onEdit }: Props) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.actions}>
      <Helpful comment={comment} onChange={onChange} />
      {onReply && <Button size="s" tone="quiet" icon={<Icon name="reply" size={16} />} onClick={onReply}>{t('idea.commentReply')}</Button>}
      {comment.viewerCan.edit.allowed && <Button size="s" tone="quiet" icon={<Icon name="edit" size={16} />} onClick={onEdit}>{t('idea.commentEdit')}</Button>}
      {comment.viewerCan.delete.allowed && <Button size="s" tone="quiet" icon={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>{t('idea.commentDelete')}</Button>}
      <ReportButton subject={{ kind: 'COMMENT', id: comment.id, path, author: comment.author?.id, reported: comment.reportedByViewer }} />
      <DeleteDialog comment={comment} open={asking} onClose={() => setAsking(false)} onChange={onChange} />
    </div>
  );
}

/** Shown at once, set right when refused. Nobody marks their own, nor before their level opens it. */
function Helpful({ comment, onChange }: { comment: CommentFactsFragment; onChange: Change }) {
  const t = useT();
  const complain = useComplaint();
  const voting = useVoting();
  const { id, viewerMarkedHelpful: marked, helpfulCount: count } = comment;
  const { reason } = comment.viewerCan.markHelpful;
  if (reason === 'OWN_COMMENT' || (reason === 'LEVEL_TOO_LOW' && !marked)) return count > 0 ? <span className={styles.count}><Icon name="thumb" size={16} />{t('idea.commentHelpfulCount', { count })}</span> : null;
  const toggle = async () => {
    if (!voting.pass({ kind: 'talk' })) return;
    onChange({ id, viewerMarkedHelpful: !marked, helpfulCount: count + (marked ? -1 : 1) });
    try {
      onChange(await sendHelpful(id, !marked));
    } catch (error) {
      onChange({ id, viewerMarkedHelpful: marked, helpfulCount: count });
      complain(error);
    }
  };
  const author = comment.author?.displayName ?? t('idea.commentFormer');
  return (
    <Button
      size="s"
      tone="quiet"
      icon={<Icon name="thumb" size={16} />}
      className={marked ? styles.marked : undefined}
      aria-pressed={marked}
      aria-label={`${t('idea.commentHelpfulCount', { count })}. ${t(marked ? 'idea.commentUnhelpfulLabel' : 'idea.commentHelpfulLabel', { author })}`}
      onClick={() => void toggle()}
    >
      {t('idea.commentHelpfulCount', { count })}
    </Button>
  );
}

async function sendHelpful(comment: string, helpful: boolean) {
  if (helpful) return (await mutate(MarkHelpfulDocument, { input: { comment } })).markHelpful.comment;
  return (await mutate(UnmarkHelpfulDocument, { input: { comment } })).unmarkHelpful.comment;
}

interface DeleteProps {
  comment: CommentFactsFragment;
  open: boolean;
  onClose(): void;
  onChange: Change;
}

function DeleteDialog({ comment, open, onClose, onChange }: DeleteProps) {
  const t = useT();
  return (
    <RemovalDialog
      open={open}
      onClose={onClose}
      title={t('idea.commentDeleteTitle')}
      text={t('idea.commentDeleteText')}
      keep={t('idea.commentDeleteKeep')}
      action={t('idea.commentDelete')}
      done={t('idea.commentDeletedToast')}
      onRemove={async () => onChange((await mutate(DeleteCommentDocument, { input: { comment: comment.id } })).deleteComment.comment)}
    />
  );
}
