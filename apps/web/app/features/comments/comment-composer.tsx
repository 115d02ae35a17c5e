import { useEffect, useRef, useState, type FormEvent } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { AddCommentDocument, type CommentThreadFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useToast } from '~/kit/toast';
import { LONGEST_COMMENT } from '../posting/limits';
import { useVoting } from '../voting/voting-provider';
import { InterestField, type DeclaredInterest } from './interest-field';
import { useKeptText } from './kept-text';
import styles from './comment-composer.module.css';

interface Props {
  idea: string;
  /** The comment replied to. */
  parent?: { id: string; name: string };
  onPosted(comment: CommentThreadFragment): void;
  onCancel?(): void;
}

/** Where a comment or a reply is written; what is typed stays until the server has it. */
export function CommentComposer({ idea, parent, onPosted, onCancel }: Props) {
  const t = useT();
  const voting = useVoting();
  const form = useRef<HTMLFormElement>(null);
  const [body, setBody] = useKeptText(`comment.${idea}.${parent?.id ?? 'top'}`);
  const [interest, setInterest] = useState<DeclaredInterest | null>(null);
  const { post, busy, problem } = usePost((comment) => {
    setBody('');
    setInterest(null);
    onPosted(comment);
  });
  useEffect(() => {
    if (parent) form.current?.querySelector('textarea')?.focus();
  }, [parent?.id]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() && voting.pass({ kind: 'talk' })) void post({ idea, parent: parent?.id ?? null, body, interest });
  };
  return (
    <form ref={form} className={styles.composer} onSubmit={submit}>
      <MarkdownEditor
        compact
        label={parent ? t('idea.commentReplyTo', { author: parent.name }) : t('idea.commentWrite')}
        placeholder={t('idea.commentPlaceholder')}
        value={body}
        onChange={setBody}
        maxLength={LONGEST_COMMENT}
        rows={parent ? 3 : 4}
      />
      {(body.trim() !== '' || interest) && (
        <>
          <InterestField value={interest} onChange={setInterest} />
          <FormProblem problem={problem} />
          <div className={styles.buttons}>
            {onCancel && <Button tone="quiet" onClick={onCancel}>{t('idea.commentCancel')}</Button>}
            <SubmitButton tone="primary" busy={busy}>{t(busy ? 'idea.commentPosting' : parent ? 'idea.commentReplyPost' : 'idea.commentPost')}</SubmitButton>
          </div>
        </>
      )}
    </form>
  );
}

interface Written {
  idea: string;
  parent: string | null;
  body: string;
  interest: DeclaredInterest | null;
}

function usePost(onPosted: (comment: CommentThreadFragment) => void) {
  const t = useT();
  const toast = useToast();
  const voting = useVoting();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  // One key per text: sent again after a lost answer, the same comment is still one comment.
  const sent = useRef({ text: '', key: '' });
  const post = async (input: Written) => {
    const text = JSON.stringify(input);
    if (sent.current.text !== text) sent.current = { text, key: newIdempotencyKey() };
    setBusy(true);
    setProblem(null);
    try {
      const { addComment } = await mutate(AddCommentDocument, { input: { ...input, idempotencyKey: sent.current.key } });
      toast(t('idea.commentPosted'), { tone: 'good' });
      onPosted(addComment.comment);
    } catch (error) {
      const facts = asProblem(error);
      if (facts.code === 'SIGN_IN_REQUIRED') voting.stop('sign-in', { kind: 'talk' });
      else if (facts.code === 'NOT_A_MEMBER') voting.stop('join', { kind: 'talk' });
      else setProblem(facts);
    } finally {
      setBusy(false);
    }
  };
  return { post, busy, problem };
}
