import { useEffect, useState } from 'react';
import { useT } from '~/i18n/react';
import { Markdown } from '~/kit/markdown';
import { InterestNote } from '../comments/interest-note';
import type { DraftText } from './draft-state';
import { interestOf } from './use-draft';
import styles from './idea-preview.module.css';

/** The idea as others will see it, while it is written. The code that renders it arrives after the page. */
export function IdeaPreview({ text, category, level = 3 }: { text: DraftText; category: string | null; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const t = useT();
  const html = useRendered(text.body);
  const interest = interestOf(text);
  return (
    <article className={styles.preview}>
      {category && <p className={styles.category}>{category}</p>}
      <Heading className={styles.title} data-empty={text.title ? undefined : ''}>{text.title || t('posting.previewEmptyTitle')}</Heading>
      {text.body.trim() ? <Markdown html={html} level={level === 2 ? 3 : 4} /> : <p className={styles.empty}>{t('posting.previewEmptyBody')}</p>}
      {interest && <InterestNote interest={interest} />}
    </article>
  );
}

/** Raw HTML in the text stays text, and script links are refused; what others get is rendered by the server. */
function useRendered(text: string): string {
  const [html, setHtml] = useState('');
  useEffect(() => {
    if (text.trim() === '') return;
    let current = true;
    void import('~/kit/markdown-preview').then(({ renderPreview }) => current && setHtml(renderPreview(text)));
    return () => {
      current = false;
    };
  }, [text]);
  return html;
}
