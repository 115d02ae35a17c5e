interface Line {
  readonly points: number;
  readonly reversal: boolean;
  readonly reversedBy: string | null;
  readonly disputedAt: string | null;
  readonly rule: { readonly code: string };
  readonly cause: { readonly ideas: readonly { readonly id: string }[]; readonly comments: readonly { readonly id: string }[] };
}

/** From how many on lines that say the same are told as one. */
const ENOUGH = 3;

/** Lines in their order, those that follow each other and say the same together: what stands, of one rule and one cause. */
export function runsOf<L extends Line>(lines: readonly L[]): L[][] {
  const runs: L[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && sameAs(last[0]!) === sameAs(line) && sameAs(line) !== null) last.push(line);
    else runs.push([line]);
  }
  return runs.flatMap((run) => (run.length >= ENOUGH ? [run] : run.map((line) => [line])));
}

/** What a line says; null for what is told by itself. */
function sameAs({ reversal, reversedBy, disputedAt, rule, cause }: Line): string | null {
  if (reversal || reversedBy || disputedAt || rule.code === 'IDENTITY') return null;
  return [rule.code, ...cause.ideas.map(({ id }) => id), ...cause.comments.map(({ id }) => id)].join(' ');
}
