import { type FormEvent, type ReactNode, useState } from 'react';
import { newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { DialogButtons } from '~/kit/dialog-buttons';
import { FormProblem } from '~/kit/error-state';
import styles from './budgets.module.css';

/** What was typed. */
export interface Fields {
  text(name: string): string;
  /** Null where nothing was typed. */
  number(name: string): number | null;
  checked(name: string): boolean;
}

interface Props {
  title: ReactNode;
  description?: ReactNode;
  /** On the button that sends. */
  action: string;
  /** Said once it is done. */
  done: string;
  send(fields: Fields, idempotencyKey: string): Promise<unknown>;
  onClose(): void;
  children: ReactNode;
}

/** A short form in a dialog. What it was refused with stands in it; a retry of the same is done once. */
export function FormDialog({ title, description, action, done, send, onClose, children }: Props) {
  const { act, busy, problem } = useAct();
  const [key] = useState(newIdempotencyKey);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = fieldsOf(new FormData(event.currentTarget));
    if (await act(() => send(fields, key), done)) onClose();
  };
  return (
    <Dialog open onOpenChange={(stays) => !stays && onClose()} title={title} description={description}>
      <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
        {children}
        <FormProblem problem={problem} />
        <DialogButtons onCancel={onClose}><SubmitButton tone="primary" busy={busy}>{action}</SubmitButton></DialogButtons>
      </form>
    </Dialog>
  );
}

function fieldsOf(data: FormData): Fields {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return { text, number: (name) => (text(name) === '' ? null : Number(text(name))), checked: (name) => data.get(name) === 'on' };
}
