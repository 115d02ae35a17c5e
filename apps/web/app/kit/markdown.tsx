import { classes } from './classes';
import styles from './markdown.module.css';

/** Text that the server rendered and sanitised (`bodyHtml` and its like). Never give it anything else. */
export function Markdown({ html, lang, className }: { html: string; lang?: string; className?: string }) {
  return <div className={classes(styles.prose, className)} lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
