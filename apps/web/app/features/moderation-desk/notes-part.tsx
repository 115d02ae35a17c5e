import { useId, useState, type KeyboardEvent } from 'react';
import { AddReviewNoteDocument, type ReviewNoteFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { TextArea } from '~/kit/field';
import { RelativeTime } from '~/kit/relative-time';
import { FormProblem } from '~/kit/error-state';
import { useChange } from '../merges/use-change';
import { Part } from './known-parts';
import type { ReviewItem } from './moderation-desk.server';
import { useKept } from './use-kept';
import styles from './item.module.css';

const LONGEST = 5_000;

/** What moderators say to each other about it. */
export function NotesPart({ item, onAdded }: { item: ReviewItem; onAdded(note: ReviewNoteFactsFragment): void }) {
  const t = useT();
  return (
    <Part title={t('review.notes')} count={item.notes.length || undefined}>
      <p className={styles.aside}>{t('review.notesLead')}</p>
      {item.notes.length > 0 && (
        <ul role="list" className={styles.list}>
          {item.notes.map((note) => (
            <li key={note.id} className={styles.one}>
              <p className={styles.said} dir="auto">{note.body}</p>
              <span className={styles.by}>{note.author?.displayName ?? t('review.panel')} · <RelativeTime at={note.writtenAt} /></span>
            </li>
          ))}
        </ul>
      )}
      <NoteForm item={item.id} onAdded={onAdded} />
    </Part>
  );
}

function NoteForm({ item, onAdded }: { item: string; onAdded(note: ReviewNoteFactsFragment): void }) {
  const t = useT();
  const id = useId();
  const [body, setBody] = useKept(`note ${item}`, '');
  const [sent, setSent] = useState(0);
  const { send, busy, problem } = useChange(AddReviewNoteDocument, ({ addReviewNote: { note } }) => {
    onAdded(note);
    setBody('');
    setSent(sent + 1);
  });
  const submit = () => void (body.trim() && !busy && send({ item, body }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault(); // the desk would take it for the decision
    submit();
  };
  return (
    <form method="post" className={styles.noteForm} onSubmit={(event) => { event.preventDefault(); submit(); }} onKeyDown={onKeyDown}>
      <TextArea id={`${id}-note`} data-note="" rows={2} label={t('review.noteLabel')} hideLabel placeholder={t('review.noteLabel')} aria-keyshortcuts="n" maxLength={LONGEST} value={body} onChange={(event) => setBody(event.target.value)} />
      <FormProblem problem={problem} />
      {body.trim() && <SubmitButton size="s" busy={busy}>{t('review.noteAdd')}</SubmitButton>}
      <p role="status" className="visually-hidden">{sent > 0 && t('review.noteAdded')}</p>
    </form>
  );
}
