import { mutate } from '~/data/mutate';
import { EditCommentDocument, type CommentFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LONGEST_COMMENT } from '../posting/limits';
import { Correction } from '../talking/correction';

interface Props {
  comment: CommentFactsFragment;
  onChange(change: CommentFactsFragment): void;
  onDone(): void;
}

/** The author's own comment, opened for a correction. */
export function CommentEditor({ comment, onChange, onDone }: Props) {
  const t = useT();
  const save = async (body: string, rephrased: string | null) => {
    const { editComment } = await mutate(EditCommentDocument, { input: { comment: comment.id, body, rephrased } });
    onChange(editComment.comment);
    return editComment.comment;
  };
  return <Correction label={t('idea.commentEdit')} body={comment.body} maxLength={LONGEST_COMMENT} onSave={save} onDone={onDone} />;
}
