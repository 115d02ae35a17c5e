/** How many letters of a word of this length may be wrong. */
export function mistakesAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}

/** Letters added, left out, replaced or swapped between two words (optimal string alignment). */
export function distanceBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1;
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
      const plain = Math.min(next[at - 1]! + 1, last[at]! + 1, last[at - 1]! + same);
      next[at] = swapped ? Math.min(plain, before[at - 2]! + 1) : plain;
    }
    before = last;
    last = next;
  }
  return last[b.length]!;
}

/** The known words nearest to a mistyped one: those with the fewest mistakes, the more common first. */
export function nearestWords(typed: string, known: readonly { readonly word: string; readonly ideas: number }[], most: number): string[] {
  const allowed = mistakesAllowed([...typed].length);
  const near = known
    .map(({ word, ideas }) => ({ word, ideas, distance: distanceBetween(typed, word) }))
    .filter(({ distance }) => distance <= allowed);
  const fewest = Math.min(...near.map(({ distance }) => distance));
  return near
    .filter(({ distance }) => distance === fewest)
    .sort((one, other) => other.ideas - one.ideas || (one.word < other.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}
