import { escapeHtml } from './escape-html.js';
import type { LetterItem, MailLanguage, Meter } from './letter.js';

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const METER_SIGNS = 20;

/** Quotation marks as each language sets them. */
const QUOTED: Record<MailLanguage, (words: string) => string> = {
  en: (words) => `“${words}”`,
  fr: (words) => `«\u00A0${words}\u00A0»`,
};

/** One thing of a list, as plain text; its meter drawn with signs. */
export function textOfItem({ heading, line, quote, meter, note, url }: LetterItem, language: MailLanguage): string {
  return [heading, line, quote && `  ${QUOTED[language](quote)}`, meter && meterText(meter), note, url].filter(Boolean).join('\n');
}

/** One thing of a list, as HTML that loads nothing: its meter is a table with two cells. */
export function htmlOfItem({ heading, line, quote, meter, note, url }: LetterItem, accent: string, language: MailLanguage): string {
  const paragraph = (text: string, style: string, kind = 'ink', colour = '#1d2027') =>
    `<p class="${kind}" style="${FONT};${style};color:${colour}">${text}</p>`;
  const parts = [
    paragraph(
      `<a class="ink" href="${escapeHtml(url)}" style="color:#1d2027;text-decoration:none">${escapeHtml(heading)}</a>`,
      'font-size:17px;line-height:1.4;font-weight:600;margin:0 0 4px',
    ),
    paragraph(escapeHtml(line), 'font-size:15px;line-height:1.5;margin:0 0 8px'),
    quote
      ? paragraph(
          escapeHtml(QUOTED[language](quote)),
          `font-size:15px;line-height:1.5;margin:0 0 8px;border-left:3px solid ${accent};padding:0 0 0 12px`,
          'quiet',
          '#5b6170',
        )
      : '',
    meter ? meterHtml(meter, accent) : '',
    note ? paragraph(escapeHtml(note), 'font-size:13px;line-height:1.5;margin:0', 'quiet', '#5b6170') : '',
  ];
  return `<div style="margin:0 0 28px">\n${parts.filter(Boolean).join('\n')}\n</div>`;
}

/** Something is never drawn as nothing, and almost all never as all. */
function filled(share: number, of: number): number {
  const bounded = Math.min(Math.max(share, 0), 1);
  if (bounded === 0 || bounded === 1) return bounded * of;
  return Math.min(Math.max(Math.round(bounded * of), 1), of - 1);
}

function meterText({ share, label }: Meter): string {
  const full = filled(share, METER_SIGNS);
  return `${'█'.repeat(full)}${'░'.repeat(METER_SIGNS - full)} ${label}`;
}

function meterHtml({ share, label }: Meter, accent: string): string {
  const full = filled(share, 100);
  const cell = (width: number, colour: string, kind: string) =>
    width > 0 ? `<td class="${kind}" width="${width}%" bgcolor="${colour}" style="background:${colour};height:8px;line-height:8px;font-size:0">&nbsp;</td>` : '';
  const bar = `${cell(full, accent, 'meter')}${cell(100 - full, '#e3e3df', 'track')}`;
  return `<table role="img" aria-label="${escapeHtml(label)}" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-radius:4px;overflow:hidden;border-collapse:separate;margin:0 0 6px"><tr>${bar}</tr></table>
<p class="quiet" aria-hidden="true" style="${FONT};font-size:13px;line-height:1.5;color:#5b6170;margin:0 0 8px">${escapeHtml(label)}</p>`;
}
