import { useState, type FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { useComplaint } from '~/data/use-complaint';
import { AddIdeaNoteDocument, EditIdeaNoteDocument, RemoveIdeaNoteDocument, type NoteFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useToast } from '~/kit/toast';
import { useCommunity } from '~/shell/use-root';
import { isRefused, useSend } from './use-send';
import styles from './notes.module.css';

const LONGEST_NOTE = 5_000;

/** What staff tell each other about an idea. Nobody else ever sees it, and the form says so. */
export function Notes({ idea, notes: first }: { idea: string; notes: readonly NoteFactsFragment[] }) {
  const t = useT();
  const [notes, setNotes] = useState(first);
  const put = (note: NoteFactsFragment) => setNotes((all) => (all.some(({ id }) => id === note.id) ? all.map((old) => (old.id === note.id ? note : old)) : [note, ...all]));
  return (
    <section className={styles.notes} aria-labelledby="notes">
      <h3 id="notes" className={styles.title}><Icon name="lock" size={18} />{t('desk.notes')}</h3>
      <p className={styles.lead}>{t('desk.notesText')}</p>
      <NewNote idea={idea} onAdded={put} />
      <ul role="list" className={styles.list}>
        {notes.map((note) => <Note key={note.id} note={note} onChanged={put} onRemoved={() => setNotes((all) => all.filter(({ id }) => id !== note.id))} />)}
      </ul>
    </section>
  );
}

function NewNote({ idea, onAdded }: { idea: string; onAdded(note: NoteFactsFragment): void }) {
  const t = useT();
  const [body, setBody] = useState('');
  const { send, busy, problem } = useSend(AddIdeaNoteDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The dialog's own form must not be sent by this one.
    event.stopPropagation();
    const answer = await send({ idea, body });
    if (isRefused(answer)) return;
    setBody('');
    onAdded(answer.addIdeaNote.note);
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextArea label={t('desk.noteLabel')} hideLabel placeholder={t('desk.notePlaceholder')} rows={2} value={body} maxLength={LONGEST_NOTE} onChange={(event) => setBody(event.target.value)} />
      <FormProblem problem={problem} />
      {body.trim() && <SubmitButton size="s" busy={busy}>{t('desk.noteAdd')}</SubmitButton>}
    </form>
  );
}

interface NoteProps {
  note: NoteFactsFragment;
  onChanged(note: NoteFactsFragment): void;
  onRemoved(): void;
}

function Note({ note, onChanged, onRemoved }: NoteProps) {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const slug = useCommunity()!.community.slug;
  const [editing, setEditing] = useState(false);
  const remove = async () => {
    try {
      await mutate(RemoveIdeaNoteDocument, { input: { note: note.id } });
      onRemoved();
      toast(t('desk.noteRemoved'));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <li className={styles.note}>
      <MemberChip member={note.author} community={slug} absent={t('desk.noteStaff')} size="s"><RelativeTime at={note.createdAt} /></MemberChip>
      {editing ? <NoteEditor note={note} onDone={(changed) => { setEditing(false); if (changed) onChanged(changed); }} /> : <Markdown html={note.bodyHtml} level={4} />}
      {note.viewerCanChange && !editing && (
        <p className={styles.acts}>
          <Button tone="quiet" size="s" onClick={() => setEditing(true)}>{t('desk.noteEdit')}</Button>
          <Button tone="quiet" size="s" onClick={() => void remove()}>{t('desk.noteRemove')}</Button>
        </p>
      )}
    </li>
  );
}

function NoteEditor({ note, onDone }: { note: NoteFactsFragment; onDone(changed: NoteFactsFragment | null): void }) {
  const t = useT();
  const [body, setBody] = useState(note.body);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    try {
      onDone((await mutate(EditIdeaNoteDocument, { input: { note: note.id, body } })).editIdeaNote.note);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextArea label={t('desk.noteLabel')} hideLabel rows={3} value={body} maxLength={LONGEST_NOTE} onChange={(event) => setBody(event.target.value)} />
      <FormProblem problem={problem} />
      <p className={styles.acts}>
        <SubmitButton size="s">{t('common.save')}</SubmitButton>
        <Button tone="quiet" size="s" onClick={() => onDone(null)}>{t('common.cancel')}</Button>
      </p>
    </form>
  );
}
