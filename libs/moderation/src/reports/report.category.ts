/** What somebody says is wrong. */
export const REPORT_CATEGORIES = [
  'SPAM',
  'HARASSMENT',
  'HATE',
  'PRIVATE_DATA',
  'OFF_TOPIC',
  'UNDISCLOSED_ADVERTISING',
  'MANIPULATION',
  'IMPERSONATION',
  'ILLEGAL_CONTENT',
] as const;
export type ReportCategory = (typeof REPORT_CATEGORIES)[number];

/** How a report was judged. `UNFOUNDED`: in good faith; only a moderator's own word makes one `ABUSIVE`. */
export const REPORT_OUTCOMES = ['UPHELD', 'UNFOUNDED', 'ABUSIVE'] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/**
 * What people may hold by reporting, before a moderator has looked: what hurts somebody while it stands. Whether something is off topic, an
 * advertisement or a manipulation is a judgement, and where critics are many it is what their opponents would call them.
 */
export const HELD_AT_ONCE: ReadonlySet<ReportCategory> = new Set(['SPAM', 'HARASSMENT', 'HATE', 'PRIVATE_DATA', 'IMPERSONATION', 'ILLEGAL_CONTENT']);
