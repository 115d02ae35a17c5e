const DAY = 86_400_000;

/** All the time in which anything of a call can have happened, as far as the numbers reach: from a year before it opens. */
export function funnelTime(opensAt: string, now: number): { from: string; to: string } {
  const opens = Date.parse(opensAt);
  return { from: new Date(opens - 370 * DAY).toISOString(), to: new Date(Math.min(Math.max(now, opens) + DAY, opens + 720 * DAY)).toISOString() };
}
