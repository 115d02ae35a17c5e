import { diffWordsWithSpace } from 'diff';

export const DIFF_KINDS = ['SAME', 'ADDED', 'REMOVED'] as const;
export type DiffKind = (typeof DIFF_KINDS)[number];

export interface DiffPart {
  readonly kind: DiffKind;
  readonly text: string;
}

/** Past this many changed words two texts are different texts; finding each difference would take long and say little. */
const MOST_CHANGES = 400;

/**
 * What changed from one text to the next, word by word. The parts that are not `REMOVED` make the new text, those that are
 * not `ADDED` the old one.
 */
export function diffOf(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  const parts = changes ? changes.map((change) => ({ kind: kindOf(change), text: change.value })) : replaced(before, after);
  return parts.filter((part) => part.text !== '');
}

function kindOf({ added, removed }: { added: boolean; removed: boolean }): DiffKind {
  if (added) return 'ADDED';
  return removed ? 'REMOVED' : 'SAME';
}

function replaced(before: string, after: string): DiffPart[] {
  return [
    { kind: 'REMOVED', text: before },
    { kind: 'ADDED', text: after },
  ];
}
