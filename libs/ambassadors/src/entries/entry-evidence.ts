import { cleanLine, cleanText, Problem } from '@fanfare/kernel';
import type { EvidenceForm } from '../ambassadors.enums.js';
import type { DisclosureRow, MissionRow } from '../missions/mission.row.js';
import type { EvidenceRow } from './entry.row.js';

/** One piece of evidence as somebody sends it: of its form's own fields. */
export interface SentEvidence {
  readonly kind: EvidenceForm;
  readonly url?: string | null;
  /** Where it was published, as the mission names it; may be left out where it names one. */
  readonly channel?: string | null;
  /** Markdown. */
  readonly text?: string | null;
  readonly picture?: string | null;
  /** What the picture shows. */
  readonly alt?: string | null;
}

export type CleanEvidence = Pick<EvidenceRow, 'kind' | 'url' | 'channel' | 'text' | 'pictureId' | 'alt'>;

export const MOST_EVIDENCE = 10;
const LONGEST_EVIDENCE = 10_000;
export const LONGEST_NOTE = 2_000;
const LONGEST_URL = 2_000;

type Asked = Pick<MissionRow, 'evidence'>;

/**
 * Evidence ready to be kept.
 *
 * @param complete whether all that the mission asks for must be there: of a draft it need not
 * @throws Problem `EVIDENCE_MISSING` `{ form }`, `INVALID_INPUT` `{ field }`, `EMPTY_TEXT`, `TOO_LONG`
 */
export function cleanEvidence(sent: readonly SentEvidence[], asked: Asked, disclosures: readonly DisclosureRow[], complete: boolean): CleanEvidence[] {
  if (sent.length > MOST_EVIDENCE) throw new Problem('INVALID_INPUT', { field: 'evidence' });
  const clean = sent.map((one) => cleanOne(one, asked, disclosures));
  const missing = asked.evidence.find((form) => !clean.some(({ kind }) => kind === form));
  if (complete && missing) throw new Problem('EVIDENCE_MISSING', { form: missing });
  return clean;
}

/** All that is said in words, for whoever judges texts. */
export function wordsOf(note: string, evidence: readonly CleanEvidence[]): string {
  return [note, ...evidence.flatMap(({ text, alt }) => [text ?? '', alt])].filter((part) => part !== '').join('\n\n');
}

function cleanOne(one: SentEvidence, { evidence }: Asked, disclosures: readonly DisclosureRow[]): CleanEvidence {
  if (!evidence.includes(one.kind)) throw new Problem('INVALID_INPUT', { field: 'evidence' });
  const none = { kind: one.kind, url: null, channel: null, text: null, pictureId: null, alt: '' };
  if (one.kind === 'LINK') return { ...none, url: urlOf(one.url ?? ''), channel: channelOf(one.channel ?? null, disclosures) };
  if (one.kind === 'TEXT') return { ...none, text: cleanText('text', one.text ?? '', { min: 1, max: LONGEST_EVIDENCE }) };
  if (!one.picture) throw new Problem('INVALID_INPUT', { field: 'picture' });
  return { ...none, pictureId: one.picture.toLowerCase(), alt: cleanLine('alt', one.alt ?? '', { min: 0, max: 300 }) };
}

function urlOf(text: string): string {
  const typed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) throw new Problem('WEBSITE_REFUSED', { field: 'url' });
  const { href } = new URL(address);
  if (href.length > LONGEST_URL) throw new Problem('TOO_LONG', { field: 'url', max: LONGEST_URL });
  return href;
}

function channelOf(named: string | null, disclosures: readonly DisclosureRow[]): string {
  const channels = [...new Set(disclosures.map(({ channel }) => channel))];
  const found = named === null && channels.length === 1 ? channels[0] : channels.find((channel) => channel.toLowerCase() === named?.trim().toLowerCase());
  if (found === undefined) throw new Problem('INVALID_INPUT', { field: 'channel' });
  return found;
}
