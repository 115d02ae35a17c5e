import type { EntryProgressFragment, EvidenceForm, EvidenceInput } from '~/graphql/generated/documents';
import { smallUrl, type WorkPicture } from '../creations/work-draft';

export interface LinkRow {
  readonly url: string;
  readonly channel: string;
}

/** An entry as its form holds it. */
export interface EntryDraft {
  readonly links: readonly LinkRow[];
  readonly text: string;
  readonly pictures: readonly WorkPicture[];
  readonly disclosed: boolean;
  readonly note: string;
}

export const MOST_LINKS = 5;

/** What was handed in or kept before; else an empty one. @param channel where one publishes most likely */
export function entryDraftOf(entry: EntryProgressFragment | null, channel: string): EntryDraft {
  const pieces = entry?.evidence ?? [];
  const links = pieces.flatMap((piece) => (piece.kind === 'LINK' ? [{ url: piece.url ?? '', channel: piece.channel ?? channel }] : []));
  return {
    links: links.length > 0 ? links : [{ url: '', channel }],
    text: pieces.find(({ kind }) => kind === 'TEXT')?.text ?? '',
    pictures: pieces.flatMap(({ picture }) => (picture ? [{ id: picture.id, url: smallUrl(picture), alt: picture.alt }] : [])),
    disclosed: entry?.disclosed ?? false,
    note: entry?.note ?? '',
  };
}

/** As the API wants it: of what the mission asks for, what is there. */
export function evidenceOf({ links, text, pictures }: EntryDraft, asked: readonly EvidenceForm[]): EvidenceInput[] {
  return [
    ...(asked.includes('LINK') ? links.filter(({ url }) => url.trim()).map(({ url, channel }) => ({ kind: 'LINK' as const, url: url.trim(), channel: channel || null })) : []),
    ...(asked.includes('TEXT') && text.trim() ? [{ kind: 'TEXT' as const, text }] : []),
    ...(asked.includes('IMAGE') ? pictures.map(({ id, alt }) => ({ kind: 'IMAGE' as const, picture: id, alt })) : []),
  ];
}

/** What is asked for and not there yet. */
export function missingOf(draft: EntryDraft, asked: readonly EvidenceForm[]): EvidenceForm[] {
  const there = new Set(evidenceOf(draft, asked).map(({ kind }) => kind));
  return asked.filter((form) => !there.has(form));
}
