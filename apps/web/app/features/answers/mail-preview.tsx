import { useState, type SyntheticEvent } from 'react';
import type { IdeaStatus } from '~/graphql/generated/documents';
import { nameOfLocale } from '~/i18n/direction';
import { LOCALES } from '~/i18n/generated/keys';
import { useT } from '~/i18n/react';
import { FormProblem } from '~/kit/error-state';
import { Select } from '~/kit/field';
import { SkeletonText } from '~/kit/skeleton';
import { useCommunity } from '~/shell/use-root';
import { type Mail, useMailPreview } from './use-mail-preview';
import styles from './mail-preview.module.css';

interface Props {
  idea: string;
  status: IdeaStatus;
  /** Markdown. */
  response: string;
}

/** The mail as somebody who backed the idea will get it: the letter itself, made by what sends it. */
export function MailPreview({ idea, status, response }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const [open, setOpen] = useState(false);
  const [locale, setLocale] = useState<string>(LOCALES.find((known) => known === community.locale) ?? LOCALES[0]!);
  const { mail, problem } = useMailPreview(idea, { response, status, locale }, open);
  return (
    <details className={styles.preview} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('desk.mailPreview')}</summary>
      <div className={styles.body}>
        <p className={styles.hint}>{t('desk.mailHint')}</p>
        <Select className={styles.language} label={t('desk.mailLanguage')} value={locale} onChange={(event) => setLocale(event.target.value)} options={LOCALES.map((value) => ({ value, label: nameOfLocale(value) }))} />
        <FormProblem problem={problem} />
        {mail ? <Letter mail={mail} /> : !problem && <SkeletonText lines={6} />}
      </div>
    </details>
  );
}

/**
 * A document of its own, as in a mail program: nothing of this page reaches into it, no script runs in it, and its links
 * open beside.
 */
function Letter({ mail: { subject, html, locale } }: { mail: Mail }) {
  const t = useT();
  const [height, setHeight] = useState(360);
  const fit = ({ currentTarget: { contentDocument } }: SyntheticEvent<HTMLIFrameElement>) => contentDocument && setHeight(contentDocument.documentElement.scrollHeight);
  return (
    <div className={styles.mail} lang={locale}>
      <p className={styles.subject}><span className="visually-hidden">{t('desk.mailSubject')} </span>{subject}</p>
      <iframe
        className={styles.letter}
        title={t('desk.mailPreview')}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        srcDoc={html.replace('<head>', '<head><base target="_blank">')}
        style={{ blockSize: height }}
        onLoad={fit}
      />
    </div>
  );
}
