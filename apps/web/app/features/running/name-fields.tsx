import { nameOfLocale } from '~/i18n/direction';
import { LOCALES } from '~/i18n/generated/keys';
import { T, useT } from '~/i18n/react';
import { Select, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useRoot } from '~/shell/use-root';
import { type CommunityDraft, slugOf } from './community-draft';
import { proposedTexts } from './starter-texts';
import styles from './fields.module.css';
import { type AddressState, useAddressCheck } from './use-address-check';

interface Props {
  draft: CommunityDraft;
  onChange(change: Partial<CommunityDraft>): void;
  /** Whether empty fields may be pointed out. */
  strict: boolean;
}

/** Who the community is and where it lives; the address follows the name until somebody writes their own. */
export function NameFields({ draft, onChange, strict }: Props) {
  const t = useT();
  const address = useAddressCheck(draft.slug);
  const rename = (name: string) => onChange({ name, ...(draft.slugFollows ? { slug: slugOf(name) } : {}) });
  const speak = (locale: string) => onChange({ locale, ...(draft.textsProposed ? proposedTexts(locale) : {}) });
  return (
    <div className={styles.fields}>
      <TextField label={t('running.name')} hint={t('running.nameHint')} name="name" value={draft.name} maxLength={80} autoComplete="organization" required onChange={(event) => rename(event.target.value)} error={strict && !draft.name.trim() ? t('running.nameMissing') : null} />
      <div>
        <TextField label={t('running.address')} hint={<AddressHint slug={draft.slug} />} name="slug" value={draft.slug} maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} required onChange={(event) => onChange({ slug: event.target.value.toLowerCase().trimStart(), slugFollows: false })} error={addressError(t, address, strict)} />
        <AddressNote address={address} onTake={(slug) => onChange({ slug, slugFollows: false })} />
      </div>
      <Select label={t('running.locale')} hint={t('running.localeHint')} name="locale" value={draft.locale} onChange={(event) => speak(event.target.value)} options={LOCALES.map((value) => ({ value, label: nameOfLocale(value) }))} />
      <TextField label={t('running.tagline')} hint={t('running.taglineHint')} name="tagline" optional value={draft.tagline} maxLength={160} onChange={(event) => onChange({ tagline: event.target.value })} />
    </div>
  );
}

function AddressHint({ slug }: { slug: string }) {
  const origin = useRoot()?.origin ?? '';
  return <T k="running.addressHint" values={{ address: <code className={styles.address}>{`${origin.replace(/^https?:\/\//, '')}/c/${slug || '…'}`}</code> }} />;
}

function addressError(t: ReturnType<typeof useT>, address: AddressState, strict: boolean): string | null {
  if (address.phase === 'taken') return t('running.addressTaken');
  if (address.phase === 'invalid') return t('running.addressInvalid');
  return strict && address.phase === 'empty' ? t('running.addressMissing') : null;
}

/** Says aloud that the address is free, or offers one that is. */
function AddressNote({ address, onTake }: { address: AddressState; onTake(slug: string): void }) {
  const t = useT();
  const suggestion = 'suggestion' in address ? address.suggestion : null;
  return (
    <div className={styles.note} role="status">
      {address.phase === 'free' && <span className={styles.good}><Icon name="check" size={16} />{t('running.addressFree')}</span>}
      {suggestion && <button type="button" className={styles.offer} onClick={() => onTake(suggestion)}>{t('running.addressTake', { slug: suggestion })}</button>}
    </div>
  );
}
