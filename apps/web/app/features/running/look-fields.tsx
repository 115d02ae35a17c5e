import type { PictureKind } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { TextField } from '~/kit/field';
import { PictureField } from '~/kit/picture-field';
import { classes } from '~/kit/classes';
import type { LookDraft } from './community-draft';
import { contrastFacts } from './contrast-facts';
import { LookPreview } from './look-preview';
import styles from './look.module.css';

interface Props {
  look: LookDraft;
  /** The community's name, for the preview. */
  name: string;
  onChange(change: Partial<LookDraft>): void;
}

const FACES = ['sleek', 'playful'] as const;
const CORNERS = ['round', 'sharp'] as const;

/** One colour, a heading face, a corner style: all a theme is made of, shown on light and dark as it is chosen. */
export function LookFields({ look, name, onChange }: Props) {
  const t = useT();
  const valid = contrastFacts(look.accent) !== undefined;
  return (
    <div className={styles.look}>
      <div className={styles.choices}>
        <div className={styles.colour}>
          <input type="color" aria-label={t('running.accentPick')} value={valid ? look.accent : '#000000'} onChange={(event) => onChange({ accent: event.target.value })} className={styles.swatch} />
          <TextField label={t('running.accent')} name="accent" value={look.accent} maxLength={7} spellCheck={false} autoComplete="off" onChange={(event) => onChange({ accent: event.target.value })} error={valid ? null : t('running.accentInvalid')} />
        </div>
        <Choice legend={t('running.headingFace')} name="headingFace" value={look.headingFace} onChange={(headingFace) => onChange({ headingFace })} options={FACES.map((value) => ({ value, label: t(`running.face.${value}`), className: styles[value] }))} />
        <Choice legend={t('running.corners')} name="corners" value={look.corners} onChange={(corners) => onChange({ corners })} options={CORNERS.map((value) => ({ value, label: t(`running.corner.${value}`), className: styles[value] }))} />
      </div>
      <LookPreview look={look} name={name} />
      <div className={styles.pictures}>
        <Picture as="logo" kind="LOGO" look={look} onChange={onChange} />
        <Picture as="favicon" kind="FAVICON" look={look} onChange={onChange} />
        <Picture as="hero" kind="HERO" look={look} onChange={onChange} className={styles.wide} />
      </div>
    </div>
  );
}

interface PictureProps {
  as: 'logo' | 'hero' | 'favicon';
  kind: PictureKind;
  look: LookDraft;
  onChange(change: Partial<LookDraft>): void;
  className?: string;
}

/** A picture of the theme. It is sent when it is chosen, and shown to others once the look is saved. */
function Picture({ as, kind, look, onChange, className }: PictureProps) {
  const t = useT();
  const url = look[as];
  return <PictureField kind={kind} optional label={t(`running.${as}`)} hint={t(`running.${as}Hint`)} value={url ? { url } : null} onChange={(picture) => onChange({ [as]: picture?.url ?? null })} className={className} />;
}

interface ChoiceProps {
  legend: string;
  name: string;
  value: string;
  options: readonly { value: string; label: string; className?: string }[];
  onChange(value: string): void;
}

/** A few looks side by side, one of them chosen. */
function Choice({ legend, name, value, options, onChange }: ChoiceProps) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} className={classes(styles.option, option.className)}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
