/** Where one sentence of a text stands in it. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** The sentences of a text, without the white space around them; a line is never joined to the next. */
export function sentencesOf(text: string, language: string | null): Sentence[] {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: 'sentence' });
  const found: Sentence[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    for (const match of segment.matchAll(/[^\n]+/g)) {
      const [line] = match;
      const lead = line.length - line.trimStart().length;
      const from = index + match.index + lead;
      if (line.trim()) found.push({ from, to: from + line.trim().length });
    }
  }
  return found;
}

/** Where a passage stands in a text, white space aside; null where it does not. */
export function placeOf(passage: string, text: string): Sentence | null {
  const words = passage.trim().split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const match = words.length > 0 ? new RegExp(words.join('\\s+')).exec(text) : null;
  return match && { from: match.index, to: match.index + match[0].length };
}
