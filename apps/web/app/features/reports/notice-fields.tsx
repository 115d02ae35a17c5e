import type { ReactNode } from 'react';
import type { IllegalContentNoticeInput } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Checkbox, TextField } from '~/kit/field';

export const LONGEST_EXPLANATION = 5_000;

/** What Article 16 of the Digital Services Act asks of a notice, as it is typed. */
export interface NoticeDraft {
  readonly law: string;
  readonly location: string;
  readonly name: string;
  readonly email: string;
  readonly nameWithheld: boolean;
  readonly goodFaith: boolean;
}

export function emptyNotice(location: string): NoticeDraft {
  return { law: '', location, name: '', email: '', nameWithheld: false, goodFaith: false };
}

/** Fields left empty are the account's own. */
export function noticeInput({ name, email, nameWithheld, ...rest }: NoticeDraft): IllegalContentNoticeInput {
  return { ...rest, nameWithheld, name: nameWithheld ? null : name.trim() || null, email: nameWithheld ? null : email.trim() || null };
}

interface Props {
  value: NoticeDraft;
  onChange(value: NoticeDraft): void;
  /** Who has an account need not say again who they are. */
  signedIn: boolean;
  /** Below the address: what stands there. */
  locationError?: string | null;
  /** Its explanation, which stands beside the law. */
  children: ReactNode;
}

/** The fields of a notice around its explanation. */
export function NoticeFields({ value, onChange, signedIn, locationError, children }: Props) {
  const t = useT();
  const set = (change: Partial<NoticeDraft>) => onChange({ ...value, ...change });
  return (
    <>
      <TextField label={t('reports.location')} hint={t('reports.locationHint')} error={locationError} value={value.location} onChange={(event) => set({ location: event.target.value })} inputMode="url" maxLength={2_000} required />
      <TextField label={t('reports.law')} hint={t('reports.lawHint')} value={value.law} onChange={(event) => set({ law: event.target.value })} maxLength={500} required />
      {children}
      {!value.nameWithheld && (
        <>
          <TextField label={t('reports.name')} hint={signedIn ? t('reports.ownHint') : undefined} optional={signedIn} value={value.name} onChange={(event) => set({ name: event.target.value })} autoComplete="name" maxLength={200} required={!signedIn} />
          <TextField label={t('reports.email')} hint={t('reports.emailHint')} optional={signedIn} type="email" value={value.email} onChange={(event) => set({ email: event.target.value })} autoComplete="email" required={!signedIn} />
        </>
      )}
      <Checkbox label={t('reports.withheld')} hint={t('reports.withheldHint')} checked={value.nameWithheld} onChange={(event) => set({ nameWithheld: event.target.checked })} />
      <Checkbox label={t('reports.goodFaith')} checked={value.goodFaith} onChange={(event) => set({ goodFaith: event.target.checked })} required />
    </>
  );
}
