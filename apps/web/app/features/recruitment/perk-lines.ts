/** What a call gives, a thing a line, as the brand wrote it; without empty lines. */
export function linesOf(perks: string): string[] {
  return perks.split('\n').map((line) => line.trim()).filter(Boolean);
}
