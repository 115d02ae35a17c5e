import { useState, type FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { WriteAgreementDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useCommunity } from '~/shell/use-root';
import styles from './terms.module.css';
import type { AgreementData } from './terms.server';

const LOCALES = ['en', 'fr'] as const;
type Locale = (typeof LOCALES)[number];
const LONGEST = 30_000;
const LEAST = 50;

/** The next version, in every language of the house; the community's own must be there. */
export default function WriteAgreement({ data, onClose }: { data: AgreementData; onClose(): void }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const own: Locale = locale.startsWith('fr') ? 'fr' : 'en';
  const { act, busy, problem } = useAct();
  const [texts, setTexts] = useState<Record<Locale, string>>({ en: textIn(data.en, 'en'), fr: textIn(data.fr, 'fr') });
  const written = LOCALES.filter((one) => texts[one].trim() !== '').map((one) => ({ locale: one, text: texts[one] }));
  const ready = texts[own].trim() !== '' && written.every(({ text }) => text.trim().length >= LEAST);
  const same = LOCALES.every((one) => texts[one] === textIn(data[one], one));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => mutate(WriteAgreementDocument, { input: { community: slug, texts: written } }), t('terms.written'))) onClose();
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void save(event)}>
      {[own, ...LOCALES.filter((one) => one !== own)].map((one) => (
        <MarkdownEditor
          key={one}
          label={t(`terms.textIn_${one}`)}
          hint={t(one === own ? 'terms.textHint' : 'terms.textOtherHint')}
          optional={one !== own}
          lang={one}
          value={texts[one]}
          onChange={(text) => setTexts((now) => ({ ...now, [one]: text }))}
          maxLength={LONGEST}
          rows={14}
        />
      ))}
      <p className={styles.quiet}>{t('terms.writeAfter')}</p>
      <FormProblem problem={problem} />
      <p className={styles.actions}>
        <SubmitButton tone="primary" busy={busy} disabled={!ready || same}>{t('terms.writeSave')}</SubmitButton>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </p>
    </form>
  );
}

/** What the API answers with where a language is missing is another language's text. */
function textIn(agreement: { readonly locale: string; readonly text: string } | null, locale: Locale): string {
  return agreement?.locale === locale ? agreement.text : '';
}
