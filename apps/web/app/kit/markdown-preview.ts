import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** HTML of a text as its author will see it; raw HTML in it stays text, and script links are refused. */
export function renderPreview(text: string): string {
  return markdown.render(text);
}
