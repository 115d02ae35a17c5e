import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { newIdempotencyKey } from '~/data/mutate';
import type { ProblemFacts } from '~/data/problem';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { Restricted } from '../decisions/restricted';
import { useRestrictionOn } from '../decisions/restriction';
import { LinkHint } from '../reputation/link-hint';
import { useVoting } from '../voting/voting-provider';
import { isNudged, useRephrasing } from '../withheld/use-rephrasing';
import { useKeptText } from './kept-text';
import styles from './composer.module.css';

/** What is sent: the text, and the key that makes a second sending of it the same one. */
export interface Written {
  readonly body: string;
  readonly idempotencyKey: string;
  /** That it came back for another look, and goes out as it is now. */
  readonly rephrased: string | null;
}

interface ComposerProps {
  /** The name under which the text is kept in this browser until the server has it. */
  keptAs: string;
  label: string;
  placeholder?: string;
  maxLength: number;
  /** On the button that sends. */
  action: string;
  /** A reply, or whatever was just asked for: it is small and takes the focus. */
  summoned?: boolean;
  /** What is said along with the text; a change of it makes another text. */
  along?: unknown;
  /** Fields of what is said along, below the text. */
  children?: ReactNode;
  /** Sends it. What it throws is shown, and the text stays. */
  onSend(written: Written): Promise<void>;
  onCancel?(): void;
}

/** Where fans talk; to whom moderators took that, why and until when. */
export function Composer(props: ComposerProps) {
  const restriction = useRestrictionOn('COMMENTING');
  return restriction ? <Restricted restriction={restriction} onClose={props.onCancel} /> : <Form {...props} />;
}

/** What is typed stays until the server has it, and is said once however often it is sent. */
function Form({ keptAs, label, placeholder, maxLength, action, summoned, along = null, children, onSend, onCancel }: ComposerProps) {
  const t = useT();
  const voting = useVoting();
  const form = useRef<HTMLFormElement>(null);
  const [body, setBody] = useKeptText(keptAs);
  const { send, busy, problem } = useSending(onSend);
  const empty = body.trim() === '';
  useEffect(() => {
    if (summoned) form.current?.querySelector('textarea')?.focus();
  }, [summoned, keptAs]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!empty && voting.pass({ kind: 'talk' }) && (await send(body, along))) setBody('');
  };
  return (
    <form ref={form} method="post" className={styles.composer} onSubmit={(event) => void submit(event)}>
      <MarkdownEditor compact rows={summoned ? 3 : 4} {...{ label, placeholder, maxLength }} value={body} onChange={setBody} />
      <LinkHint text={body} />
      {(!empty || along !== null || onCancel) && (
        <>
          {!empty || along !== null ? children : null}
          <FormProblem problem={problem} />
          <div className={styles.buttons}>
            {onCancel && <Button tone="quiet" onClick={onCancel}>{t('common.cancel')}</Button>}
            <SubmitButton tone="primary" busy={busy} disabled={empty}>{isNudged(problem) ? t('withheld.postAnyway') : action}</SubmitButton>
          </div>
        </>
      )}
    </form>
  );
}

/** Who is not signed in or no member is asked to come in; any other refusal stays for the form. True when it is out. */
function useSending(onSend: ComposerProps['onSend']) {
  const voting = useVoting();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const sent = useRef({ text: '', key: '' });
  const rephrasing = useRephrasing();
  const send = async (body: string, along: unknown) => {
    const rephrased = rephrasing.rephrased();
    const text = JSON.stringify([body, along, rephrased]);
    if (sent.current.text !== text) sent.current = { text, key: newIdempotencyKey() };
    setBusy(true);
    setProblem(null);
    try {
      await onSend({ body, idempotencyKey: sent.current.key, rephrased });
      rephrasing.done();
      return true;
    } catch (error) {
      const facts = rephrasing.stopped(error);
      if (facts.code === 'SIGN_IN_REQUIRED') voting.stop('sign-in', { kind: 'talk' });
      else if (facts.code === 'NOT_A_MEMBER') voting.stop('join', { kind: 'talk' });
      else setProblem(facts);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
