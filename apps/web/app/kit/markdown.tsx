import { classes } from './classes';
import { placeHeadings } from './heading-levels';
import styles from './markdown.module.css';

interface MarkdownProps {
  html: string;
  lang?: string;
  /** Where its headings start: one below the heading that it stands under. */
  level?: 2 | 3 | 4;
  className?: string;
}

/** Text that the server rendered and sanitised (`bodyHtml` and its like). Never give it anything else. */
export function Markdown({ html, lang, level = 3, className }: MarkdownProps) {
  return <div className={classes(styles.prose, className)} lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: placeHeadings(html, level) }} />;
}
