import { useId, useRef, useState, type DragEvent } from 'react';
import { asProblem } from '~/data/problem';
import { uploadPicture, type UploadedPicture } from '~/data/upload';
import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { TextField } from '~/kit/field';
import fieldStyles from '~/kit/field.module.css';
import { Icon } from '~/kit/icon';
import { ACCEPTED, fileToSend, openPicture } from '~/kit/picture-file';
import { pictureProblemText } from '~/kit/picture-problem';
import { useHydrated } from '~/shell/now';
import styles from './pictures-editor.module.css';
import { LONGEST_ALT, MOST_PICTURES, moved, smallUrl, type WorkPicture } from './work-draft';

interface Props {
  pictures: readonly WorkPicture[];
  /** What is there is handed over when it is used: several may arrive at once. */
  onChange(how: (pictures: readonly WorkPicture[]) => readonly WorkPicture[]): void;
  error: string | null;
}

/** Chooses pictures (several at once, or dropped), puts them in order, says what each shows. The first one is the cover. */
export function PicturesEditor({ pictures, onChange, error }: Props) {
  const t = useT();
  const id = useId();
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { sending, problems, send } = useUploads((picture) => onChange((now) => (now.some((one) => one.id === picture.id) ? now : [...now, picture])));
  const room = MOST_PICTURES - pictures.length - sending;
  const take = (files: FileList | null) => void send([...(files ?? [])].slice(0, Math.max(0, room)));
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`} className={styles.field} {...{ onDrop, onDragOver, onDragLeave: () => setOver(false) }}>
      <div>
        <h2 id={`${id}-label`} className={styles.label}>{t('creations.picturesLabel')}</h2>
        <p id={`${id}-hint`} className={fieldStyles.hint}>{t('creations.picturesHint', { count: MOST_PICTURES })}</p>
      </div>
      <ol role="list" className={styles.list}>
        {pictures.map((picture, at) => (
          <li key={picture.id}>
            <OnePicture
              picture={picture}
              at={at}
              count={pictures.length}
              onAlt={(alt) => onChange((now) => now.map((one) => (one.id === picture.id ? { ...one, alt } : one)))}
              onMove={(by) => onChange((now) => moved(now, at, by))}
              onRemove={() => onChange((now) => now.filter((one) => one.id !== picture.id))}
            />
          </li>
        ))}
        {Array.from({ length: sending }, (_, at) => <li key={`sending-${at}`} className={styles.sending} aria-hidden="true"><div className={styles.pulse} /></li>)}
      </ol>
      <p role="status" className="visually-hidden">{sending > 0 && t('creations.picturesSending', { count: sending })}</p>
      {room > 0 && (
        <div className={styles.add} data-over={over || undefined} data-first={pictures.length === 0 || undefined}>
          <Button icon={<Icon name="picture" size={20} />} disabled={!hydrated} aria-invalid={error ? true : undefined} onClick={() => input.current?.click()}>
            {t(pictures.length === 0 ? 'creations.picturesChoose' : 'creations.picturesAdd')}
          </Button>
          <span className={fieldStyles.hint}>{t(over ? 'media.dropHere' : 'creations.picturesDrop')}</span>
        </div>
      )}
      <div aria-live="polite">
        {error && <p className={fieldStyles.error}><Icon name="warning" size={16} />{error}</p>}
        {problems.map(({ name, text }, at) => <p key={at} className={fieldStyles.error}><Icon name="warning" size={16} />{t('creations.pictureProblem', { name, problem: text })}</p>)}
      </div>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        aria-labelledby={`${id}-label`}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
    </div>
  );
}

interface OneProps {
  picture: WorkPicture;
  at: number;
  count: number;
  onAlt(alt: string): void;
  onMove(by: number): void;
  onRemove(): void;
}

function OnePicture({ picture, at, count, onAlt, onMove, onRemove }: OneProps) {
  const t = useT();
  const number = at + 1;
  return (
    <div className={styles.one}>
      <div className={styles.frame}>
        <img src={picture.url} alt={picture.alt || t('creations.pictureNumber', { number })} />
        {at === 0 && <span className={styles.cover}>{t('creations.cover')}</span>}
      </div>
      <TextField
        label={t('creations.altLabel', { number })}
        placeholder={t('creations.altPlaceholder')}
        hideLabel
        value={picture.alt}
        maxLength={LONGEST_ALT}
        autoComplete="off"
        onChange={(event) => onAlt(event.target.value)}
      />
      <div className={styles.buttons}>
        <IconButton size="s" icon={<Icon name="chevronLeft" />} label={t('creations.moveEarlier', { number })} disabled={at === 0} onClick={() => onMove(-1)} />
        <IconButton size="s" icon={<Icon name="chevronRight" />} label={t('creations.moveLater', { number })} disabled={number === count} onClick={() => onMove(1)} />
        <IconButton size="s" icon={<Icon name="trash" />} label={t('creations.pictureRemove', { number })} onClick={onRemove} />
      </div>
    </div>
  );
}

interface UploadProblem {
  readonly name: string;
  readonly text: string;
}

/** Sends one file after the other, each as far as it gets. */
function useUploads(onDone: (picture: WorkPicture) => void) {
  const t = useT();
  const [sending, setSending] = useState(0);
  const [problems, setProblems] = useState<readonly UploadProblem[]>([]);
  const send = async (files: readonly File[]) => {
    setProblems([]);
    setSending((now) => now + files.length);
    for (const file of files) {
      try {
        onDone(shown(await sendOne(file)));
      } catch (error) {
        setProblems((now) => [...now, { name: file.name, text: pictureProblemText(t, asProblem(error)) }]);
      } finally {
        setSending((now) => now - 1);
      }
    }
  };
  return { sending, problems, send };
}

/** What this browser cannot draw (it may still be a fine picture) goes as it is: the API has the last word. */
async function sendOne(file: File): Promise<UploadedPicture> {
  const picture = await openPicture(file).catch(() => null);
  return uploadPicture('CREATION', picture ? await fileToSend(file, picture, 'CREATION') : file);
}

function shown(picture: UploadedPicture): WorkPicture {
  return { id: picture.id, url: smallUrl(picture), alt: picture.alt };
}
