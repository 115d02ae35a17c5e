import { useRef, useState, type FormEvent } from 'react';
import { newIdempotencyKey } from '~/data/mutate';
import { PostInCircleDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useKeptText } from '../comments/kept-text';
import { useAct } from './use-act';
import styles from './circles.module.css';

export const LONGEST_POST = 5_000;

/** Where a post or a reply is written; what is typed stays until the server has it. */
export function CircleComposer({ circle, parent, onDone }: { circle: string; parent?: { id: string; name: string }; onDone?(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [body, setBody] = useKeptText(`circle.${circle}.${parent?.id ?? 'top'}`);
  const [open, setOpen] = useState(parent !== undefined);
  // One key per text: sent again after a lost answer, the same post is still one post.
  const sent = useRef({ text: '', key: '' });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!body.trim()) return;
    if (sent.current.text !== body) sent.current = { text: body, key: newIdempotencyKey() };
    const answer = await act(PostInCircleDocument, { circle, parent: parent?.id ?? null, body, idempotencyKey: sent.current.key }, t('circles.posted'));
    if (!answer) return;
    setBody('');
    setOpen(parent !== undefined);
    onDone?.();
  };
  if (!open && !body) return <p><Button onClick={() => setOpen(true)}>{t('circles.write')}</Button></p>;
  return (
    <form method="post" className={styles.composer} onSubmit={(event) => void submit(event)}>
      <MarkdownEditor compact label={parent ? t('circles.replyTo', { name: parent.name }) : t('circles.write')} value={body} onChange={setBody} maxLength={LONGEST_POST} rows={parent ? 3 : 4} />
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <Button tone="quiet" onClick={() => { setBody(''); setOpen(false); onDone?.(); }}>{t('common.cancel')}</Button>
        <SubmitButton tone="primary" busy={busy} disabled={body.trim() === ''}>{t(parent ? 'circles.replySend' : 'circles.post')}</SubmitButton>
      </div>
    </form>
  );
}
