import { useEffect, useRef, useState, type FormEvent } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { RespondToCreationDocument, type CreationThreadFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useToast } from '~/kit/toast';
import styles from '../comments/comment-composer.module.css';
import { useKeptText } from '../comments/kept-text';
import { LONGEST_COMMENT } from '../posting/limits';
import { useVoting } from '../voting/voting-provider';

interface Props {
  creation: string;
  /** The response replied to. */
  parent?: { id: string; name: string };
  onPosted(response: CreationThreadFragment): void;
  onCancel?(): void;
}

/** Where a response or a reply is written; what is typed stays until the server has it. */
export function ResponseComposer({ creation, parent, onPosted, onCancel }: Props) {
  const t = useT();
  const toast = useToast();
  const voting = useVoting();
  const form = useRef<HTMLFormElement>(null);
  const [body, setBody] = useKeptText(`response.${creation}.${parent?.id ?? 'top'}`);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  // One key per text: sent again after a lost answer, the same response is still one.
  const sent = useRef({ text: '', key: '' });
  useEffect(() => {
    if (parent) form.current?.querySelector('textarea')?.focus();
  }, [parent?.id]);
  const post = async () => {
    if (sent.current.text !== body) sent.current = { text: body, key: newIdempotencyKey() };
    setBusy(true);
    setProblem(null);
    try {
      const { respondToCreation } = await mutate(RespondToCreationDocument, { input: { creation, parent: parent?.id ?? null, body, idempotencyKey: sent.current.key } });
      setBody('');
      toast(t('creations.responsePosted'), { tone: 'good' });
      onPosted(respondToCreation.response);
    } catch (error) {
      const facts = asProblem(error);
      if (facts.code === 'SIGN_IN_REQUIRED') voting.stop('sign-in', { kind: 'talk' });
      else if (facts.code === 'NOT_A_MEMBER') voting.stop('join', { kind: 'talk' });
      else setProblem(facts);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() && voting.pass({ kind: 'talk' })) void post();
  };
  return (
    <form ref={form} className={styles.composer} onSubmit={submit}>
      <MarkdownEditor
        compact
        label={parent ? t('creations.replyTo', { author: parent.name }) : t('creations.respond')}
        placeholder={t('creations.respondPlaceholder')}
        value={body}
        onChange={setBody}
        maxLength={LONGEST_COMMENT}
        rows={parent ? 3 : 4}
      />
      {body.trim() !== '' && (
        <>
          <FormProblem problem={problem} />
          <div className={styles.buttons}>
            {onCancel && <Button tone="quiet" onClick={onCancel}>{t('common.cancel')}</Button>}
            <SubmitButton tone="primary" busy={busy}>{t(parent ? 'creations.replyPost' : 'creations.respondPost')}</SubmitButton>
          </div>
        </>
      )}
    </form>
  );
}
