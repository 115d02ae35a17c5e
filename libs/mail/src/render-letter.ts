import { escapeHtml } from './escape-html.js';
import { withoutForeignAddresses } from './foreign-addresses.js';
import { htmlOfItem, textOfItem } from './letter-items.js';
import type { Letter, MailLanguage } from './letter.js';

export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SIGNATURE: Record<MailLanguage, string> = {
  en: 'This mail comes from Fanfare, where fans’ ideas live.',
  fr: 'Ce message vient de Fanfare, la maison des idées de fans.',
};

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const TEXT = `${FONT};font-size:16px;line-height:1.6;margin:0 0 16px`;

/** Mail programs that know dark mode take these; the others keep the inline colours. */
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background:#15171c!important}.card{background:#1f2229!important}.ink{color:#e9eaee!important}.quiet{color:#a4a9b6!important}.track{background:#3a3f4b!important}.code{background:#2b2f39!important;color:#fff!important}.press{background:#e9eaee!important;color:#15171c!important}}`;

/**
 * A letter as text and as HTML. Everything in it is escaped: names come from people.
 *
 * @param origin the site's: addresses of others are not to be pressed
 */
export function renderLetter(written: Letter, language: MailLanguage, origin: string): RenderedLetter {
  const letter = withoutForeignAddresses(written, origin);
  const subject = letter.subject.replace(/\s+/g, ' ').trim();
  return { subject, text: textOf(letter, language), html: htmlOf(letter, subject, language) };
}

function textOf({ greeting, paragraphs, items = [], code, button, closing, links = [] }: Letter, language: MailLanguage): string {
  const parts = [greeting, ...paragraphs, ...items.map((item) => textOfItem(item, language))];
  if (code) parts.push(`    ${code}`);
  if (button) parts.push(`${button.label}${language === 'fr' ? ' :' : ':'}\n${button.url}`);
  if (closing) parts.push(closing);
  const last = [SIGNATURE[language], ...links.map(({ label, url }) => `${label}${language === 'fr' ? ' :' : ':'} ${url}`)];
  return `${parts.join('\n\n')}\n\n-- \n${last.join('\n')}\n`;
}

function htmlOf(letter: Letter, subject: string, language: MailLanguage): string {
  const { greeting, paragraphs, items = [], code, button, closing, links = [], accent = '#1d2027' } = letter;
  const body = [
    ...[greeting, ...paragraphs].map((text) => `<p class="ink" style="${TEXT};color:#1d2027">${linked(text)}</p>`),
    ...items.map((item) => htmlOfItem(item, accent, language)),
    code ? codeBlock(code) : '',
    button ? pressable(button) : '',
    closing ? `<p class="quiet" style="${TEXT};font-size:14px;color:#5b6170;margin-bottom:0">${linked(closing)}</p>` : '',
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f3f1">
<div role="article" aria-roledescription="email" lang="${language}" style="padding:32px 16px">
<div class="card" style="max-width:520px;margin:0 auto;background:#ffffff;border-radius:14px;padding:32px">
${body.filter(Boolean).join('\n')}
</div>
<p class="quiet" style="${FONT};font-size:13px;line-height:1.5;color:#5b6170;text-align:center;margin:20px 0 0">${escapeHtml(SIGNATURE[language])}${links.map(smallLink).join('')}</p>
</div>
</body>
</html>
`;
}

function codeBlock(code: string): string {
  const style = "font-family:ui-monospace,'SF Mono',Menlo,Consolas,monospace;font-size:26px;letter-spacing:3px;font-weight:600";
  return `<p class="code" style="${style};background:#f3f3f1;color:#1d2027;border-radius:10px;padding:16px;margin:0 0 20px;text-align:center;overflow-wrap:anywhere">${escapeHtml(code)}</p>`;
}

function pressable({ label, url }: { label: string; url: string }): string {
  const style = `${FONT};display:inline-block;background:#1d2027;color:#ffffff;text-decoration:none;font-size:16px;font-weight:600;padding:13px 24px;border-radius:10px`;
  return `<p style="margin:0 0 24px"><a class="press" href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a></p>`;
}

function smallLink({ label, url }: { label: string; url: string }): string {
  return `<br><a class="quiet" href="${escapeHtml(url)}" style="color:#5b6170">${escapeHtml(label)}</a>`;
}

/** Escaped, with addresses of our pages made pressable. */
function linked(text: string): string {
  return escapeHtml(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a class="ink" href="${url}" style="color:inherit">${url}</a>`);
}
