import { useId, useState, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useT } from '~/i18n/react';
import { IconButton } from './button';
import { classes } from './classes';
import { Icon } from './icon';
import styles from './field.module.css';

export interface FieldProps {
  label: ReactNode;
  /** One sentence that helps to fill it in. */
  hint?: ReactNode;
  /** What is wrong and how to put it right; read out when it appears. */
  error?: string | null;
  /** Says "optional" beside the label. */
  optional?: boolean;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
}

interface FrameProps extends FieldProps {
  id: string;
  after?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** Label above, hint and error below, wired for screen readers by `describe`. */
export function FieldFrame({ id, label, hint, error, optional, hideLabel, after, children, className }: FrameProps) {
  const t = useT();
  return (
    <div className={classes(styles.field, className)} data-invalid={error ? '' : undefined}>
      <div className={classes(styles.top, hideLabel && 'visually-hidden')}>
        <label htmlFor={id} className={styles.label}>{label}</label>
        {optional && <span className={styles.optional}>{t('common.optional')}</span>}
      </div>
      {children}
      {(hint || after) && (
        <div className={styles.below}>
          {hint && <p id={`${id}-hint`} className={styles.hint}>{hint}</p>}
          {after}
        </div>
      )}
      <p id={`${id}-error`} className={styles.error} aria-live="polite">
        {error && <><Icon name="warning" size={16} />{error}</>}
      </p>
    </div>
  );
}

export function describe(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

type TextFieldProps = FieldProps & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement>; before?: ReactNode };

export function TextField({ label, hint, error, optional, hideLabel, before, className, id: given, ...input }: TextFieldProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <FieldFrame {...{ id, label, hint, error, optional, hideLabel, className }}>
      <div className={styles.box}>
        {before && <span className={styles.before}>{before}</span>}
        <input type="text" {...input} {...describe(id, { hint, error })} className={styles.control} />
      </div>
    </FieldFrame>
  );
}

/** A password with a button that shows it. */
export function PasswordField({ label, hint, error, className, id: given, ...input }: TextFieldProps) {
  const t = useT();
  const made = useId();
  const id = given ?? made;
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame {...{ id, label, hint, error, className }}>
      <div className={styles.box}>
        <input {...input} type={shown ? 'text' : 'password'} {...describe(id, { hint, error })} className={styles.control} spellCheck={false} autoCapitalize="none" />
        <IconButton
          size="s"
          icon={<Icon name={shown ? 'eyeOff' : 'eye'} />}
          label={t(shown ? 'kit.hidePassword' : 'kit.showPassword')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        />
      </div>
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> };

/** Grows with its text. With `maxLength` it counts down near the end. */
export function TextArea({ label, hint, error, optional, hideLabel, className, id: given, ...area }: TextAreaProps) {
  const made = useId();
  const id = given ?? made;
  const length = String(area.value ?? '').length;
  return (
    <FieldFrame {...{ id, label, hint, error, optional, hideLabel, className }} after={<Countdown length={length} max={area.maxLength} />}>
      <textarea rows={4} {...area} {...describe(id, { hint, error })} className={classes(styles.control, styles.area)} />
    </FieldFrame>
  );
}

/** Characters left, once four fifths are used. */
export function Countdown({ length, max }: { length: number; max?: number }) {
  const t = useT();
  if (!max || length < max * 0.8) return null;
  return <p className={styles.count} role="status">{t('common.charactersLeft', { count: Math.max(0, max - length) })}</p>;
}

type SelectProps = FieldProps & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly { value: string; label: string }[]; ref?: Ref<HTMLSelectElement> };

/** The system's own select: the best one on every phone and for every screen reader. */
export function Select({ label, hint, error, optional, hideLabel, options, className, id: given, ...select }: SelectProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <FieldFrame {...{ id, label, hint, error, optional, hideLabel, className }}>
      <div className={styles.box}>
        <select {...select} {...describe(id, { hint, error })} className={classes(styles.control, styles.select)}>
          {options.map(({ value, label: text }) => <option key={value} value={value}>{text}</option>)}
        </select>
        <Icon name="chevronDown" size={18} className={styles.chevron} />
      </div>
    </FieldFrame>
  );
}

type CheckboxProps = Omit<FieldProps, 'optional' | 'hideLabel'> & InputHTMLAttributes<HTMLInputElement>;

export function Checkbox({ label, hint, error, className, id: given, ...input }: CheckboxProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <div className={classes(styles.check, className)} data-invalid={error ? '' : undefined}>
      <input type="checkbox" {...input} {...describe(id, { hint, error })} className={styles.tick} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && <p id={`${id}-hint`} className={styles.hint}>{hint}</p>}
        <p id={`${id}-error`} className={styles.error} aria-live="polite">{error && <><Icon name="warning" size={16} />{error}</>}</p>
      </div>
    </div>
  );
}
