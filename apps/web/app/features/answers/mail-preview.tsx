import { useEffect, useState } from 'react';
import type { IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { Markdown } from '~/kit/markdown';
import { useCommunity } from '~/shell/use-root';
import { expectedIn, type Period } from './estimate';
import styles from './mail-preview.module.css';

interface Props {
  title: string;
  status: IdeaStatus;
  moves: boolean;
  /** Markdown. */
  response: string;
  estimate: Period | null;
}

/** The mail as somebody who backed the idea will read it. */
export function MailPreview({ title, status, moves, response, estimate }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const html = usePreview(response);
  return (
    <details className={styles.preview}>
      <summary>{t('desk.mailPreview')}</summary>
      <p className={styles.hint}>{t('desk.mailHint')}</p>
      <div className={styles.mail}>
        <p className={styles.subject}>{t('desk.mailSubject', { community: community.name, title })}</p>
        <p>{t('desk.mailBecause')}</p>
        {moves && <p><StatusBadge status={status} /> {estimate && expectedIn(t, estimate)}</p>}
        {html ? <blockquote className={styles.words}><Markdown html={html} lang={community.locale} level={4} /></blockquote> : <p className={styles.nothing}>{t('desk.mailEmpty')}</p>}
        <p className={styles.act}>{t('desk.mailButton')}</p>
        <p className={styles.foot}>{t('desk.mailFoot', { community: community.name })}</p>
      </div>
    </details>
  );
}

/** The text as HTML, by the same library as the server; raw HTML stays text. */
function usePreview(text: string): string {
  const [html, setHtml] = useState('');
  useEffect(() => {
    let current = true;
    void import('~/kit/markdown-preview').then(({ renderPreview }) => current && setHtml(text.trim() ? renderPreview(text) : ''));
    return () => {
      current = false;
    };
  }, [text]);
  return html;
}
