import { useState, type FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { EditCommentDocument, type CommentFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { LONGEST_COMMENT } from '../posting/limits';
import styles from './comment-composer.module.css';

interface Props {
  comment: CommentFactsFragment;
  /** With what changed, or null when nothing did. */
  onDone(change: CommentFactsFragment | null): void;
}

/** The author's own comment, opened for a correction. */
export function CommentEditor({ comment, onDone }: Props) {
  const t = useT();
  const [body, setBody] = useState(comment.body);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (body === comment.body) return onDone(null);
    setBusy(true);
    try {
      onDone((await mutate(EditCommentDocument, { input: { comment: comment.id, body } })).editComment.comment);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <form className={styles.composer} onSubmit={(event) => void save(event)}>
      <MarkdownEditor compact hideLabel label={t('idea.commentEdit')} value={body} onChange={setBody} maxLength={LONGEST_COMMENT} rows={4} />
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <Button tone="quiet" onClick={() => onDone(null)}>{t('idea.commentCancel')}</Button>
        <SubmitButton tone="primary" busy={busy}>{t('idea.commentSave')}</SubmitButton>
      </div>
    </form>
  );
}
