import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { UploadedPicture } from '~/data/upload';
import type { PictureKind } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useHydrated } from '~/shell/now';
import { Button } from './button';
import { classes } from './classes';
import { CropDialog } from './crop-dialog';
import type { FieldProps } from './field';
import fieldStyles from './field.module.css';
import { Icon } from './icon';
import { ACCEPTED } from './picture-file';
import { pictureProblemText } from './picture-problem';
import styles from './picture-field.module.css';
import { useUpload } from './use-upload';

interface PictureFieldProps extends FieldProps {
  kind: PictureKind;
  /** What stands there now: an uploaded picture, or any address on this site. */
  value: { url: string } | null | undefined;
  /** The picture that was uploaded: keep its `id` and send it with the form, or at once. null: taken away. */
  onChange: (picture: UploadedPicture | null) => void;
  /** Stands in the preview while there is no picture. */
  empty?: ReactNode;
  /** Without a way to take it away. */
  required?: boolean;
  className?: string;
}

const SQUARE: readonly PictureKind[] = ['AVATAR', 'FAVICON'];

/**
 * Chooses a picture (from the device, or dropped), lets the person cut faces and icons to a square, sends it, and shows it.
 * It is uploaded when chosen; what uses it is the form's to say.
 */
export function PictureField({ kind, value, onChange, empty, required, label, hint, error, optional, hideLabel, className }: PictureFieldProps) {
  const t = useT();
  const id = useId();
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { phase, problem, choose, use, cancel } = useUpload(kind, SQUARE.includes(kind), onChange);
  const wrong = problem ? pictureProblemText(t, problem) : error;
  const busy = phase.at === 'preparing' || phase.at === 'sending';
  const take = (file: File | undefined) => file && void choose(file);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={hint ? `${id}-hint` : undefined}
      className={classes(fieldStyles.field, className)}
      data-invalid={wrong ? '' : undefined}
      {...{ onDrop, onDragOver, onDragLeave: () => setOver(false) }}
    >
      <div className={classes(fieldStyles.top, hideLabel && 'visually-hidden')}>
        <span id={`${id}-label`} className={fieldStyles.label}>{label}</span>
        {optional && <span className={fieldStyles.optional}>{t('common.optional')}</span>}
      </div>
      <div className={styles.body} data-kind={kind}>
        <div className={styles.preview} data-over={over || undefined}>
          {over ? <span className={styles.drop}>{t('media.dropHere')}</span> : value ? <img src={value.url} alt="" /> : (empty ?? <Icon name="plus" size={28} />)}
        </div>
        <div className={styles.side}>
          <div className={styles.buttons}>
            {busy
              ? <Button size="s" onClick={cancel}>{t('common.cancel')}</Button>
              : <Button size="s" icon={<Icon name="picture" size={18} />} disabled={!hydrated} onClick={() => input.current?.click()}>{t(value ? 'media.change' : 'media.choose')}</Button>}
            {value && !required && !busy && <Button size="s" tone="quiet" onClick={() => onChange(null)}>{t('media.remove')}</Button>}
          </div>
          {busy && <Progress share={phase.at === 'sending' ? phase.share : null} />}
          {hint && !busy && <p id={`${id}-hint`} className={fieldStyles.hint}>{hint}</p>}
        </div>
      </div>
      <p className={fieldStyles.error} aria-live="polite">{wrong && <><Icon name="warning" size={16} />{wrong}</>}</p>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-labelledby={`${id}-label`}
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0]);
          currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
      <CropDialog picture={phase.at === 'cropping' ? phase.picture : null} round={kind === 'AVATAR'} onUse={use} onCancel={cancel} />
    </div>
  );
}

/** How far it is, in steps of ten for who listens. */
function Progress({ share }: { share: number | null }) {
  const t = useT();
  const percent = share === null ? 0 : Math.floor(share * 100);
  const words = share === null ? t('media.preparing') : share >= 1 ? t('media.finishing') : t('media.sending', { percent: Math.floor(percent / 10) * 10 });
  return (
    <div className={styles.progress}>
      <progress max={100} value={share === null || share >= 1 ? undefined : percent} aria-label={words} />
      <p role="status" className={fieldStyles.hint}>{words}</p>
    </div>
  );
}
